import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrowPath, type Box } from '../../parts/draw/strategyLayout.ts'
import { clearOfBoxes, routeArrow, rowsOf } from './routeArrow.ts'

const box = (id: string, x: number, y: number): Box => ({ id, x, y, width: 180, height: 60 })

test('an arrow with nothing in its way is drawn as ever', () => {
  const [from, to] = [box('a', 0, 400), box('b', 0, 0)]
  expect(routeArrow(from, to, rowsOf([from, to, box('c', 400, 200)])).path).toBe(arrowPath(from, to))
})

test('an arrow that would run behind a box goes through the nearest gap, and its marks stand there', () => {
  const [from, to, between] = [box('a', 100, 400), box('b', 100, 0), box('c', 100, 200)]
  const { path, middle } = routeArrow(from, to, rowsOf([from, to, between]))
  expect(path).not.toBe(arrowPath(from, to))
  expect(middle).toEqual({ x: 90, y: 230 })
})

test('an arrow that slants across a row is led too where it would only graze a box', () => {
  const [from, to, between] = [box('a', 0, 400), box('b', 600, 0), box('c', 380, 200)]
  expect(routeArrow(from, to, rowsOf([from, to, between])).path).toMatch(/^M90 400C.*L\d+ 195C/)
})

test('marks that a box would hide stand aside, and stay where aside another box would hide them', () => {
  const rows = rowsOf([box('a', 100, 0), box('b', 310, 0)])
  expect(clearOfBoxes({ x: 90, y: 30 }, 20, rowsOf([box('a', 100, 0)]))).toEqual({ x: 79, y: 30 })
  expect(clearOfBoxes({ x: 295, y: 30 }, 14, rows)).toEqual({ x: 295, y: 30 })
  expect(clearOfBoxes({ x: 90, y: 90 }, 20, rows)).toEqual({ x: 90, y: 90 })
})

test('side by side the arrow stays between the two, whatever row they stand in', () => {
  const [from, to] = [box('a', 0, 200), box('b', 230, 200)]
  expect(routeArrow(from, to, rowsOf([from, to])).path).toBe(arrowPath(from, to))
})

test('law: led through a row, an arrow never crosses a box of it', () => {
  const rowOfBoxes = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rowOfBoxes, fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 1200 }), (places, a, b) => {
      const [from, to] = [box('a', a, 400), box('b', b, 0)]
      const between = places.map((place) => box(`c${place}`, 120 + place * 230, 200))
      const { path } = routeArrow(from, to, rowsOf([from, to, ...between]))
      const straight = [...path.matchAll(/L([\d.-]+) /g)].map(([, x]) => Number(x))
      for (const x of straight) for (const one of between) expect(x <= one.x || x >= one.x + one.width).toBe(true)
    }),
  )
})
