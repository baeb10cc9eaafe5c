import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AppraisalLinks, cycleLinks, fakeSigns, type LinkState, linkIndex, linkMap, type RecordedLink } from './missingLinks.ts'
import { type OpenItem, opennessRate } from './opennessRate.ts'
import { rules } from './testing/rules.ts'

const { weights, fakes } = rules.links
const links = (more: Partial<AppraisalLinks['links']> = {}, all: LinkState = 'on-time'): AppraisalLinks['links'] => ({
  'plan-agreed': all,
  'measures-linked': all,
  'check-ins-held': all,
  'evidence-given': all,
  'self-report': all,
  'raters-enough': all,
  'second-level': all,
  interview: all,
  signature: all,
  'result-used': all,
  ...more,
})

describe('the completeness of one appraisal', () => {
  test('without its interview it is 85: the interview weighs 15 of 100', () => {
    expect(linkIndex(links({ interview: 'missing' }), weights)).toMatchObject({ kind: 'known', official: '85.00', missing: ['interview'] })
  })

  test('a link not due yet, or not asked for, leaves the rest to weigh: 80 of 85', () => {
    expect(linkIndex(links({ interview: 'not-due', 'second-level': 'late' }), weights)).toMatchObject({
      official: '94.12',
      due: 9,
      late: ['second-level'],
    })
    expect(linkIndex(links({ 'second-level': 'not-asked' }), weights)).toMatchObject({ official: '100.00' })
  })

  test('late is not on time, and nothing due is no zero', () => {
    expect(linkIndex(links({}, 'late'), weights)).toMatchObject({ official: '0.00' })
    expect(linkIndex(links({}, 'not-due'), weights)).toEqual({ kind: 'undefined', because: 'nothing-due' })
    expect(linkIndex(links(), { ...weights, interview: 0 })).toEqual({ kind: 'undefined', because: 'weights-must-total-100' })
  })

  test('one link more in time never lowers it', () => {
    const states = fc.constantFrom<LinkState>('on-time', 'late', 'missing', 'not-due', 'not-asked')
    fc.assert(
      fc.property(fc.array(states, { minLength: 10, maxLength: 10 }), fc.nat(9), (all, at) => {
        const given = links(Object.fromEntries(cycleLinks.map((link, place) => [link, all[place]])))
        const link = cycleLinks[at] ?? 'interview'
        if (given[link] !== 'late' && given[link] !== 'missing') return
        const [before, after] = [linkIndex(given, weights), linkIndex({ ...given, [link]: 'on-time' }, weights)]
        if (before.kind !== 'known' || after.kind !== 'known') throw new Error('not known')
        expect(Number(after.official)).toBeGreaterThan(Number(before.official))
      }),
    )
  })
})

describe('where links are missing', () => {
  const appraisals: AppraisalLinks[] = [
    { appraisal: '1', unit: 'east', links: links({ interview: 'missing' }) },
    { appraisal: '2', unit: 'east', links: links({ interview: 'late', signature: 'missing' }) },
    { appraisal: '3', unit: 'west', links: links() },
  ]

  test('each unit, the whole, and the weakest link', () => {
    expect(linkMap(appraisals, weights)).toMatchObject({
      units: [
        { unit: 'east', official: '82.50', appraisals: 2 },
        { unit: 'west', official: '100.00', appraisals: 1 },
      ],
      official: '88.33',
      weakest: { link: 'interview', official: '66.67' },
    })
    expect(linkMap(appraisals, weights).cells).toContainEqual({ unit: 'east', link: 'interview', due: 2, onTime: 0, late: 1 })
    expect(linkMap([], weights)).toEqual({ cells: [], units: [], official: null, appraisals: 0, weakest: null })
  })
})

describe('links entered for the sake of the count', () => {
  const record = (id: string, minutes: number, more: Partial<RecordedLink> = {}): RecordedLink => ({
    id,
    unit: 'east',
    recordedAt: Date.parse('2026-06-30T08:00:00Z') + minutes * 60_000,
    heldOn: '2026-06-28',
    recordedOn: '2026-06-30',
    text: `谈了第${id}项工作`,
    ...more,
  })

  test('eight in an hour are pointed out, seven are not', () => {
    const eight = Array.from({ length: 8 }, (_, at) => record(String(at), at * 8))
    expect(fakeSigns(eight, fakes)).toEqual([
      { code: 'recorded-in-one-go', unit: 'east', records: ['0', '1', '2', '3', '4', '5', '6', '7'] },
    ])
    expect(fakeSigns(eight.slice(1), fakes)).toEqual([])
  })

  test('dated back by more than a month, and the same words for two people', () => {
    expect(fakeSigns([record('1', 0, { heldOn: '2026-05-01' })], fakes)).toEqual([
      { code: 'dated-back', unit: 'east', records: ['1'], days: 30 },
    ])
    expect(fakeSigns([record('1', 0, { text: '工作 正常。' }), record('2', 600, { text: '工作正常。' })], fakes)).toEqual([
      { code: 'same-words', unit: 'east', records: ['1', '2'] },
    ])
    expect(fakeSigns([record('1', 0, { text: '好' }), record('2', 600, { text: '好' })], fakes)).toEqual([])
  })
})

describe('openness', () => {
  const item = (name: string, more: Partial<OpenItem> = {}): OpenItem => ({
    item: name,
    audience: 'unit',
    weightBp: 5000,
    published: 'on-time',
    entitled: 10,
    viewed: 8,
    ...more,
  })

  test('two items of equal weight, one read by 8 of 10 and one late: 40 per cent', () => {
    expect(opennessRate([item('plan'), item('results', { published: 'late' })])).toMatchObject({ official: '40.00', missing: ['results'] })
  })

  test('the public is not counted: published in time it is reached, and that is said', () => {
    expect(opennessRate([item('page', { entitled: null, viewed: null })])).toMatchObject({
      official: '100.00',
      readersNotCounted: ['page'],
    })
  })

  test('nothing due is no zero; more readers than entitled is a fault of the records', () => {
    expect(opennessRate([item('plan', { published: 'not-due' })])).toEqual({ kind: 'undefined', because: 'nothing-due' })
    expect(opennessRate([item('plan', { viewed: 11 })])).toEqual({ kind: 'undefined', because: 'more-viewed-than-entitled', item: 'plan' })
  })
})
