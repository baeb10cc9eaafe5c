import { compare, exact, sum } from '@milepost/exact/exact'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Leaf, type RolledNode, type RollUpNode, rollUp } from './rollUp.ts'
import { DEFAULT_BANDS } from './scheme.ts'
import { standingOf } from './status.ts'

const scored = (id: string, weight: number, score: string): RollUpNode => ({ id, weight, leaf: { kind: 'scored', score } })
const leaf = (id: string, weight: number, kind: Exclude<Leaf['kind'], 'scored'>): RollUpNode => ({
  id,
  weight,
  leaf: { kind, because: kind === 'excluded' ? 'missing' : 'not_applicable' },
})
const under = (children: RollUpNode[], more: { rule?: 'weighted' | 'limiting' | 'min' } = {}): RollUpNode => ({
  id: 'root',
  weight: 1,
  children,
  ...more,
})
const standing = (root: RollUpNode, mode: 'live' | 'official' = 'official') =>
  standingOf(rollUp(root), { mode, bands: DEFAULT_BANDS, coverageGateBp: 7000, notApplicableGateBp: 3000, admittedByCommittee: {} })

describe('nodes without a score are named, never 0/0', () => {
  test.each([
    [[leaf('a', 1, 'not-applicable'), leaf('b', 2, 'not-applicable')], 'not-applicable', 'all-not-applicable'],
    [[leaf('a', 1, 'suspended')], 'suspended', 'suspended'],
    [[leaf('a', 1, 'not-applicable'), leaf('b', 1, 'excluded')], 'excluded', 'no-data-below'],
    [[scored('a', 0, '90')], 'unscored', 'weight-sum-zero'],
    [[leaf('a', 5, 'monitored')], 'unscored', 'weight-sum-zero'],
    [[], 'unscored', 'no-measures'],
  ] as [RollUpNode[], string, string][])('case %#', (children, state, because) => {
    expect(rollUp(under(children))).toMatchObject({ state, because, score: null })
  })
})

test('a perspective in which nothing applies gives its weight to the other perspectives', () => {
  const root = under([
    { id: 'P1', weight: 60, children: [leaf('a', 1, 'not-applicable')] },
    { id: 'P2', weight: 40, children: [scored('b', 1, '70')] },
  ])
  expect(rollUp(root)).toMatchObject({ official: '70.00', children: [{ state: 'not-applicable' }, { redistributed: exact(1) }] })
})

test('the weakest child is the score under `min`, and carries all the weight', () => {
  const rolled = rollUp(under([scored('a', 3, '90'), scored('b', 1, '55'), leaf('c', 1, 'excluded')], { rule: 'min' }))
  expect(rolled.official).toBe('55.00')
  expect(rolled.children.map(({ effective }) => effective.valueOf())).toEqual([0, 1, 0])
})

test('among equally weak children the smaller id carries the weight, in whatever order they stand', () => {
  const children = [scored('b', 1, '55'), scored('a', 1, '55'), scored('c', 1, '70')]
  const carrier = (list: RollUpNode[]) => rollUp(under(list, { rule: 'min' })).children.find(({ effective }) => effective.equals(1))?.id
  expect([carrier(children), carrier(children.toReversed())]).toEqual(['a', 'a'])
})

test('limiting keeps the score and holds the status down to the critical child', () => {
  const root = under([scored('a', 9, '100'), { ...scored('b', 1, '30'), critical: true }], { rule: 'limiting' })
  expect(rollUp(root).official).toBe('93.00')
  expect(standing(root)).toMatchObject({ status: { kind: 'band', band: 'D' }, flags: ['limited-by-critical-child'] })
})

test('coverage gate at 70 %: 69.99 % is insufficient, 70 % is not', () => {
  const at = (data: number) => standing(under([scored('a', data, '95'), leaf('b', 10000 - data, 'excluded')])).status
  expect(at(6999).kind).toBe('insufficient-coverage')
  expect(at(7000)).toMatchObject({ kind: 'band', band: 'A' })
})

test('N/A gate at 30 %: above it the committee has to agree', () => {
  const at = (share: number) => standing(under([scored('a', 10000 - share, '95'), leaf('b', share, 'not-applicable')]))
  expect(at(3000).status.kind).toBe('band')
  expect(at(3001)).toMatchObject({ status: { kind: 'insufficient-coverage' }, provisional: true })
})

test('a value that is missing and ruled zero counts as decided, not as data', () => {
  const rolled = rollUp(under([scored('a', 1, '80'), { id: 'b', weight: 1, leaf: { kind: 'scored', score: '0', ruledZero: true } }]))
  expect(rolled.official).toBe('40.00')
  expect([rolled.coverage.withData?.valueOf(), rolled.coverage.decided?.valueOf()]).toEqual([0.5, 1])
})

test('with something late below, a live node is never in the highest band', () => {
  const root = under([scored('a', 8, '99'), { id: 'b', weight: 2, leaf: { kind: 'excluded', because: 'late', late: true } }])
  expect(standing(root, 'live')).toMatchObject({
    status: { band: 'B' },
    children: [{ status: { band: 'A' } }, { status: { kind: 'late' } }],
  })
})

test('a veto sets the node to zero, keeps what it was, and outranks the band', () => {
  const root = under([{ ...scored('a', 1, '90'), zeroedByVeto: true }, scored('b', 1, '80')])
  const rolled = rollUp(root)
  expect(rolled.official).toBe('40.00')
  expect(rolled.children[0]?.scoreBeforeVeto?.valueOf()).toBe(90)
  expect(standing(root).children[0]?.status).toMatchObject({ kind: 'veto', band: 'D' })
})

test('bands are half-open on the official score: 89.995 is 90.00 and 优, 89.994 is not', () => {
  expect(standing(under([scored('a', 1, '89.995')])).status.band).toBe('A')
  expect(standing(under([scored('a', 1, '89.994')])).status.band).toBe('B')
  expect(standing(under([scored('a', 1, '59.99')])).status.band).toBe('D')
})

test('an effective weight more than twice the designed one is flagged', () => {
  const flags = standing(under([scored('a', 3, '90'), leaf('b', 7, 'excluded')])).children[0]?.flags
  expect(flags).toContain('effective-weight-doubled')
})

test('a negative weight is misuse', () => {
  expect(() => rollUp(under([scored('a', -1, '90')]))).toThrow(RangeError)
})

const leaves = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12000 }).map((score): Leaf => ({ kind: 'scored', score: `${score}/100` })) },
  fc.constant<Leaf>({ kind: 'not-applicable', because: 'not_applicable' }),
  fc.constant<Leaf>({ kind: 'excluded', because: 'missing' }),
)
const branches = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 50 }), fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), leaves), { minLength: 1, maxLength: 5 })),
  { minLength: 1, maxLength: 4 },
)
const trees = fc.tuple(branches, fc.constantFrom<'weighted' | 'min'>('weighted', 'min')).map(
  ([drawn, rule]): RollUpNode =>
    under(
      drawn.map(([weight, children], branch) => ({
        id: `b${branch}`,
        weight,
        rule,
        children: children.map(([share, one], index): RollUpNode => ({ id: `b${branch}l${index}`, weight: share, leaf: one })),
      })),
      { rule },
    ),
)
const leavesOf = (node: RolledNode): RolledNode[] => (node.children.length === 0 ? [node] : node.children.flatMap(leavesOf))

test('law: effective weights add up to one whenever there is a score', () => {
  fc.assert(
    fc.property(trees, fc.constantFrom<'siblings' | 'global'>('siblings', 'global'), (root, notApplicable) => {
      const rolled = rollUp(root, { notApplicable })
      expect(sum(leavesOf(rolled).map(({ effective }) => effective)).equals(rolled.score === null ? 0 : 1)).toBe(true)
    }),
  )
})

const turned = (node: RollUpNode): RollUpNode => (node.leaf ? node : { ...node, children: node.children.map(turned).toReversed() })

test('law: the order of children changes nothing', () => {
  fc.assert(
    fc.property(trees, fc.constantFrom<'siblings' | 'global'>('siblings', 'global'), (root, notApplicable) => {
      const weights = (rolled: RolledNode) => Object.fromEntries(leavesOf(rolled).map(({ id, effective }) => [id, effective.toFraction()]))
      const [forth, back] = [rollUp(root, { notApplicable }), rollUp(turned(root), { notApplicable })]
      expect([back.state, back.official, weights(back)]).toEqual([forth.state, forth.official, weights(forth)])
    }),
  )
})

test('law: a sibling that does not apply changes neither the score nor the weights of the rest among themselves', () => {
  fc.assert(
    fc.property(trees, fc.integer({ min: 0, max: 500 }), (root, weight) => {
      if (root.leaf) return
      const extended: RollUpNode = { ...root, children: [...root.children, leaf('new', weight, 'not-applicable')] }
      const [before, after] = [rollUp(root), rollUp(extended)]
      fc.pre(before.score !== null)
      expect(after.official).toBe(before.official)
      before.children.forEach((child, index) => {
        expect(compare(child.redistributed, after.children[index]!.redistributed)).toBe(0)
      })
    }),
  )
})

test('law: the score lies between the weakest and the strongest leaf that counts', () => {
  fc.assert(
    fc.property(trees, (root) => {
      const rolled = rollUp(root)
      fc.pre(rolled.score !== null)
      const counting = leavesOf(rolled).filter(({ effective }) => !effective.equals(0))
      const taken = counting.map(({ carriedUp, score }) => (carriedUp ?? score)!.valueOf())
      expect(rolled.score!.valueOf()).toBeGreaterThanOrEqual(Math.min(...taken) - 1e-9)
      expect(rolled.score!.valueOf()).toBeLessThanOrEqual(Math.max(...taken) + 1e-9)
    }),
  )
})
