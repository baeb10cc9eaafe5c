import type { readLocalTargets, setLocalTargets } from '@milepost/contract/design/localTargets'
import type { OutputOf } from '@milepost/contract/endpoint'
import { targetCell } from '@milepost/scorecard/retarget'
import type { KeyboardEvent } from 'react'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { isUnfit, pasteTargets, shownIn, type Typed } from './targetGrid.ts'
import { en, zh } from './text.ts'

type Targets = OutputOf<typeof readLocalTargets>
type TargetTableProps = Pick<Targets, 'measures' | 'rows'> & {
  readonly typed: Typed
  readonly edits: boolean
  /** What the last attempt to save found wrong. */
  readonly verdicts: OutputOf<typeof setLocalTargets>['rows']
  readonly onType: (typed: Typed) => void
}

/** Units down, measures across; arrow up and down and Enter move as in a spreadsheet. */
export function TargetTable({ measures, rows, typed, edits, verdicts, onType }: TargetTableProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const wrongOf = new Map(verdicts.map((one) => [one.cardId, one.problems]))
  return (
    <div className="mp-targets">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.unit}</th>
            {measures.map(({ code, name, unit }) => (
              <th key={code} scope="col">
                {code} {pick(name)} <small>({pick(unit)})</small>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row">{text.above}</th>
            {measures.map(({ code, above }) => (
              <td key={code}>{above === null ? '–' : targetCell(above) || '–'}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, down) => (
            <tr key={row.cardId}>
              <th scope="row">
                <PageLink href={`/design/cards/${row.cardId}`}>{pick(row.name)}</PageLink>
                {row.state === 'agreed' && <small> · {text.agreed}</small>}
                {wrongOf.get(row.cardId)?.map(({ message }) => (
                  <div key={message.en} className="mp-targets-wrong" role="alert">
                    {pick(message)}
                  </div>
                ))}
              </th>
              {row.lines.map((line, across) => (
                <td key={measures[across]?.code}>
                  {line === null ? (
                    '–'
                  ) : (
                    <input
                      aria-label={`${pick(row.name)} ${measures[across]?.code}`}
                      aria-invalid={isUnfit(typed, line)}
                      data-changed={typed[line.cardMeasureId] !== undefined && typed[line.cardMeasureId] !== targetCell(line.rule)}
                      data-place={`${down} ${across}`}
                      disabled={!edits || row.state === 'agreed'}
                      value={shownIn(typed, line)}
                      onChange={({ target }) => onType({ ...typed, [line.cardMeasureId]: target.value })}
                      onKeyDown={(event) => moveFrom(event, { down, across })}
                      onPaste={(event) => {
                        const pasted = event.clipboardData.getData('text/plain')
                        if (!/[\t\n]/.test(pasted)) return
                        event.preventDefault()
                        onType(pasteTargets(typed, { rows, row: down, column: across, pasted }))
                      }}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }

/** To the same column of the next row that has a field there. */
function moveFrom(event: KeyboardEvent<HTMLInputElement>, at: { readonly down: number; readonly across: number }): void {
  const step = STEPS[event.key]
  const table = event.currentTarget.closest('table')
  if (step === undefined || !table) return
  event.preventDefault()
  const rows = table.tBodies[0]?.rows.length ?? 0
  for (let down = at.down + step; down >= 0 && down < rows; down += step) {
    const next = table.querySelector<HTMLInputElement>(`input[data-place="${down} ${at.across}"]:not(:disabled)`)
    if (!next) continue
    next.focus()
    next.select()
    return
  }
}
