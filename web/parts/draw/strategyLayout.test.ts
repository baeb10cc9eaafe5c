import fc from 'fast-check'
import { expect, test } from 'vitest'
import { strategyLayout } from './strategyLayout.ts'

const PERSPECTIVES = ['public', 'process', 'people'].map((id) => ({ id, name: id }))

test('perspectives stand top-down and no two boxes cover each other', () => {
  const counts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9))
  const links = fc.array(fc.tuple(fc.nat(26), fc.nat(26)), { maxLength: 30 })
  fc.assert(
    fc.property(counts, links, (sizes, pairs) => {
      const objectives = PERSPECTIVES.flatMap(({ id }, p) =>
        Array.from({ length: sizes[p] ?? 0 }, (_, i) => ({ id: `${id}${i}`, perspectiveId: id, name: '' })),
      )
      const named = (i: number) => objectives[i % Math.max(1, objectives.length)]?.id ?? 'nobody'
      const { boxes, bands, height } = strategyLayout(
        PERSPECTIVES,
        objectives,
        pairs.map(([from, to]) => ({ from: named(from), to: named(to) })),
      )
      expect(bands.map(({ id }) => id)).toEqual(['public', 'process', 'people'])
      const all = [...boxes.values()]
      expect(all).toHaveLength(objectives.length)
      for (const [i, a] of all.entries())
        for (const b of all.slice(i + 1))
          expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true)
      expect(all.every((box) => box.y >= 0 && box.y + box.height <= height)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('boxes change places so that straight links do not cross', () => {
  const objectives = ['a', 'b'].flatMap((n) => [
    { id: `top-${n}`, perspectiveId: 'public', name: n },
    { id: `low-${n}`, perspectiveId: 'process', name: n },
  ])
  const { boxes } = strategyLayout(PERSPECTIVES, objectives, [
    { from: 'low-a', to: 'top-b' },
    { from: 'low-b', to: 'top-a' },
  ])
  const x = (id: string) => boxes.get(id)?.x ?? Number.NaN
  expect(Math.sign(x('low-a') - x('low-b'))).toBe(Math.sign(x('top-b') - x('top-a')))
})
