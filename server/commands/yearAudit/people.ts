import type { CardScore } from './cards.ts'
import type { Tables } from './data.ts'
import { type Fraction, fraction, isLess, minus, over, plus, times, total } from './fraction.ts'

/** The parts of the rule pack (library/rules) a person's score is made by. */
export type Rules = {
  readonly heads: readonly { code: string; weightBp: number; scoredFrom: string; items: readonly { code: string }[] }[]
  readonly raterGroups: readonly { code: string; weightBp: number; leastRaters: number; mandatory: boolean }[]
  readonly pooling: { readonly from: readonly string[]; readonly leastRaters: number }
  readonly trimming: { readonly dropOneFrom: number; readonly trimShareFrom: number; readonly trimShareBp: number }
}

/** Each appraisal's score anew from its ratings and the card's score; null: none, and `unknown` names a case left to the engine. */
export function personScores(tables: Tables, rules: Rules, cardOf: ReadonlyMap<string, CardScore>) {
  const isHead = new Set(tables.people.filter(({ is_head }) => is_head).map(({ person_id }) => person_id))
  return tables.appraisals.map((appraisal) => {
    const given = tables.ratings.filter((one) => one.appraisal_id === appraisal.appraisal_id)
    const score = (): CardScore => {
      if (appraisal.two_posts) return { unknown: 'two posts' }
      if (given.filter(({ group }) => group === 'superior').length > 1) return { unknown: 'several superiors' }
      let sum = fraction(0)
      for (const head of rules.heads) {
        const found =
          head.scoredFrom === 'scorecard'
            ? (cardOf.get(appraisal.person_id) ?? { score: null })
            : { score: headScore(given, head.items, { rules, leads: isHead.has(appraisal.person_id) }) }
        if ('unknown' in found) return found
        if (found.score === null) return { score: null }
        sum = plus(sum, times(found.score, fraction(`${head.weightBp}/10000`)))
      }
      return { score: sum }
    }
    return { appraisal, ...score() }
  })
}

type Given = Tables['ratings']

function headScore(given: Given, items: readonly { code: string }[], { rules, leads }: { rules: Rules; leads: boolean }): Fraction | null {
  const groups = rules.raterGroups.map(({ code, weightBp, leastRaters, mandatory }) => {
    const values = given
      .filter(({ group }) => group === code)
      .flatMap((rating) => {
        const own = items.flatMap((item) => (rating.items[item.code] === undefined ? [] : [fraction(rating.items[item.code] ?? '')]))
        return own.length === 0 ? [] : [over(total(own), fraction(own.length))]
      })
    const absent = values.length === 0 && (code === 'service-users' || code === (leads ? 'peers' : 'subordinates'))
    return { code, weight: fraction(weightBp), least: leastRaters, mandatory, values, absent }
  })
  const isShort = (one: (typeof groups)[number]) => !one.absent && (one.values.length < one.least || one.values.length === 0)
  const members = groups.filter(({ code, absent }) => rules.pooling.from.includes(code) && !absent)
  const pooled =
    members.length > 1 && members.some(isShort)
      ? [
          ...groups.filter((one) => !members.includes(one)),
          {
            ...{ code: 'pooled', mandatory: false, absent: false, least: rules.pooling.leastRaters },
            weight: total(members.map(({ weight }) => weight)),
            values: members.flatMap(({ values }) => values),
          },
        ]
      : groups
  if (pooled.some((one) => one.mandatory && isShort(one))) return null
  const used = pooled.filter((one) => !one.absent && !isShort(one))
  if (used.length === 0) return null
  const weight = total(used.map((one) => one.weight))
  return over(total(used.map((one) => times(one.weight, trimmed(one.values, rules.trimming)))), weight)
}

function trimmed(values: readonly Fraction[], { dropOneFrom, trimShareFrom, trimShareBp }: Rules['trimming']): Fraction {
  const sorted = [...values].sort((a, b) => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0))
  const n = sorted.length
  const cut = n >= trimShareFrom ? Math.floor((n * trimShareBp) / 10_000) : n >= dropOneFrom ? 1 : 0
  const kept = sorted.slice(cut, n - cut)
  return over(total(kept), fraction(kept.length))
}

/** Shares of a pool in whole fen, in proportion to weights: whole parts, then a fen each to the largest remainders. */
export function shareOut(pool: bigint, claims: readonly { key: string; weight: Fraction }[]): Map<string, bigint> {
  const all = total(claims.map(({ weight }) => weight))
  if (all.top === 0n) return new Map(claims.map(({ key }) => [key, 0n]))
  const shares = claims.map(({ key, weight }) => {
    const exact = over(times(weight, fraction(pool)), all)
    const whole = exact.top / exact.bottom
    return { key, weight, whole, rest: minus(exact, fraction(whole)) }
  })
  let left = pool - shares.reduce((sum, { whole }) => sum + whole, 0n)
  const order = [...shares].sort((a, b) => {
    if (isLess(b.rest, a.rest)) return -1
    if (isLess(a.rest, b.rest)) return 1
    return isLess(b.weight, a.weight) ? -1 : isLess(a.weight, b.weight) ? 1 : a.key < b.key ? -1 : 1
  })
  const fen = new Map(shares.map(({ key, whole }) => [key, whole]))
  for (const { key } of order) {
    if (left === 0n) break
    fen.set(key, (fen.get(key) ?? 0n) + 1n)
    left -= 1n
  }
  return fen
}
