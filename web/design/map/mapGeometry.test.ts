import { describe, expect, test } from 'vitest'
import { dropOf, linesOf, mapGeometry, neighbourOf } from './mapGeometry.ts'

const name = { zh: '', en: '' }
const objective = (objectiveId: string, perspectiveId: string, place: { x: number; y: number } | null = null) => ({
  objectiveId,
  perspectiveId,
  code: objectiveId,
  name,
  statement: name,
  order: 1,
  findingId: null,
  themeId: null,
  ownerPersonId: null,
  place,
  rollRule: 'weighted' as const,
  critical: false,
})
const perspective = (perspectiveId: string, order: number) => ({
  perspectiveId,
  code: perspectiveId,
  name,
  order,
  weightBp: 5000,
  rollRule: 'weighted' as const,
})
const perspectives = [perspective('top', 1), perspective('bottom', 2)]
const laidOut = mapGeometry({
  perspectives,
  objectives: [objective('a', 'top'), objective('b', 'bottom'), objective('c', 'bottom')],
  links: [],
})

describe('places on the map', () => {
  test('bands stand one below the other, and every box lies in its own', () => {
    const [top, bottom] = laidOut.bands
    const [a, b] = [laidOut.boxes.get('a'), laidOut.boxes.get('b')]
    if (!top || !bottom || !a || !b) throw new Error('all are there')
    expect(bottom.y).toBeGreaterThan(top.y + top.height)
    expect(a.y + a.height).toBeLessThan(top.y + top.height)
    expect(b.y).toBeGreaterThan(bottom.y)
  })
  test('what was put by hand stands there; a band grows with it and pushes the next one down', () => {
    const placed = mapGeometry({
      perspectives,
      objectives: [objective('a', 'top', { x: 400, y: 200 }), objective('b', 'bottom')],
      links: [],
    })
    expect(placed.boxes.get('a')).toMatchObject({ x: 516, y: 200 })
    expect(placed.bands[0]?.height).toBeGreaterThanOrEqual(200 + 72)
    expect(placed.bands[1]?.y).toBeGreaterThan(laidOut.bands[1]?.y ?? 0)
  })
  test('dropping says perspective and place, and what was dropped is found there again', () => {
    const a = laidOut.boxes.get('a')
    const bottom = laidOut.bands[1]
    if (!a || !bottom) throw new Error('both are there')
    const drop = dropOf(laidOut, a, { x: 301, y: bottom.y + 13 })
    expect(drop).toEqual({ perspectiveId: 'bottom', place: { x: 184, y: 12 } })
    const after = mapGeometry({ perspectives, objectives: [objective('a', 'bottom', drop?.place ?? null)], links: [] })
    expect(after.boxes.get('a')?.x).toBe(300)
    expect(dropOf(laidOut, a, { x: -50, y: -90 })).toEqual({ perspectiveId: 'top', place: { x: 0, y: 0 } })
  })
  test('the arrow keys go to the nearest box that way, and nowhere where there is none', () => {
    expect(neighbourOf(laidOut.boxes, 'b', 'up')).toBe('a')
    expect(neighbourOf(laidOut.boxes, 'b', 'right')).toBe('c')
    expect(neighbourOf(laidOut.boxes, 'a', 'up')).toBeNull()
  })
})

test('names break between Chinese letters and between English words, and what does not fit ends in three dots', () => {
  expect(linesOf('公众与利益相关方满意', 14 * 5, 2)).toEqual(['公众与利益', '相关方满意'])
  expect(linesOf('Smooth and comfortable roads', 110, 3)).toEqual(['Smooth and', 'comfortable', 'roads'])
  expect(linesOf('Smooth and comfortable roads', 110, 2)[1]).toBe('comfortable…')
})
