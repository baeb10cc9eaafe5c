import { scoreCard } from './scoreCard.ts'
import { card, measure, objective } from './testCards.ts'

const make = (i: number) =>
  card(
    [0, 1, 2, 3].map((p) =>
      objective(
        'o' + p,
        [0, 1].map((m) =>
          measure(
            `m${p}${m}`,
            1250,
            Array.from({ length: 12 }, (_, k) => ({
              period: `2025-${String(k + 1).padStart(2, '0')}`,
              state: (k === 5 && m === 0 ? 'missing' : 'reported') as 'missing',
              numerator: String(70 + ((i * 7 + k * 3 + m) % 29)),
              denominator: '97',
            })),
            {
              timeAggregation: 'ratio',
              ratioScale: '100',
              rule: { kind: 'floor_target_stretch', direction: 'up', floor: '75', target: '93', stretch: '99' },
            },
          ),
        ),
      ),
    ),
  )
const cards = Array.from({ length: 300 }, (_, i) => make(i))
for (let r = 0; r < 4; r++) {
  const t = performance.now()
  for (const c of cards) {
    scoreCard(c)
  }
  console.log('300x8x12', (performance.now() - t).toFixed(0))
}
