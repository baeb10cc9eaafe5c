import type { Tx } from '../../platform/database/database.ts'
import { type CardScore, cardScorer } from './cards.ts'
import { readTables, type Tables } from './data.ts'
import { type Fraction, fraction, isLess, isSame, twoPlaces } from './fraction.ts'
import { type Held, invariantsOf } from './invariants.ts'
import { payLines, staleInputs } from './pay.ts'
import { personScores, type Rules } from './people.ts'

/**
 * Works a finished year out anew from the raw tables, sharing no code with the engines that made it: every card, every person's score, the
 * seats, the grades that stand, the pay lines to the fen; and looks whether the seven invariants of a cycle hold. null: no such year.
 */
export async function auditYear(tx: Tx, given: { institutionId: string; year: number; rules: Rules }): Promise<Held[] | null> {
  const tables = await readTables(tx, given.institutionId, given.year)
  if (!tables) return null
  const score = cardScorer(tables)
  const cards = new Map(tables.official.map(({ card_id }) => [card_id, score(card_id)]))
  return [
    cardsAgree(tables, cards),
    nobodyUnagreed(tables),
    peopleAgree(tables, given.rules, cards),
    seatsAgree(tables),
    ...payAgrees(tables),
    ...invariantsOf(tables),
  ]
}

function cardsAgree(tables: Tables, cards: ReadonlyMap<string, CardScore>): Held {
  const nameOf = holderNames(tables)
  const broken = tables.official.flatMap((stored) => {
    const found = cards.get(stored.card_id)
    return found ? differs(nameOf(stored.card_id), found, stored) : []
  })
  return { name: { zh: '计分卡得分重算一致', en: 'scores of cards, worked out anew' }, looked: tables.official.length, broken }
}

/** The official score and, where it is stored without loss, the exact one. */
function differs(name: string, found: CardScore, stored: { score?: string | null; official: string | null }): string[] {
  if ('unknown' in found) return [`${name}: not known here (${found.unknown})`]
  const official = found.score === null ? null : twoPlaces(found.score)
  const isExact = !stored.score || found.score === null || isSame(found.score, fraction(stored.score))
  return official === stored.official && isExact ? [] : [`${name}: ${official} ≠ ${stored.official}`]
}

function holderNames({ cards, people, units }: Tables): (cardId: string) => string {
  const named = new Map<string | null, string>([
    ...people.map((one) => [one.person_id, `${one.no} ${one.name}`] as const),
    ...units.map((one) => [one.unit_id, one.code] as const),
  ])
  const of = new Map(cards.map((one) => [one.card_id, one.person_id ?? one.unit_id]))
  return (cardId) => named.get(of.get(cardId) ?? null) ?? 'the institution'
}

/** A plan nobody agreed has no official score. */
function nobodyUnagreed(tables: Tables): Held {
  const scored = new Set(tables.official.map(({ card_id }) => card_id))
  const plans = tables.cards.filter(({ kind }) => kind === 'person')
  const nameOf = holderNames(tables)
  const broken = plans.filter(({ card_id, state }) => scored.has(card_id) && state !== 'agreed').map(({ card_id }) => nameOf(card_id))
  return { name: { zh: '未经确认的计划没有计分', en: 'no plan was scored that nobody agreed' }, looked: plans.length, broken }
}

function peopleAgree(tables: Tables, rules: Rules, cards: ReadonlyMap<string, CardScore>): Held {
  const cardOf = new Map(
    tables.cards.flatMap(({ person_id, card_id }) => {
      const found = cards.get(card_id)
      return person_id === null || !found ? [] : [[person_id, found] as const]
    }),
  )
  const nameOf = new Map(tables.people.map((one) => [one.person_id, `${one.no} ${one.name}`]))
  const broken = personScores(tables, rules, cardOf).flatMap(({ appraisal, ...found }) =>
    differs(nameOf.get(appraisal.person_id) ?? '', found, { official: appraisal.official }),
  )
  return { name: { zh: '个人考核得分重算一致', en: 'scores of people, worked out anew' }, looked: tables.appraisals.length, broken }
}

/** Nobody without a seat stands before somebody with one; where that was changed, the decision says so. */
function seatsAgree(tables: Tables): Held {
  const scoreOf = ({ official }: { official: string | null }): Fraction => fraction(official ?? '0')
  const seated = tables.appraisals.filter(({ standing }) => standing === 'has-seat')
  const held = tables.appraisals.filter(({ standing }) => standing === 'held-back-by-seats')
  const lowest = seated.map(scoreOf).reduce<Fraction | null>((low, one) => (low === null || isLess(one, low) ? one : low), null)
  const passed = lowest === null ? [] : held.filter((one) => isLess(lowest, scoreOf(one)))
  const proposed = new Map(tables.appraisals.map((one) => [one.appraisal_id, one.standing === 'has-seat' ? 'excellent' : null]))
  const silent = tables.decided.filter(
    ({ appraisal_id, grade, reason_code }) =>
      reason_code === 'as-proposed' && (grade === 'excellent') !== (proposed.get(appraisal_id) === 'excellent'),
  )
  const nameOf = new Map(tables.people.map((one) => [one.person_id, one.name]))
  const personOf = new Map(tables.appraisals.map((one) => [one.appraisal_id, one.person_id]))
  return {
    name: { zh: '名额按得分先后', en: 'seats go by score; what differs has its reason' },
    looked: seated.length + held.length,
    broken: [...passed.map(({ person_id }) => person_id), ...silent.map(({ appraisal_id }) => personOf.get(appraisal_id) ?? '')].map(
      (id) => nameOf.get(id) ?? id,
    ),
  }
}

function payAgrees(tables: Tables): Held[] {
  const personOf = new Map(tables.people.map((one) => [one.no, one.person_id]))
  return tables.pools.map((pool) => {
    const lines = new Map(
      tables.pay.filter((one) => one.pool_id === pool.pool_id && one.no === pool.no).map((one) => [one.person_id, one.fen]),
    )
    const shares = payLines(pool.input)
    const sum = [...lines.values()].reduce((all, fen) => all + BigInt(fen), 0n)
    const broken = shares
      ? [...shares].flatMap(([no, fen]) => {
          const stored = lines.get(personOf.get(no) ?? '') ?? '0'
          return String(fen) === stored ? [] : [`${no}: ${fen} ≠ ${stored}`]
        })
      : ['bounds: not known here']
    const whole = sum + BigInt(pool.reserve) === BigInt(pool.amount) ? [] : [`${sum} + ${pool.reserve} ≠ ${pool.amount}`]
    const stale = staleInputs(tables, pool.input).map((id) => `${id}: paid by another score or grade`)
    return {
      name: { zh: '绩效工资逐行重算到分', en: 'pay lines, worked out anew to the fen' },
      looked: lines.size,
      broken: [...broken, ...whole, ...stale],
    }
  })
}
