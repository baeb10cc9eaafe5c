import type { Details } from '@milepost/contract/refusals'
import { Button } from 'antd'
import { useText } from '../../platform/language.tsx'
import type { Entry } from './entry.ts'
import { en, zh } from './text.ts'

type ConflictNoteProps = { readonly details: Details; readonly mine: Entry; readonly onTake: (revision: number) => void }

/** Somebody else came first: theirs and mine side by side; going on corrects theirs, and theirs stays on record. */
export function ConflictNote({ details, mine, onTake }: ConflictNoteProps) {
  const text = useText({ zh, en })
  const shown = (value: Details[string] | undefined) => (value === null || value === undefined || value === '' ? '–' : String(value))
  // a quotient follows from its parts: what stands in its place was worked out before they were changed
  const isQuotient = mine.numerator !== ''
  const rows = [
    ...(isQuotient ? [] : [{ key: 'actual', label: text.actual, theirs: shown(details.actual), mine: shown(mine.actual) }]),
    { key: 'numerator', label: text.numerator, theirs: shown(details.numerator), mine: shown(mine.numerator) },
    { key: 'denominator', label: text.denominator, theirs: shown(details.denominator), mine: shown(mine.denominator) },
    { key: 'note', label: text.note, theirs: shown(details.note), mine: shown(mine.note) },
  ].filter((row) => row.theirs !== '–' || row.mine !== '–')
  return (
    <div className="mp-run-conflict">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.conflict}</th>
            <th scope="col">{text.theirs(shown(details.by), shown(details.revision))}</th>
            <th scope="col">{text.mine}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-differs={row.theirs !== row.mine}>
              <th scope="row">{row.label}</th>
              <td>{row.theirs}</td>
              <td>{row.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button onClick={() => onTake(Number(details.revision))}>{text.correctTheirs}</Button>
    </div>
  )
}
