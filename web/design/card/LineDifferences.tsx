import { percentOf } from '@milepost/contract/design/weights'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { DraftLine } from './draft.ts'
import { en, zh } from './text.ts'
import type { LineConflict, LinePart } from './threeWay.ts'

type LineDifferencesProps = {
  readonly lines: readonly LineConflict[]
  /** Headings of the two copies. */
  readonly here: string
  readonly there: string
}

/** Two copies of a card, measure by measure, where they differ. */
export function LineDifferences({ lines, here, there }: LineDifferencesProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const said = (line: DraftLine | null, part: LinePart): string => {
    if (line === null) return text.notThere
    if (part === 'weightBp') return `${percentOf(line.weightBp)}%`
    if (part === 'rule') return pick(ruleWords(line.rule))
    return text.otherwise
  }
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.conflictMeasure}</th>
          <th scope="col">{text.conflictPart}</th>
          <th scope="col">{here}</th>
          <th scope="col">{there}</th>
        </tr>
      </thead>
      <tbody>
        {lines.flatMap((line) =>
          (line.parts.length > 0 ? line.parts : (['weightBp'] as const)).map((part, at) => (
            <tr key={`${line.code} ${part}`}>
              <th scope="row">{at === 0 ? `${line.code} ${pick(line.name)}` : ''}</th>
              <td>{text.parts[part]}</td>
              <td data-label={here}>{said(line.here, part)}</td>
              <td data-label={there}>{said(line.there, part)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
