import { becauseWords } from '@milepost/scorecard/becauseWords'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { Ticket } from './ticket.ts'

type Measure = Ticket['input']['perspectives'][number]['objectives'][number]['measures'][number]
type Scored = Ticket['result']['measures'][number]
type Explained = Ticket['result']['explanation']
type WorkingProps = {
  readonly measure: Measure
  readonly scored: Scored
  readonly explanation: Explained | undefined
  readonly unitNames: Ticket['unitNames']
}

/** What a reader with a pocket calculator needs of one measure: the whole rule, every figure that went in, and how they came together. */
export function Working({ measure, scored, explanation, unitNames }: WorkingProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { actual } = scored
  const from = explanation?.children[0]
  // "2025Q1 GL01": the period, and the unit by its code
  const placed = (at: string) => {
    const [period = at, code] = at.split(' ')
    const name = code === undefined ? undefined : unitNames[code]
    return name ? `${period} ${pick(name)}` : at
  }
  // what was left out has its reason where the others have their figure
  const left = new Map(actual?.excluded.map((ref) => [ref.unit === undefined ? ref.period : `${ref.period} ${ref.unit}`, ref.because]))
  const figureOf = (at: string, figure: unknown) => {
    const because = left.get(at)
    return because === undefined ? `${figure ?? '–'}` : text.leftOut(pick(becauseWords(because)))
  }
  const figures = Object.entries(from?.inputs ?? {})
  return (
    <dl className="mp-working">
      <dt>{text.rule}</dt>
      <dd>{pick(ruleWords(measure.rule))}</dd>
      {measure.rule.kind === 'step' && (
        <dd>
          <ul>
            {[{ from: null, points: measure.rule.below }, ...measure.rule.bands].map((band) => (
              <li key={band.from ?? 'below'}>{text.step(band.from, band.points)}</li>
            ))}
          </ul>
        </dd>
      )}
      {figures.length > 0 && (
        <>
          <dt>{text.tookUp}</dt>
          <dd>{figures.map(([at, figure]) => `${placed(at)}${text.colon}${figureOf(at, figure)}`).join(text.semicolon)}</dd>
        </>
      )}
      {actual && (
        <>
          <dt>{text.together}</dt>
          <dd>
            {from && pick(from.text)}
            {actual.numerator != null && actual.denominator != null && (
              <> {text.quotient(actual.numerator, actual.denominator, measure.ratioScale ?? '1', written(actual.shown))}</>
            )}
          </dd>
        </>
      )}
      {explanation && (
        <>
          <dt>{text.points}</dt>
          <dd>{pick(explanation.text)}</dd>
        </>
      )}
    </dl>
  )
}

/** The explanation of every measure, by its id. */
export const explainedOf = (tree: Explained): ReadonlyMap<string, Explained> =>
  new Map([[tree.key, tree] as const, ...tree.children.flatMap((child) => [...explainedOf(child)])])
