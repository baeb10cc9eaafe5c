import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CascadeCard, type CascadeLink, cascadeCoverage } from './cascadeCoverage.ts'

const at = (id: string, level: CascadeCard['level'], measures: string[], more: Partial<CascadeCard> = {}): CascadeCard => ({
  id,
  level,
  owner: `owner ${id}`,
  objectives: [{ id: `${id}/o` }],
  measures: measures.map((measure) => ({ id: measure, objective: `${id}/o`, weightBp: 10000 / measures.length })),
  ...more,
})
const serves = (child: string, parent: string, kind: CascadeLink['kind'] = 'contribute'): CascadeLink => ({ child, parent, kind })

describe('links that say nothing', () => {
  const cards = [at('bureau', 'institution', ['B']), at('office', 'unit', ['O']), at('station', 'unit', ['S']), at('li', 'person', ['L'])]
  test.each([
    ['an unknown child', serves('X', 'B'), 'unknown-child'],
    ['an unknown parent', serves('L', 'X'), 'unknown-parent'],
    ['a link to oneself', serves('L', 'L'), 'not-upward'],
    ['a link down', serves('B', 'O'), 'not-upward'],
    ['a link between people', serves('L', 'L2'), 'not-upward'],
  ])('%s is listed and counts for nothing', (_, link, because) => {
    const coverage = cascadeCoverage({ cards: [...cards, at('wang', 'person', ['L2'])], links: [link] })
    expect(coverage.brokenLinks).toEqual([{ link, because }])
    expect(coverage.uncovered.measures).toContain('B')
  })
  test('a unit may serve another unit; a circle of units does no harm', () => {
    const coverage = cascadeCoverage({ cards, links: [serves('O', 'S'), serves('S', 'O'), serves('L', 'O'), serves('S', 'B')] })
    expect(coverage.brokenLinks).toEqual([])
    expect(coverage.measures.find(({ id }) => id === 'B')).toMatchObject({ reach: 'person', owners: ['owner li'] })
  })
})

describe('too much', () => {
  test('a measure with more owners than a dozen is owned by nobody', () => {
    const people = Array.from({ length: 13 }, (_, index) => at(`p${index}`, 'person', [`m${index}`]))
    const links = people.map((_, index) => serves(`m${index}`, 'B'))
    const question = { cards: [at('bureau', 'institution', ['B']), ...people], links }
    expect(cascadeCoverage(question).sharedByTooMany).toEqual([{ measure: 'B', owners: 13 }])
    expect(cascadeCoverage({ ...question, mostOwners: 13 }).sharedByTooMany).toEqual([])
  })
  test('a person with more than seven measures', () => {
    const eight = Array.from({ length: 8 }, (_, index) => `m${index}`)
    expect(cascadeCoverage({ cards: [at('li', 'person', eight)], links: [] }).overloaded).toEqual([{ owner: 'owner li', measures: 8 }])
    expect(cascadeCoverage({ cards: [at('li', 'person', eight)], links: [], mostPerPerson: 8 }).overloaded).toEqual([])
  })
})

describe('development goals', () => {
  const li = at('li', 'person', ['L'], {
    developmentGoals: [{ id: 'g1', competency: 'bridges' }, { id: 'g2', competency: 'golf' }, { id: 'g3' }],
  })
  test('serve by a link or by a competency that some measure needs', () => {
    const coverage = cascadeCoverage({
      cards: [at('bureau', 'institution', ['B']), li],
      links: [serves('g3', 'B')],
      neededCompetencies: ['bridges'],
    })
    expect(coverage.developmentGoalsServingNothing).toEqual(['g2'])
  })
  test('a person without one is named', () => {
    expect(cascadeCoverage({ cards: [li, at('wang', 'person', ['W'])], links: [] }).peopleWithoutDevelopmentGoal).toEqual(['owner wang'])
  })
})

test('no cards, no answer to how much is carried', () => {
  expect(cascadeCoverage({ cards: [], links: [] })).toMatchObject({ coveredWeightBp: null, measures: [], objectives: [], orphans: [] })
})

const world = fc
  .record({
    units: fc.integer({ min: 1, max: 3 }),
    people: fc.integer({ min: 1, max: 5 }),
    picks: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 15 }),
  })
  .map(({ units, people, picks }) => {
    const cards = [
      at('bureau', 'institution', ['B0', 'B1']),
      ...Array.from({ length: units }, (_, index) => at(`u${index}`, 'unit', [`U${index}`])),
      ...Array.from({ length: people }, (_, index) => at(`p${index}`, 'person', [`P${index}`])),
    ]
    const ids = cards.flatMap(({ measures }) => measures.map(({ id }) => id))
    return { cards, links: picks.map(([a, b]) => serves(ids[a % ids.length]!, ids[b % ids.length]!)) }
  })
test('law: the order of cards and links changes nothing, and one link more never uncovers anything', () => {
  fc.assert(
    fc.property(world, ({ cards, links }) => {
      const sorted = (coverage: ReturnType<typeof cascadeCoverage>) => coverage.uncovered.measures.toSorted()
      const whole = cascadeCoverage({ cards, links })
      expect(sorted(cascadeCoverage({ cards: cards.toReversed(), links: links.toReversed() }))).toEqual(sorted(whole))
      const fewer = cascadeCoverage({ cards, links: links.slice(1) })
      for (const id of whole.uncovered.measures) expect(fewer.uncovered.measures).toContain(id)
      expect((whole.coveredWeightBp ?? 0) >= (fewer.coveredWeightBp ?? 0)).toBe(true)
    }),
    { numRuns: 80 },
  )
})
