import { type Block, line } from '../../platform/papers/sheet.ts'
import { cut, type Ink } from './reportInk.ts'

const said = (...words: readonly string[]): Block[] => {
  const text = words.join('').trim()
  return text === '' ? [] : [line(text, { indent: true })]
}

/** Highest and lowest; null where there are not two that can be told apart. */
function ends<T>(rows: readonly T[], of: (row: T) => number | null): { high: T; low: T } | null {
  const known = rows.filter((row) => of(row) !== null).sort((a, b) => (of(b) ?? 0) - (of(a) ?? 0))
  const [high, low] = [known[0], known.at(-1)]
  return high !== undefined && low !== undefined && of(high) !== of(low) ? { high, low } : null
}

export function askedProse({ file, text, say, pick }: Ink): Block[] {
  const { strata, total } = file.response
  const told = strata.every((one) => one.rate !== null && !one.moreAnswersThanPeople) ? ends(strata, (one) => one.rate) : null
  const share = (rate: number | null) => cut(rate === null ? null : rate * 100, 1)
  const named = (one: (typeof strata)[number]) => say.named(pick(one.name), `${share(one.rate)} %`)
  const whole = total.rate === null || total.eligible === null ? '' : say.rate(String(total.eligible), share(total.rate))
  return said(text.askedSay(total.answered), whole, told ? say.rates(named(told.high), named(told.low)) : '')
}

/** How many interviews the program holds, and how many people were asked outside as the office says. */
export function interviewsProse({ file, text, say }: Ink): Block[] {
  const { voices, entered } = file.ground
  if (voices.interviewed !== null) return said(text.interviews(voices.interviewed))
  const asked = [...new Set(entered.map((one) => one.asked))].sort((a, b) => a - b)
  const by = [...new Set(entered.map((one) => one.by))]
  const range = asked.length > 1 ? `${asked[0]}–${asked.at(-1)}` : String(asked[0] ?? '')
  return said(say.planned(voices.planned, voices.least), entered.length === 0 ? '' : say.outside(range, by.join(say.and)))
}

export function reliabilityProse({ file, say, pick }: Ink): Block[] {
  const { constructs } = file.ground
  const told = ends(constructs, (one) => one.mean)
  if (!told) return []
  const named = (one: (typeof constructs)[number], value: number | null, digits: number) =>
    say.named(`${one.code} ${pick(one.name)}`, cut(value, digits))
  const measured = constructs.filter((one) => one.reliability.value !== null)
  const good = measured.filter((one) => one.reliability.verdict === 'good').length
  const weak = measured.filter((one) => one.reliability.verdict === 'low' || one.reliability.verdict === 'negative')
  const pairs = measured.filter((one) => one.items.length === 2)
  return said(
    say.reliability(named(told.high, told.high.mean, 2), named(told.low, told.low.mean, 2), good, measured.length),
    weak.length === 0 ? '' : say.weak(weak.map((one) => named(one, one.reliability.value, 3)).join(say.and)),
    say.stop,
    pairs.length === 0 ? '' : say.pairs(pairs.map((one) => one.code).join(say.and)),
    say.alphaN,
  )
}

export function problemsProse({ file, say, pick }: Ink): Block[] {
  const { problems } = file.board
  const told = ends(problems, (one) => one.evidence.severity)
  const named = (one: (typeof problems)[number]) => say.named(`${one.code} ${pick(one.name)}`, cut(one.evidence.severity, 1))
  const proposed = (verdict: string) => problems.filter((one) => one.proposed === verdict).length
  const decided = problems.filter((one) => one.decided !== null).length
  return said(
    told ? say.problems(named(told.high), named(told.low)) : '',
    problems.length === 0 ? '' : say.proposed(proposed('confirmed'), proposed('suspected'), decided, problems.length),
  )
}

export function levelsProse({ file, say, pick }: Ink): Block[] {
  const rows = file.ground.comparisons.filter((one) => one.test !== 'none')
  const found = rows.filter((one) => one.adjustedP !== null && one.adjustedP < 0.05)
  const spread = (row: (typeof rows)[number]) => {
    const told = ends(row.groups, (group) => group.mean)
    return told ? { ...told, row, gap: told.high.mean - told.low.mean } : null
  }
  const [widest] = found.flatMap((row) => spread(row) ?? []).sort((a, b) => b.gap - a.gap)
  const group = (one: { name: { zh: string; en: string }; mean: number }) => `${pick(one.name)} ${cut(one.mean, 2)}`
  return said(
    say.levels(found.map((one) => `${one.construct} ${pick(one.name)}`).join(say.and), rows.length),
    widest ? say.widest(`${widest.row.construct} ${pick(widest.row.name)}`, group(widest.high), group(widest.low)) : '',
  )
}

export function prioritiesProse({ file, say, pick }: Ink): Block[] {
  const first = file.priorities.points.filter((one) => one.quadrant === 'concentrate-here')
  return said(say.priorities(first.map((one) => `${one.construct} ${pick(one.name)}`).join(say.and)))
}

export function causesProse({ file, say }: Ink): Block[] {
  const { links } = file.board
  const of = (basis: string) => links.filter((one) => one.basis === basis).length
  const strong = links.filter((one) => one.strength === 3).map((one) => `${one.cause} → ${one.problem}`)
  return said(say.causes(of('decided'), of('estimated'), of('belief')), strong.length === 0 ? '' : say.strongest(strong.join(say.and)))
}

export function evidenceProse({ file, say }: Ink): Block[] {
  const { evidence, problems } = file.board
  const of = (stream: string) => evidence.filter((one) => one.stream === stream).length
  const bare = problems.filter((problem) => !evidence.some((one) => one.subject === problem.code)).map((one) => one.code)
  return said(
    say.evidence(evidence.length, of('survey'), of('interviews'), of('audit')),
    bare.length === 0 ? '' : say.bare(bare.join(say.and)),
  )
}

export function remediesProse({ file, say }: Ink): Block[] {
  const { remedies } = file.board
  const told = (seen: boolean) => remedies.filter((one) => one.outcome?.seen === seen).length
  return said(say.remedies(remedies.length, told(true), told(false), remedies.filter((one) => one.outcome === null).length))
}

export function itemsProse({ file, say }: Ink): Block[] {
  const shown = file.ground.items.filter((one) => !one.hidden)
  const told = ends(
    shown.filter((one) => !one.reverse && one.banded === null),
    (one) => one.mean,
  )
  return said(say.items(shown.length, told ? say.named(told.low.code, cut(told.low.mean, 2)) : ''))
}
