import { saveWeighing } from '@milepost/contract/run/weighing'
import { useMemo } from 'react'
import { useDraft } from '../../choose/published.tsx'
import { call } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { EntropyPanel } from './EntropyPanel.tsx'
import { OrderPanel } from './OrderPanel.tsx'
import { PairsPanel } from './PairsPanel.tsx'
import { SideBySidePanel } from './SideBySidePanel.tsx'
import { en, zh } from './text.ts'
import { type WeighingDraft, type WeighingView, waysOf } from './weighing.ts'

type WeighingDeskProps = { readonly scorecardId: string; readonly about: string; readonly view: WeighingView }

/** The ways beside each other on top; below, what each of them asks for. Judgements are saved as they are made. */
export function WeighingDesk({ scorecardId, about, view }: WeighingDeskProps) {
  const text = useText({ zh, en })
  const mayEdit = useMay('scorecard.edit') && view.scorecard.state === 'draft'
  const { judgements, order, ratios } = view
  const desk = useDraft<WeighingDraft>({
    start: { judgements, order, ratios },
    revision: view.revision,
    save: (draft, revision) => call(saveWeighing, { scorecardId, about, revision, ...draft }),
  })
  const ways = useMemo(() => waysOf(view.items, desk.draft), [view.items, desk.draft])
  const change = mayEdit ? (next: Partial<WeighingDraft>) => desk.change({ ...desk.draft, ...next }) : null
  return (
    <>
      {desk.refused !== null && <RefusalNote refused={desk.refused} />}
      <SideBySidePanel
        about={about}
        view={view}
        ways={ways}
        beside={desk.changed ? text.states[desk.saving] : null}
        adopting={
          mayEdit
            ? { scorecardId, about, cardRevision: view.cardRevision, settle: desk.settle, revision: desk.revision, follow: desk.follow }
            : null
        }
      />
      <PairsPanel items={view.items} draft={desk.draft} ahp={ways.ahp} onChange={change} />
      <OrderPanel items={view.items} draft={desk.draft} onChange={change} />
      <EntropyPanel about={about} items={view.items} entropy={ways.entropy} />
    </>
  )
}
