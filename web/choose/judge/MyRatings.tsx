import { Button, Input, InputNumber } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { JudgingDraft, MyJudging } from './judging.ts'
import { en, zh } from './text.ts'

type MyRatingsProps = {
  readonly judging: MyJudging
  readonly ratings: JudgingDraft['ratings']
  readonly onChange: ((ratings: JudgingDraft['ratings']) => void) | null
}

/** The office's ratings to agree or disagree with, criterion by criterion, folded away until they are wanted. */
export function MyRatings({ judging, ratings, onChange }: MyRatingsProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel title={text.ratings} sentence={text.ratingsSay}>
      {judging.criteria.map((criterion) => (
        <details key={criterion.code} className="mp-my-ratings">
          <summary>
            {criterion.code} {pick(criterion.name)}
          </summary>
          {judging.methods.map((method) => {
            const place = `${criterion.code}/${method.code}`
            const own = ratings[place]
            const reason = judging.officeReasons[place]
            const { [place]: _own, ...others } = ratings
            return (
              <div key={method.code} className="mp-my-rating">
                <p>
                  <b>{pick(method.name)}</b> · {text.office(String(judging.officeRatings[place] ?? '?'))}
                  {reason !== undefined && <small> {pick(reason)}</small>}
                </p>
                {own === undefined ? (
                  onChange !== null && (
                    <Button
                      size="small"
                      onClick={() => onChange({ ...ratings, [place]: { value: judging.officeRatings[place] ?? 5, reason: '' } })}
                    >
                      {text.disagree}
                    </Button>
                  )
                ) : (
                  <div className="mp-my-own">
                    <Field label={text.mine}>
                      {(control) => (
                        <InputNumber
                          {...control}
                          min={1}
                          max={9}
                          precision={0}
                          disabled={onChange === null}
                          value={own.value}
                          onChange={(value) => value !== null && onChange?.({ ...ratings, [place]: { ...own, value } })}
                        />
                      )}
                    </Field>
                    <Field label={text.why}>
                      {(control) => (
                        <Input.TextArea
                          {...control}
                          autoSize={{ minRows: 1 }}
                          maxLength={1000}
                          disabled={onChange === null}
                          value={own.reason}
                          onChange={({ target }) => onChange?.({ ...ratings, [place]: { ...own, reason: target.value } })}
                        />
                      )}
                    </Field>
                    {onChange !== null && (
                      <Button size="small" onClick={() => onChange(others)}>
                        {text.takeOut}
                      </Button>
                    )}
                  </div>
                )}
              </div>
            )
          })}
        </details>
      ))}
    </Panel>
  )
}
