import { seededRandom } from '@milepost/decision/seededRandom'
import { roundHalfAway } from '@milepost/exact/rounding'
import { hundredthsOf, ROUNDOFF } from '@milepost/scorecard/province/bounded'
import { deskFor, type Plan, planOf, STATE_CODE, scoreExact, scoreFast } from '@milepost/scorecard/province/plan'
import { type RandomCard, randomCard } from './exactCards.ts'
import { type Line, report } from './table.ts'

/**
 * Ten million random scorecards: the official score of the fast engine against whole-number arithmetic that shares no code with it, at every
 * rounding and every grade cut. Prints the count; ends with 1 at the first difference.
 *   npx tsx bench/exactness.ts [count]
 */
const count = Number(process.argv[2] ?? 10_000_000)
const random = seededRandom('ten million')
const CUTS = [9000, 8000, 6000]
const bandOf = (hundredths: number): number => CUTS.findIndex((cut) => hundredths >= cut)
const tally = { open: 0, onACut: 0, unscored: 0, wrongByDoubles: 0 }
const actuals = new Float64Array(6)
const states = new Uint8Array(6)

function check(card: RandomCard, plan: Plan, desk: ReturnType<typeof deskFor>): boolean {
  const given = Array.from({ length: card.size }, () =>
    random() < 0.02 ? null : (Math.floor(random() * (random() < 0.3 ? 101 : 13_000)) * (random() < 0.3 ? 100 : 1)) % 13_000,
  )
  for (const [at, one] of given.entries()) {
    states[at] = one === null ? STATE_CODE.not_applicable : STATE_CODE.reported
    actuals[at] = one === null ? 0 : Number((one / 100).toFixed(2))
  }
  const right = card.exactly(given)
  const place = scoreFast(plan, actuals, states, 0, desk)
  if (right === null || desk.outcomes[place] !== 0) {
    tally.unscored++
    return right === null && desk.outcomes[place] !== 0
  }
  const fast = hundredthsOf(desk.scores[place]!, desk.errors[place]! + ROUNDOFF * desk.scores[place]!)
  const open = Number.isNaN(fast)
  const official = open ? Math.round(Number(roundHalfAway(scoreExact(plan, actuals, states, 0) ?? 0, 2)) * 100) : fast
  if (open) {
    tally.open++
    if (Math.floor(desk.scores[place]! * 100 + 0.5) !== Number(right)) tally.wrongByDoubles++
  }
  if (CUTS.includes(Number(right))) tally.onACut++
  return official === Number(right) && bandOf(official) === bandOf(Number(right))
}

const started = performance.now()
let done = 0
while (done < count) {
  const card = randomCard(random)
  const planned = planOf(card.template)
  if (planned.kind !== 'plan') throw new Error(planned.because)
  const desk = deskFor([planned.plan])
  for (let at = 0; at < 1000 && done < count; at++, done++) {
    if (check(card, planned.plan, desk)) continue
    console.error(`card ${done} differs`, JSON.stringify(card.template), [...actuals], [...states])
    process.exit(1)
  }
}
const lines: Line[] = [
  { what: 'random scorecards, every rounding and grade cut as exact rationals say', unit: '', runs: [done] },
  { what: 'differences', unit: '', runs: [0] },
  { what: 'roundings the error bound left open (decided exactly)', unit: '', runs: [tally.open] },
  { what: 'of these, doubles alone would have been wrong', unit: '', runs: [tally.wrongByDoubles] },
  { what: 'official score exactly on a grade cut', unit: '', runs: [tally.onACut] },
  { what: 'cards with nothing applicable, unscored on both sides', unit: '', runs: [tally.unscored] },
  { what: 'time', unit: 's', runs: [(performance.now() - started) / 1000] },
]
report('exactness', lines)
