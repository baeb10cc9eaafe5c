import { expect, test } from 'vitest'
import { isAmount, isReserve } from '../typedAmounts.ts'
import { axisEnd, type Draft, draftOf, faultsAt, findingsOf, isReadable, onEarlier, type PoolView, shownOf, tryOut } from './trial.ts'

const UNIT = '01900000-0000-7000-8000-000000000001'
const person = (no: string, grade: 'excellent' | 'qualified' | 'basic' | null, score: string) => ({
  personId: `01900000-0000-7000-8000-00000000010${no}`,
  employeeNo: no,
  name: `某${no}`,
  payUnit: 'YH',
  unit: { zh: '养护科', en: 'Maintenance' },
  post: { zh: '工程师', en: 'Engineer' },
  leads: no === '1',
  postCoefficient: '1.00',
  grade,
  lastGrade: null,
  isFinal: false,
  score,
  serviceDays: 365,
  cycleDays: 365,
  dueDays: 250,
  absentDays: {},
})

const view: PoolView = {
  pool: {
    poolId: UNIT,
    cycleId: UNIT,
    year: 2026,
    revision: 1,
    name: { zh: '池', en: 'Pool' },
    amountFen: 1_000_000,
    reserveBp: 250,
    signatures: 2,
    state: 'draft',
    computations: 0,
    approvedBy: null,
    approvedAt: null,
    unfit: [],
    version: 1,
    settings: {
      grades: [
        { grade: 'excellent', factor: '1.2' },
        { grade: 'qualified', factor: '1.0' },
        { grade: 'basic', factor: '0.6' },
        { grade: 'unqualified', factor: '0' },
        { grade: 'ungraded', factor: '0.5' },
      ],
      unitScore: { from: '0.8', to: '1.2' },
      personScore: { from: '0.8', to: '1.2' },
      unitWithoutScore: null,
      personLeast: null,
      personMost: null,
      leadersMost: null,
      personWithoutScore: '1',
      absencesCounted: ['sick'],
    },
  },
  readiness: { appraised: 3, decided: 2, final: 0 },
  mustCut: [{ grade: 'basic', article: '29', verified: true }],
  defaults: { title: { zh: '', en: '' }, source: { zh: '', en: '' }, verified: false, notes: [] },
  basis: {
    units: [{ unitId: UNIT, code: 'YH', name: { zh: '养护科', en: 'Maintenance' }, score: '90.00', provisional: false }],
    people: [person('1', 'excellent', '90'), person('2', 'qualified', '90'), person('3', null, '90')],
    run: null,
    calendarMissing: null,
  },
  earlier: null,
  changedSince: false,
  computations: [],
  latest: null,
  approval: null,
  signed: [],
  rules: null,
}
const draft = draftOf(view)
const withFactor = (factor: string): Draft => ({
  ...draft,
  settings: { ...draft.settings, grades: draft.settings.grades.map((one) => (one.grade === 'basic' ? { ...one, factor } : one)) },
})

test('a head of a unit receives at most so many times the mean of all, and the others share what is cut off', () => {
  const capped = (leadersMost: string | null) => tryOut(view, { ...draft, settings: { ...draft.settings, leadersMost } })
  const free = capped(null)
  const held = capped('1.05')
  if (free?.kind !== 'shared' || held?.kind !== 'shared') throw new Error('not shared')
  // 975,000 fen among three: a mean of 325,000, and 1.05 of it
  const amounts = (picture: typeof free.picture) => picture.lines.map(({ amountFen }) => amountFen)
  expect(amounts(free.picture)[0]).toBeGreaterThan(341_250)
  expect(amounts(held.picture)[0]).toBe(341_250)
  expect(amounts(held.picture).reduce((sum, fen) => sum + fen, 0)).toBe(975_000)
  expect(amounts(held.picture)[1]).toBeGreaterThan(amounts(free.picture)[1] ?? 0)
  expect(capped('0.9')?.kind).toBe('unfit')
})

test('a trial shares out everything but the reserve, and somebody without a grade counts as 1', () => {
  const trial = tryOut(view, draft)
  if (trial?.kind !== 'shared') throw new Error('it can be shared out')
  expect(draft.reserve).toBe('2.50')
  expect(trial.picture).toMatchObject({ amountFen: 1_000_000, reserveFen: 25_000, linesFen: 975_000 })
  expect(trial.picture.lines.map((line) => [line.grade, line.amountFen])).toEqual([
    ['excellent', 365_625],
    ['qualified', 304_688],
    ['undecided', 304_687],
  ])
})

test('half-typed figures and unfit factors are not tried out', () => {
  expect(tryOut(view, { ...draft, amount: '12.' })).toEqual({ kind: 'typing' })
  expect(isReadable({ ...draft, reserve: '101' })).toBe(false)
  expect(tryOut(view, withFactor('1.'))).toEqual({ kind: 'typing' })
  expect(tryOut(view, withFactor('1'))).toEqual({ kind: 'unfit' })
})

test('a trial that changes nothing is the computation itself, one that does says what it changes', () => {
  const trial = tryOut(view, draft)
  if (trial?.kind !== 'shared') throw new Error('it can be shared out')
  const computed: PoolView = { ...view, latest: { no: 1, picture: trial.picture, before: {} } }
  expect(shownOf(computed, trial)).toMatchObject({ standing: 'kept', changes: null })
  expect(shownOf(computed, tryOut(computed, { ...draft, reserve: '0' }))).toMatchObject({
    standing: 'trial',
    changes: { raised: 3, lowered: 0 },
  })
  expect(shownOf(view, { kind: 'typing' })).toBeNull()
})

test('an axis ends on a round figure at or above the highest amount', () => {
  expect([0, 99_00, 100_00, 101_00, 1_913_672].map(axisEnd)).toEqual([1, 100, 100, 200, 20_000])
})

test('a least above all there is to share is said at its place, even while there is nobody to share among', () => {
  const least = { ...draftOf(view), settings: { ...draftOf(view).settings, personLeast: '9750.01' } }
  const nobody = view.basis && { ...view, basis: { ...view.basis, people: [] } }
  const trial = nobody && tryOut(nobody, least)
  expect(trial?.kind).toBe('nobody')
  // 10,000.00 less a reserve of 2.5 % leaves 9,750.00
  const [fault] = faultsAt(findingsOf(view.mustCut, least), trial).get('personLeast') ?? []
  expect(fault?.zh).toContain('高于可分配的全部 9,750.00 元')
  expect(fault?.en).toContain('above all there is to share, 9,750.00 yuan')
  const just = { ...least, settings: { ...least.settings, personLeast: '9750.00' } }
  expect(faultsAt(findingsOf(view.mustCut, just), trial).size).toBe(0)
})

test('bounds that together exceed the pool are said at their place with the sum that is missing', () => {
  const least = { ...draftOf(view), settings: { ...draftOf(view).settings, personLeast: '5000' } }
  const faults = faultsAt(findingsOf(view.mustCut, least), tryOut(view, least)).get('personLeast')
  expect(faults?.map(({ zh }) => zh)).toEqual([expect.stringContaining('下限合计超出总额')])
})

test('before anybody is graded the trial stands on the earlier results, and is compared with nothing that was kept', () => {
  if (view.basis === null) throw new Error('the pool is open')
  const people = [person('7', 'qualified', '90'), person('8', 'basic', '90')]
  const kept = tryOut(view, draft)
  if (kept?.kind !== 'shared') throw new Error('it can be shared out')
  const fresh: PoolView = {
    ...view,
    readiness: { appraised: 0, decided: 0, final: 0 },
    basis: { ...view.basis, people: [], units: [] },
    earlier: { year: 2025, basis: { ...view.basis, people }, leftOut: 0 },
    latest: { no: 1, picture: kept.picture, before: {} },
  }
  expect(tryOut(fresh, draft)).toEqual({ kind: 'nobody' })
  const seen = onEarlier(fresh)
  const shown = shownOf(seen, tryOut(seen, draft))
  // 975,000 fen among factors 1.0 and 0.6
  expect(shown?.picture.lines.map(({ employeeNo, amountFen }) => [employeeNo, amountFen])).toEqual([
    ['7', 609_375],
    ['8', 365_625],
  ])
  expect([shown?.standing, shown?.changes]).toEqual(['trial', null])
  expect(onEarlier(view)).toBe(view)
})

test('a total that is nothing, negative or half typed and a reserve above the whole are told from fit ones', () => {
  expect(['-5', '0', '0.00', '12.', '', '0.01', '1234567.89'].map(isAmount)).toEqual([false, false, false, false, false, true, true])
  expect(['120', '100.01', '-1', '', '0', '2.5', '100'].map(isReserve)).toEqual([false, false, false, false, true, true, true])
})
