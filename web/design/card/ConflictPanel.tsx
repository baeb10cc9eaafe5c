import { percentOf } from '@milepost/contract/design/weights'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { Alert, Button } from 'antd'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { DraftLine } from './draft.ts'
import { en, zh } from './text.ts'
import type { LinePart } from './threeWay.ts'
import type { CardConflict } from './useCardDraft.ts'

/** Somebody else saved the same card: what differs, and the two ways on. Nothing has been overwritten. */
export function ConflictPanel({ conflict }: { readonly conflict: CardConflict }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const said = (line: DraftLine | null, part: LinePart): string => {
    if (line === null) return text.notThere
    if (part === 'weightBp') return `${percentOf(line.weightBp)}%`
    if (part === 'rule') return pick(ruleWords(line.rule))
    return text.otherwise
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={text.conflict}
      description={
        <div className="mp-stack">
          <span>{text.conflictSay}</span>
          <div className="mp-conflict">
            <table>
              <thead>
                <tr>
                  <th scope="col">{text.conflictMeasure}</th>
                  <th scope="col">{text.conflictPart}</th>
                  <th scope="col">{text.conflictMine}</th>
                  <th scope="col">{text.conflictTheirs}</th>
                </tr>
              </thead>
              <tbody>
                {conflict.lines.flatMap((line) =>
                  (line.parts.length > 0 ? line.parts : (['weightBp'] as const)).map((part, at) => (
                    <tr key={`${line.code} ${part}`}>
                      <th scope="row">{at === 0 ? `${line.code} ${pick(line.name)}` : ''}</th>
                      <td>{text.parts[part]}</td>
                      <td>{said(line.here, part)}</td>
                      <td>{said(line.there, part)}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
            {conflict.lines.length === 0 && <p>{text.conflictNone}</p>}
          </div>
          <div className="mp-row">
            <Button type="primary" onClick={conflict.putMineOnTop}>
              {text.mineOnTop}
            </Button>
            <Button onClick={conflict.takeTheirs}>{text.takeTheirs}</Button>
          </div>
        </div>
      }
    />
  )
}
