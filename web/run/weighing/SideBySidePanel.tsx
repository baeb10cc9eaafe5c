import { adoptWeights, PERSPECTIVES } from '@milepost/contract/run/weighing'
import { WEIGHING_REASONS, WEIGHING_WAYS } from '@milepost/decision/weighingWords'
import type { WeightsFound, WeightsSideBySide } from '@milepost/decision/weightsSideBySide'
import { Button } from 'antd'
import { useState } from 'react'
import { ShareBar } from '../../choose/published.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import { spreadOn, type WeighingView } from './weighing.ts'

type Adopting = {
  readonly scorecardId: string
  readonly about: string
  readonly cardRevision: number
  readonly settle: () => Promise<void>
  readonly revision: () => number
  readonly follow: (revision: number) => void
}
type SideBySidePanelProps = {
  readonly about: string
  readonly view: WeighingView
  readonly ways: WeightsSideBySide
  readonly beside: string | null
  /** null: only to be read. */
  readonly adopting: Adopting | null
}

/** More points apart than this is worth a talk. */
const FAR_APART = 10
const FOUND = ['ahp', 'g1', 'entropy'] as const

export function SideBySidePanel({ about, view, ways, beside, adopting }: SideBySidePanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [asked, setAsked] = useState<(typeof FOUND)[number] | null>(null)
  const doing = useDo(adoptWeights)
  const columns = [
    { way: 'by-hand', found: ways.byHand },
    { way: 'ahp', found: ways.ahp },
    { way: 'g1', found: ways.g1 },
    { way: 'entropy', found: ways.entropy },
  ] as const
  const name = (code: string) => pick(view.items.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  const why = (found: WeightsFound) =>
    found.kind === 'found' ? '' : text.none(pick(WEIGHING_REASONS[found.because]), found.criteria.map(name).join(text.between))
  const adopt = async ({ reason = '' }: Readonly<Record<string, string>>) => {
    if (adopting === null || asked === null) return
    await adopting.settle()
    const { scorecardId, about, cardRevision, revision } = adopting
    await doing.run({ scorecardId, about, revision: revision(), cardRevision, way: asked, reason })
    adopting.follow(revision() + 1)
  }
  return (
    <Panel
      title={text.beside}
      sentence={text.besideSay}
      acts={
        <span className="mp-row">
          {beside !== null && <span className="mp-soft">{beside}</span>}
          <PrintButton />
        </span>
      }
    >
      {view.adopted !== null && (
        <p>{text.adopted(pick(WEIGHING_WAYS[view.adopted.way]), view.adopted.by, dayOf(view.adopted.at), view.adopted.reason)}</p>
      )}
      <div className="mp-weighing-wide">
        <table className="mp-weighing">
          <thead>
            <tr>
              <th scope="col">{text.item}</th>
              {columns.map(({ way }) => (
                <th scope="col" key={way}>
                  {pick(WEIGHING_WAYS[way])}
                </th>
              ))}
              <th scope="col">{text.differ}</th>
            </tr>
          </thead>
          <tbody>
            {view.items.map(({ code }) => {
              const apart = spreadOn(code, [ways.byHand, ways.ahp, ways.g1, ways.entropy])
              return (
                <tr key={code} data-apart={apart !== null && apart > FAR_APART}>
                  <th scope="row">
                    <small>{code}</small> {name(code)}
                  </th>
                  {columns.map(({ way, found }) => (
                    <td key={way} data-way={pick(WEIGHING_WAYS[way])}>
                      {found.kind === 'found' ? (
                        <ShareBar share={found.weights[code] ?? 0} text={`${written((found.weights[code] ?? 0) * 100, 1)}%`} />
                      ) : (
                        '–'
                      )}
                    </td>
                  ))}
                  <td data-way={text.differ}>{apart === null ? '–' : text.points(written(apart, 1))}</td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {columns.map(({ way, found }) => (
                <td key={way} data-way={pick(WEIGHING_WAYS[way])}>
                  {found.kind === 'none' && (
                    <small className="mp-soft">{way === 'entropy' && about === PERSPECTIVES ? text.entropyPerspectives : why(found)}</small>
                  )}
                  {way === 'ahp' && ways.ahp.consistencyRatio !== null && (
                    <small className={ways.ahp.consistent === false ? 'mp-field-error' : 'mp-soft'}>
                      {text.ratio(written(ways.ahp.consistencyRatio, 3))}
                    </small>
                  )}
                  {way !== 'by-hand' && adopting !== null && found.kind === 'found' && (
                    <Button size="small" onClick={() => setAsked(way)}>
                      {text.adopt}
                    </Button>
                  )}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {asked !== null && adopting !== null && (
        <FormDialog
          title={text.adoptTitle(pick(WEIGHING_WAYS[asked]))}
          sentence={`${text.adoptSay(adopting.about === PERSPECTIVES)}${
            asked === 'ahp' && ways.ahp.consistent === false ? ` ${text.inconsistent(written(ways.ahp.consistencyRatio, 3))}` : ''
          }`}
          fields={[{ key: 'reason', label: text.reason, hint: text.reasonHint, kind: 'area' }]}
          start={{ reason: '' }}
          acting={doing}
          okText={text.adopt}
          onSave={adopt}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  )
}
