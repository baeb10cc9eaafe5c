import { compare } from '@milepost/exact/exact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, rankCandidates, type TieBreak } from './candidateOrder.ts'
import { type CriteriaChecklist, criteriaFacets, gradeByCriteria } from './criteria.ts'
import { type Grade, gradeRank, lowerGrade } from './grade.ts'

const GRADES: readonly Grade[] = ['excellent', 'qualified', 'basic', 'unqualified']
const ORDER: readonly TieBreak[] = ['results-score', 'objective-score', 'satisfaction']
const candidate = (person: string, score: string | null, tieBreaks: Candidate['tieBreaks'] = {}): Candidate => ({
  ...{ person, pool: 'all', verdict: 'graded', ceiling: null, criteriaGrade: 'excellent', score },
  tieBreaks,
})
const names = (groups: readonly (readonly Candidate[])[]) => groups.map((group) => group.map(({ person }) => person).toSorted())

describe('the order of candidates', () => {
  test('scores are compared exactly: a third is above 0.333333, and 90 is 90.00', () => {
    expect(names(rankCandidates([candidate('a', '0.333333'), candidate('b', '1/3')], ORDER).groups)).toEqual([['b'], ['a']])
    expect(names(rankCandidates([candidate('a', '90'), candidate('b', '90.00')], []).groups)).toEqual([['a', 'b']])
  })

  test('equal scores go on to the results, then to the objective score, then to satisfaction', () => {
    const { groups, passedOver } = rankCandidates(
      [
        candidate('a', '90', { 'results-score': '80', 'objective-score': '70', satisfaction: '60' }),
        candidate('b', '90', { 'results-score': '80', 'objective-score': '70', satisfaction: '61' }),
        candidate('c', '90', { 'results-score': '80', 'objective-score': '71', satisfaction: '10' }),
        candidate('d', '90', { 'results-score': '81', 'objective-score': '1', satisfaction: '1' }),
        candidate('e', '90.01', {}),
      ],
      ORDER,
    )
    expect(names(groups)).toEqual([['e'], ['d'], ['c'], ['b'], ['a']])
    expect(passedOver).toEqual([])
  })

  test('a tie-break that somebody tied lacks is passed over and named; nobody loses a place to a missing number', () => {
    const { groups, passedOver } = rankCandidates(
      [
        candidate('a', '90', { 'results-score': '80', satisfaction: '60' }),
        candidate('b', '90', { 'results-score': null, satisfaction: '70' }),
        candidate('c', '85', { 'results-score': '10' }),
      ],
      ORDER,
    )
    expect(names(groups)).toEqual([['b'], ['a'], ['c']])
    expect(passedOver).toEqual([
      { tieBreak: 'results-score', people: ['a', 'b'] },
      { tieBreak: 'objective-score', people: ['a', 'b'] },
    ])
  })

  test('who lacks a value is set apart by a later tie-break, and the earlier one then divides the rest', () => {
    const { groups, passedOver } = rankCandidates(
      [
        candidate('a', '80', { 'results-score': '1', 'objective-score': '2' }),
        candidate('b', '80', { 'results-score': '2', 'objective-score': '2' }),
        candidate('c', '80', { 'results-score': null, 'objective-score': '1' }),
      ],
      ORDER,
    )
    expect(names(groups)).toEqual([['b'], ['a'], ['c']])
    expect(passedOver).toEqual([{ tieBreak: 'results-score', people: ['a', 'b', 'c'] }])
  })

  test('who has no score is set apart before: ranking them is misuse', () => {
    expect(() => rankCandidates([candidate('a', '90'), candidate('b', null)], ORDER)).toThrow(RangeError)
    expect(rankCandidates([], ORDER).groups).toEqual([])
  })

  const people = fc.array(
    fc.record({
      score: fc.integer({ min: 80, max: 83 }).map(String),
      results: fc.option(fc.integer({ min: 1, max: 3 }).map(String), { freq: 6 }),
      objective: fc.option(fc.integer({ min: 1, max: 2 }).map(String), { freq: 6 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  const drawn = (given: readonly { score: string; results: string | null; objective: string | null }[]) =>
    given.map(({ score, results, objective }, at) => candidate(`p${at}`, score, { 'results-score': results, 'objective-score': objective }))

  test('law: everybody is ranked once, higher scores first, whatever else is looked at', () => {
    fc.assert(
      fc.property(people, (given) => {
        const all = drawn(given)
        const { groups } = rankCandidates(all, ORDER)
        expect(
          groups
            .flat()
            .map(({ person }) => person)
            .toSorted(),
        ).toEqual(all.map(({ person }) => person).toSorted())
        const scores = groups.flat().map(({ score }) => score ?? '')
        for (const [at, score] of scores.entries()) if (at > 0) expect(compare(score, scores[at - 1]!)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('law: names and the order of the list play no part', () => {
    fc.assert(
      fc.property(people, (given) => {
        const all = drawn(given)
        const renamed = all.map((one) => ({ ...one, person: `z${one.person}` })).toReversed()
        const plain = names(rankCandidates(all, ORDER).groups)
        expect(names(rankCandidates(renamed, ORDER).groups)).toEqual(plain.map((group) => group.map((person) => `z${person}`)))
      }),
    )
  })

  test('law: those left together are alike in the score and in every tie-break that all of them have', () => {
    fc.assert(
      fc.property(people, (given) => {
        for (const group of rankCandidates(drawn(given), ORDER).groups) {
          expect(new Set(group.map(({ score }) => score)).size).toBe(1)
          for (const tieBreak of ORDER) {
            const values = group.map(({ tieBreaks }) => tieBreaks[tieBreak] ?? null)
            if (!values.includes(null)) expect(new Set(values).size).toBe(1)
          }
        }
      }),
    )
  })
})

describe('the checklist', () => {
  test('all 1,024 checklists: the lowest facet decides, and the facets that hold the grade down are named', () => {
    let seen = 0
    const fill = (facets: readonly Grade[]): void => {
      if (facets.length < criteriaFacets.length) {
        for (const grade of GRADES) fill([...facets, grade])
        return
      }
      seen++
      const checklist = Object.fromEntries(criteriaFacets.map((facet, at) => [facet, facets[at]])) as CriteriaChecklist
      const lowest = facets.reduce((worst, grade) => (gradeRank(grade) > gradeRank(worst) ? grade : worst))
      expect(gradeByCriteria(checklist)).toEqual({
        kind: 'known',
        grade: lowest,
        limitedBy: lowest === 'excellent' ? [] : criteriaFacets.filter((_, at) => facets[at] === lowest),
      })
    }
    fill([])
    expect(seen).toBe(1024)
  })

  test('a facet nobody looked at leaves the grade open, whatever the others say', () => {
    const checklist = { ethics: 'unqualified', ability: null, service: 'excellent', results: null, integrity: 'basic' } as const
    expect(gradeByCriteria(checklist)).toEqual({ kind: 'undefined', because: 'checklist-not-complete', facets: ['ability', 'results'] })
  })
})

describe('grades', () => {
  test('law: the lower of two is one of them, whichever comes first, and never better than either', () => {
    for (const one of GRADES)
      for (const other of GRADES) {
        const lower = lowerGrade(one, other)
        expect([one, other]).toContain(lower)
        expect(lower).toBe(lowerGrade(other, one))
        expect(gradeRank(lower)).toBe(Math.max(gradeRank(one), gradeRank(other)))
      }
  })

  test('there are four, from excellent down', () => {
    expect(GRADES.map(gradeRank)).toEqual([0, 1, 2, 3])
  })
})
