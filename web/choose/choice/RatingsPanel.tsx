import { Button, Input, Popover } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Choice, type Comparison, nameIn, type OfficeDraft } from './choice.ts'
import { RatingField } from './RatingField.tsx'
import { en, zh } from './text.ts'

type RatingsPanelProps = {
  readonly choice: Choice
  readonly comparison: Comparison
  readonly draft: OfficeDraft
  readonly onChange: ((draft: OfficeDraft) => void) | null
}

const EMPTY = { zh: '', en: '' }

/** Every method on every criterion, 1 to 9; press a rating for its reason, and to change either. A rating without a reason is marked. */
export function RatingsPanel({ choice, comparison, draft, onChange }: RatingsPanelProps) {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const isRaters = choice.basis.ratings === 'raters'
  const shownRating = (place: string) => {
    const value = isRaters ? comparison.ratings[place] : draft.ratings[place]
    return value === undefined ? '?' : Number.isInteger(value) ? String(value) : written(value, 1)
  }
  /** A number changed is a reason to be given anew. */
  const rate = (place: string, value: number | null) => {
    const { [place]: _rating, ...ratings } = draft.ratings
    const { [place]: _reason, ...reasons } = draft.reasons
    onChange?.({ ...draft, ratings: value === null ? ratings : { ...ratings, [place]: value }, reasons })
  }
  const explain = (place: string, words: string) =>
    onChange?.({ ...draft, reasons: { ...draft.reasons, [place]: { ...(draft.reasons[place] ?? EMPTY), [language]: words } } })
  const isSilent = (place: string) => draft.ratings[place] !== undefined && pick(draft.reasons[place] ?? EMPTY) === ''
  const ratersAt = (place: string) => choice.judges.flatMap(({ name, ratings }) => (ratings?.[place] ? [{ name, ...ratings[place] }] : []))

  return (
    <Panel title={text.ratings} sentence={isRaters ? text.ratingsOfRaters : text.ratingsSay}>
      <section className="mp-scroll" style={{ overflowX: 'auto' }} aria-label={text.ratings}>
        <table className="mp-ratings">
          <thead>
            <tr>
              <th scope="col">{text.criterion}</th>
              {choice.methods.map((method) => (
                <th scope="col" key={method.code} title={pick(method.name)}>
                  {method.code}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {choice.criteria.map((criterion) => (
              <tr key={criterion.code}>
                <th scope="row">
                  {criterion.code} {pick(criterion.name)}
                  <small className="mp-soft">{pick(criterion.definition)}</small>
                </th>
                {choice.methods.map((method) => {
                  const place = `${criterion.code}/${method.code}`
                  return (
                    <td key={method.code}>
                      <Popover
                        trigger="click"
                        destroyOnHidden
                        title={`${pick(nameIn(choice.methods, method.code))} · ${pick(criterion.name)}`}
                        content={
                          <div className="mp-form mp-rating-card">
                            {onChange === null ? (
                              <p>
                                <b>{draft.ratings[place] ?? '?'}</b> {pick(draft.reasons[place] ?? EMPTY) || text.noReason}
                              </p>
                            ) : (
                              <>
                                <RatingField value={draft.ratings[place] ?? null} onChange={(value) => rate(place, value)} />
                                <Field label={text.why} error={isSilent(place) ? text.reasonMissing : undefined}>
                                  {(control) => (
                                    <Input.TextArea
                                      {...control}
                                      rows={3}
                                      maxLength={1000}
                                      value={(draft.reasons[place] ?? EMPTY)[language]}
                                      onChange={({ target }) => explain(place, target.value)}
                                    />
                                  )}
                                </Field>
                              </>
                            )}
                            {ratersAt(place).map((one) => (
                              <p key={one.name}>
                                {one.name} <b>{one.value}</b> {one.reason}
                              </p>
                            ))}
                          </div>
                        }
                      >
                        <Button
                          type="text"
                          size="small"
                          aria-label={text.ratingOf(pick(method.name), pick(criterion.name), shownRating(place))}
                          data-silent={isSilent(place)}
                          className="mp-rating"
                        >
                          {shownRating(place)}
                          {isRaters && (comparison.raters[place] ?? 0) > 0 && <sub>{comparison.raters[place]}</sub>}
                          {isSilent(place) && <sup>?</sup>}
                        </Button>
                      </Popover>
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
