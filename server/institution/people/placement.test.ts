import { addDays } from '@milepost/appraisal/days'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Held, type Place, placementOf, type Wanted } from './placement.ts'

const office: Place = { unitId: 'office', postId: 'engineer', isHead: false }
const station: Place = { unitId: 'station', postId: 'engineer', isHead: false }
const held = (place: Place, from: string, to: string | null = null): Held => ({
  ...place,
  assignmentId: `${place.unitId}-${from}`,
  from,
  to,
})
const wanted = (place: Place, more: Partial<Wanted> = {}): Wanted => ({
  place,
  joinedOn: '2018-07-01',
  joinedBefore: '2018-07-01',
  leftOn: null,
  ...more,
})

test('somebody new stands in the post since the day of joining', () => {
  const placement = placementOf([], wanted(office, { joinedBefore: null }), '2026-03-02')
  expect(placement).toEqual({ kind: 'steps', steps: [{ step: 'open', place: office, from: '2018-07-01', to: null }] })
})

test('a move closes the old post yesterday and opens the new one today', () => {
  const placement = placementOf([held(office, '2018-07-01')], wanted(station), '2026-03-02')
  expect(placement).toEqual({
    kind: 'steps',
    steps: [
      { step: 'end', assignmentId: 'office-2018-07-01', to: '2026-03-01' },
      { step: 'open', place: station, from: '2026-03-02', to: null },
    ],
  })
})

test('a post that begins today has not lasted a day and is replaced', () => {
  const posts = [held(office, '2018-07-01', '2026-03-01'), held(station, '2026-03-02')]
  expect(placementOf(posts, wanted({ ...station, isHead: true }), '2026-03-02')).toMatchObject({ steps: [{ step: 'replace' }] })
})

test('somebody who left stays where they were', () => {
  const posts = [held(office, '2018-07-01', '2025-12-31')]
  const moved = placementOf(posts, wanted(station, { leftOn: '2025-12-31' }), '2026-03-02')
  expect(moved).toEqual({ kind: 'impossible', because: 'moved-after-leaving' })
})

test('coming back opens a new post and leaves the old one as it was', () => {
  const posts = [held(office, '2018-07-01', '2024-06-30')]
  const back = placementOf(posts, wanted(office, { joinedOn: '2026-01-05' }), '2026-03-02')
  expect(back).toEqual({ kind: 'steps', steps: [{ step: 'open', place: office, from: '2026-01-05', to: null }] })
})

test('a date of leaving that is taken back lets the post go on', () => {
  const placement = placementOf([held(office, '2018-07-01', '2026-02-28')], wanted(office), '2026-03-02')
  expect(placement).toEqual({ kind: 'steps', steps: [{ step: 'end', assignmentId: 'office-2018-07-01', to: null }] })
})

test('a corrected day of joining moves the beginning of the first post', () => {
  const placement = placementOf([held(office, '2018-07-01')], wanted(office, { joinedOn: '2018-08-01' }), '2026-03-02')
  expect(placement).toEqual({ kind: 'steps', steps: [{ step: 'start', assignmentId: 'office-2018-07-01', from: '2018-08-01' }] })
})

/** Writes the steps down as the database would. */
function written(posts: readonly Held[], wish: Wanted, today: string, name: string): Held[] | null {
  const placement = placementOf(posts, wish, today)
  if (placement.kind === 'impossible') return null
  let after = [...posts]
  for (const step of placement.steps) {
    if (step.step === 'open') after.push({ ...step.place, assignmentId: name, from: step.from, to: step.to })
    else
      after = after.map((post) => {
        if (post.assignmentId !== step.assignmentId) return post
        if (step.step === 'end') return { ...post, to: step.to }
        if (step.step === 'start') return { ...post, from: step.from }
        return { ...post, ...step.place, to: step.to }
      })
  }
  return after
}

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-01', days))
const wish = fc.record({
  place: fc.constantFrom(office, station),
  joinedOn: day,
  leftOn: fc.option(day),
  passes: fc.integer({ min: 0, max: 5 }),
})

test('whatever an office imports day after day: nobody holds two posts at once, no post ends before it begins, and the same file again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), (wishes) => {
      let posts: Held[] = []
      let joinedBefore: string | null = null
      let today = '2026-01-10'
      for (const [i, { place, joinedOn, leftOn, passes }] of wishes.entries()) {
        today = addDays(today, passes)
        if (leftOn !== null && leftOn < joinedOn) continue
        const after = written(posts, { place, joinedOn, joinedBefore, leftOn }, today, `post-${i}`)
        if (after === null) continue
        posts = after
        joinedBefore = joinedOn
        expect(placementOf(posts, { place, joinedOn, joinedBefore, leftOn }, today)).toEqual({ kind: 'steps', steps: [] })
        for (const [at, post] of posts.entries()) {
          expect(post.to === null || post.to >= post.from).toBe(true)
          const next = posts[at + 1]
          if (next) expect(post.to !== null && post.to < next.from).toBe(true)
        }
      }
    }),
    { numRuns: 2000 },
  )
})
