import { expect, test } from 'vitest'
import type { RoomPage } from '../pages.ts'
import { pageAt, railPages, road } from './road.ts'

const page = (path: string, inRail = true): RoomPage => ({
  path,
  stage: 'design',
  permission: 'card.read',
  title: { zh: path, en: path },
  inRail,
  page: async () => () => null,
})

test('the cycle has passed the rooms before its stage and has yet to come to those after it', () => {
  expect(road([], 'run').map(({ at }) => at)).toEqual(['passed', 'passed', 'passed', 'here', 'ahead', 'ahead', 'ahead'])
})

test('without a cycle no milepost is marked', () => {
  expect(road([], null).every(({ at }) => at === 'ahead')).toBe(true)
})

test('a page with a name in its path is found by any value, one without goes first', () => {
  const pages = [page('/design/cards/$card'), page('/design/cards/mine')]
  expect(pageAt(pages, '/design/cards/42')?.path).toBe('/design/cards/$card')
  expect(pageAt(pages, '/design/cards/mine')?.path).toBe('/design/cards/mine')
  expect(pageAt(pages, '/design')).toBeUndefined()
})

test('the rail lists only pages that ask for it', () => {
  expect(railPages([page('/a'), page('/b', false)], 'design').map(({ path }) => path)).toEqual(['/a'])
})
