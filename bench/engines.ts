import { seededRandom } from '@milepost/decision/seededRandom'
import { payPool } from '@milepost/pay/payPool'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { alpha } from '@milepost/statistics/alpha'
import { benchCard, benchPool } from './inputs.ts'
import { type Line, report, timed } from './table.ts'

/** What the engines take, on input of the size of a bureau and of a large institution. */
const random = seededRandom('bench')
const cards = Array.from({ length: 300 }, (_, at) => benchCard(at, random))
const pool = benchPool(10_000, random)
const items = Array.from({ length: 44 }, (_, at) => ({
  id: `i${at}`,
  reverse: at % 4 === 3,
  answers: Array.from({ length: 10_000 }, () => 1 + Math.floor(random() * 5)),
}))

const lines: Line[] = [
  { what: 'score 300 cards x 8 measures x 12 months', unit: 'ms', runs: await timed(5, () => cards.map((card) => scoreCard(card))) },
  { what: 'pay pool of 10,000 people in 40 units', unit: 'ms', runs: await timed(5, () => payPool(pool)) },
  { what: 'Cronbach alpha, 44 items x 10,000 sheets', unit: 'ms', runs: await timed(5, () => alpha(items, { scale: { min: 1, max: 5 } })) },
]
report('engines', lines)
