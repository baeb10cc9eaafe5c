import { expect, test } from 'vitest'
import { type CascadeCard, type CascadeLink, type CascadeQuestion, cascadeCoverage } from './cascadeCoverage.ts'

const carried = (id: string, level: CascadeCard['level'], measures: [string, number][], goals?: string[]): CascadeCard => ({
  id,
  level,
  owner: `owner of ${id}`,
  objectives: [{ id: `${id}.o` }],
  measures: measures.map(([measure, weightBp]) => ({ id: measure, objective: `${id}.o`, weightBp })),
  ...(goals && { developmentGoals: goals.map((goal) => ({ id: goal })) }),
})
const link = (child: string, parent: string): CascadeLink => ({ child, parent, kind: 'contribute' })

const bureau: CascadeQuestion = {
  cards: [
    carried('bureau', 'institution', [
      ['PS11', 6000],
      ['PS07', 3000],
      ['FB01', 1000],
    ]),
    carried('station', 'unit', [
      ['station.potholes', 7000],
      ['station.calls', 3000],
    ]),
    carried(
      'worker',
      'person',
      [
        ['worker.potholes', 6000],
        ['worker.diary', 4000],
      ],
      ['goal.patching'],
    ),
    carried('clerk', 'person', []),
  ],
  links: [link('station.potholes', 'PS11'), link('worker.potholes', 'station.potholes'), link('station.calls', 'PS07')],
}

test('what nobody carries is listed; what only a unit carries is said to stop there', () => {
  const coverage = cascadeCoverage(bureau)
  expect(coverage.measures.map(({ id, reach }) => [id, reach])).toEqual([
    ['PS11', 'person'],
    ['PS07', 'unit'],
    ['FB01', 'nobody'],
    ['station.potholes', 'person'],
    ['station.calls', 'nobody'],
  ])
  expect(coverage.uncovered).toEqual({ objectives: [], measures: ['FB01', 'station.calls'] })
  expect(coverage.coveredWeightBp).toBe(6000)
})

test('an objective that only a development goal serves is carried by nobody', () => {
  const goalOnly = cascadeCoverage({ ...bureau, links: [link('goal.patching', 'bureau.o')] })
  expect(goalOnly.uncovered.objectives).toContain('bureau.o')
})

test('what serves nothing above it is an orphan; serving through its objective is enough', () => {
  expect(cascadeCoverage(bureau).orphans).toEqual([{ id: 'worker.diary', card: 'worker' }])
  expect(cascadeCoverage({ ...bureau, links: [...bureau.links, link('worker.o', 'station.o')] }).orphans).toEqual([])
})

test('people without a development goal, and goals that serve nothing', () => {
  expect(cascadeCoverage(bureau).peopleWithoutDevelopmentGoal).toEqual(['owner of clerk'])
  expect(cascadeCoverage(bureau).developmentGoalsServingNothing).toEqual(['goal.patching'])
  const cards = bureau.cards.map((card) =>
    card.developmentGoals ? { ...card, developmentGoals: [{ id: 'goal.patching', competency: 'patching' }] } : card,
  )
  expect(cascadeCoverage({ ...bureau, cards, neededCompetencies: ['patching'] }).developmentGoalsServingNothing).toEqual([])
})

test('too many owners, and too many measures on one person', () => {
  expect(cascadeCoverage({ ...bureau, mostOwners: 0, mostPerPerson: 1 })).toMatchObject({
    sharedByTooMany: [
      { measure: 'PS11', owners: 1 },
      { measure: 'station.potholes', owners: 1 },
    ],
    overloaded: [{ owner: 'owner of worker', measures: 2 }],
  })
})

test('links that lead nowhere, down or to the same card are named and not followed', () => {
  const links = [
    link('nobody', 'PS11'),
    link('worker.diary', 'nowhere'),
    link('PS11', 'station.potholes'),
    link('station.calls', 'station.potholes'),
  ]
  const coverage = cascadeCoverage({ ...bureau, links })
  expect(coverage.brokenLinks.map(({ because }) => because)).toEqual(['unknown-child', 'unknown-parent', 'not-upward', 'not-upward'])
  expect(coverage.coveredWeightBp).toBe(0)
})

test('a circle among units is walked once', () => {
  const cards = [...bureau.cards, carried('yard', 'unit', [['yard.a', 10000]])]
  const links = [link('yard.a', 'station.potholes'), link('station.potholes', 'yard.a')]
  expect(cascadeCoverage({ ...bureau, cards, links }).measures.find(({ id }) => id === 'yard.a')?.reach).toBe('unit')
})

test('the order of cards and links does not matter', () => {
  const turned = cascadeCoverage({ cards: bureau.cards.toReversed(), links: bureau.links.toReversed() })
  const sorted = (list: { id: string }[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(sorted(turned.measures)).toEqual(sorted(cascadeCoverage(bureau).measures))
})
