import type { Gap } from '@milepost/contract/run/gap'
import { memo, useId } from 'react'
import { useLanguage, useText } from '../../platform/language.tsx'
import { EMPTY_ROW, FILLED, type Filled, faultsOf, type GridRow, type SaidOfRow } from './fillGrid.ts'
import { en, zh } from './text.ts'

type FillRowProps = {
  readonly gap: Gap
  readonly row: GridRow | undefined
  /** What was said of the row when it was to be saved. */
  readonly said: SaidOfRow | undefined
  readonly titles: Readonly<Record<Filled, string>>
  readonly onType: (key: string, column: Filled, typed: string) => void
  readonly onLeave: (gap: Gap) => void
  readonly onPaste: (key: string, column: Filled, pasted: string) => void
}

/** One value that is missing. Of two thousand rows only the one that is typed into is drawn anew. */
export const FillRow = memo(function FillRow({ gap, row = EMPTY_ROW, said, titles, onType, onLeave, onPaste }: FillRowProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const id = useId()
  const faults = faultsOf(gap, row)
  const wrongIn = (column: Filled) => {
    const fault = faults[column]
    return fault === undefined ? said?.[column] : text.cellFaults[fault](row[column].trim())
  }
  const needs = text.needs[gap.needs]
  return (
    <tr data-wrong={said?.row !== undefined}>
      <th scope="row">
        {gap.measure.code} {pick(gap.measure.name)} ({pick(gap.measure.unit)}){needs !== '' && <small id={`${id}-needs`}>{needs}</small>}
        {said?.row !== undefined && (
          <small id={`${id}-row`} className="mp-field-error">
            {said.row}
          </small>
        )}
      </th>
      <td>{pick(gap.holderName)}</td>
      <td>{gap.period.code}</td>
      {FILLED.map((column) => {
        const wrong = wrongIn(column)
        const described = [
          wrong === undefined ? '' : `${id}-${column}`,
          said?.row === undefined ? '' : `${id}-row`,
          needs === '' ? '' : `${id}-needs`,
        ]
        return (
          <td key={column} data-wrong={wrong !== undefined}>
            <input
              aria-label={`${titles[column]} ${gap.measure.code} ${pick(gap.measure.name)} ${pick(gap.holderName)} ${gap.period.code}`}
              aria-invalid={wrong !== undefined}
              aria-describedby={described.join(' ').trim() || undefined}
              data-cell={column}
              value={row[column]}
              onChange={({ target }) => onType(gap.key, column, target.value)}
              onBlur={() => onLeave(gap)}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData('text/plain')
                if (!/[\t\n]/.test(pasted)) return
                event.preventDefault()
                onPaste(gap.key, column, pasted)
              }}
            />
            {wrong !== undefined && (
              <small id={`${id}-${column}`} className="mp-field-error">
                {wrong}
              </small>
            )}
          </td>
        )
      })}
    </tr>
  )
})
