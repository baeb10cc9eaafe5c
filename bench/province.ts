import { seededRandom } from '@milepost/decision/seededRandom'
import { openProvince } from '@milepost/scorecard/province/province'
import { provinceInput } from './provinceInput.ts'
import { type Line, report, timed } from './table.ts'

/** 100,000 people x 12 measures rolled up through 3,000 units on one core; one value changed; one card explained. */
const random = seededRandom('province')
const size = { people: 100_000, units: 3000 }
const input = provinceInput(size, random)
const opening: number[] = []
const start = performance.now()
const province = openProvince(input)
opening.push(performance.now() - start)
province.scoreAll()
const scoring = await timed(9, () => province.scoreAll())
const { measures, decidedExactly } = province.scoreAll()

const changing: number[] = []
/** Of the process alone: on a busy machine the clock also counts the turns that other programs took. */
const working: number[] = []
for (let at = 0; at < 5000; at++) {
  const card = Math.floor(random() * size.people)
  const measure = Math.floor(random() * 12)
  const value = (60 + random() * 40).toFixed(2)
  const worked = process.cpuUsage()
  const began = performance.now()
  province.change(card, measure, value)
  changing.push((performance.now() - began) * 1000)
  const { user, system } = process.cpuUsage(worked)
  working.push(user + system)
}
const ordered = changing.toSorted((a, b) => a - b)
const worst = working.toSorted((a, b) => a - b)
const explaining: number[] = []
for (let at = 0; at < 50; at++) {
  const began = performance.now()
  const { tree } = province.explain(at * 1999)
  explaining.push(performance.now() - began)
  if (tree.official !== province.card(at * 1999).official) throw new Error(`card ${at * 1999}: the fast score is not the exact one`)
}

const lines: Line[] = [
  { what: 'take in 100,000 cards x 12 values (text to numbers) and 3,000 units', unit: 'ms', runs: opening },
  { what: 'score all and roll up', unit: 'ms', runs: scoring },
  { what: 'measure-scores a second, one core', unit: '/s', runs: scoring.map((ms) => (measures / ms) * 1000) },
  { what: 'one value changed, to the root: median', unit: 'µs', runs: [ordered[2500]!] },
  { what: 'one value changed, to the root: 99 in 100 within', unit: 'µs', runs: [ordered[4950]!] },
  { what: 'one value changed, to the root: slowest of 5,000', unit: 'µs', runs: [ordered[4999]!] },
  { what: 'one value changed, to the root: processor time of the dearest of 5,000', unit: 'µs', runs: [worst[4999]!] },
  {
    what: 'of 5,000 changes, over a millisecond of processor time (collection of garbage)',
    unit: '',
    runs: [worst.filter((us) => us > 1000).length],
  },
  { what: 'one card explained (exact engine, zh and en)', unit: 'ms', runs: explaining },
  { what: 'roundings of 103,000 that doubles left open, decided exactly', unit: '', runs: [decidedExactly] },
]
report('province', lines)
