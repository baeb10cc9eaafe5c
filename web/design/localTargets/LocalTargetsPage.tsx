import { readLocalTargets, setLocalTargets } from '@milepost/contract/design/localTargets'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import '../design.css'
import { type ScorecardView, useScorecard } from '../useDesign.ts'
import { TargetTable } from './TargetTable.tsx'
import { changedCards, type Typed } from './targetGrid.ts'
import { en, zh } from './text.ts'

export function LocalTargetsPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const { cycleId, setCycle, view, refused } = useScorecard()
  if (view?.scorecard)
    return <LocalTargets key={view.scorecard.scorecardId} view={view} scorecardId={view.scorecard.scorecardId} onCycle={setCycle} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      {refused !== null && <RefusalNote refused={refused} />}
      {view === null && cycleId !== null && refused === null && <Reading />}
      {(view !== null || cycleId === null) && (
        <Empty
          title={text.none}
          sentence={text.noneSay}
          next={<Button onClick={() => go('/design/scorecard')}>{text.toScorecard}</Button>}
        />
      )}
    </>
  )
}

type LocalTargetsProps = { readonly view: ScorecardView; readonly scorecardId: string; readonly onCycle: (cycleId: string) => void }

function LocalTargets({ view, scorecardId, onCycle }: LocalTargetsProps) {
  const text = useText({ zh, en })
  const go = useGo()
  const mayEdit = useMay('scorecard.edit')
  const [asked, setKind] = useAddressValue('kind')
  const { kind, kinds, measures, rows } = useAsk(readLocalTargets, { scorecardId, ...(asked === null ? {} : { kind: asked }) })
  const [typed, setTyped] = useState<Typed>({})
  const saving = useDo(setLocalTargets)
  const cards = changedCards(rows, typed)
  const outcome = saving.outcome
  const save = () =>
    saving.run({ scorecardId, cards }).then(
      ({ saved }) => saved && setTyped({}),
      () => undefined,
    )
  const wrong = outcome?.saved === false ? outcome.rows.filter(({ verdict }) => verdict === 'wrong') : []
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice view={view} onChange={onCycle} />}
        primary={
          mayEdit && (
            <Button type="primary" disabled={cards.length === 0} loading={saving.busy} onClick={() => void save()}>
              {text.save(cards.length)}
            </Button>
          )
        }
        more={cards.length > 0 ? [{ key: 'undo', text: text.undo, onClick: () => setTyped({}) }] : []}
      />
      {kind === null ? (
        <Empty title={text.none} sentence={text.noneSay} next={<Button onClick={() => go('/design/cascade')}>{text.toCascade}</Button>} />
      ) : (
        <div className="mp-stack">
          {saving.refused !== null && <RefusalNote refused={saving.refused} />}
          {wrong.length > 0 && <Alert type="error" showIcon role="alert" title={text.wrong(wrong.length)} />}
          {outcome?.saved === true && cards.length === 0 && (
            <Alert
              type="success"
              showIcon
              title={text.saved(
                outcome.rows.filter(({ verdict }) => verdict === 'changed').length,
                outcome.rows.reduce((sum, { changed }) => sum + changed, 0),
              )}
            />
          )}
          <Panel
            title={
              <Select
                aria-label={text.kind}
                value={kind}
                popupMatchSelectWidth={false}
                options={kinds.map((one) => ({ value: one.kind, label: text.count(text.kinds[one.kind] ?? one.kind, one.cards) }))}
                onChange={(next) => {
                  setTyped({})
                  setKind(next)
                }}
              />
            }
            sentence={text.hint}
          >
            <TargetTable measures={measures} rows={rows} typed={typed} edits={mayEdit} verdicts={wrong} onType={setTyped} />
          </Panel>
        </div>
      )}
    </>
  )
}
