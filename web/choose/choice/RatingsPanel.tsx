import { InputNumber, Tooltip } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Choice } from './choice.ts'
import { en, zh } from './text.ts'
import type { Draft } from './useDraft.ts'

type RatingsPanelProps = { readonly choice: Choice; readonly draft: Draft; readonly onChange: ((draft: Draft) => void) | null }

/** Every method on every criterion, 1 to 9, each with its reason. */
export function RatingsPanel({ choice, draft, onChange }: RatingsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel title={text.ratings} sentence={text.ratingsSay}>
      <section className="mp-scroll" style={{ overflowX: 'auto' }} aria-label={text.ratings}>
        <table className="mp-ratings">
          <thead>
            <tr>
              <th scope="col">{text.criterion}</th>
              {choice.methods.map((method) => (
                <th scope="col" key={method.code}>
                  {method.code}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {choice.criteria.map((criterion) => (
              <tr key={criterion.code}>
                <th scope="row">
                  <Tooltip title={pick(criterion.definition)}>
                    {criterion.code} {pick(criterion.name)}
                  </Tooltip>
                </th>
                {choice.methods.map((method) => {
                  const pair = `${criterion.code}/${method.code}`
                  const reason = choice.reasons[pair]
                  return (
                    <td key={method.code}>
                      <Tooltip title={reason && pick(reason)}>
                        {onChange ? (
                          <InputNumber
                            min={1}
                            max={9}
                            precision={0}
                            size="small"
                            style={{ width: 56 }}
                            aria-label={`${pick(method.name)} · ${pick(criterion.name)}`}
                            value={draft.ratings[pair]}
                            onChange={(value) => value !== null && onChange({ ...draft, ratings: { ...draft.ratings, [pair]: value } })}
                          />
                        ) : (
                          <span>{draft.ratings[pair] ?? '?'}</span>
                        )}
                      </Tooltip>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
