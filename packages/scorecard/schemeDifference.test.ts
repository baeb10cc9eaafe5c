import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SchemeLine, type SchemeText, schemeDifference } from './schemeDifference.ts'

const text = (word: string) => ({ zh: word, en: word })
const line = (code: string, weightBp: number, target = '90'): SchemeLine => ({
  code,
  name: text(`name of ${code}`),
  version: 1,
  weightBp,
  rule: { kind: 'ratio_up', target },
  objective: 'O1',
  serves: null,
})
const scheme = (lines: readonly SchemeLine[], more: Partial<SchemeText> = {}): SchemeText => ({
  name: text('scheme'),
  perspectives: [{ code: 'P', name: text('public'), weightBp: 10_000 }],
  objectives: [{ code: 'O1', name: text('roads'), statement: text('good'), perspective: 'P' }],
  links: [],
  cards: [{ holder: 'institution', name: text('Bureau'), lines }],
  ...more,
})

describe('the readable difference of two schemes', () => {
  test('a weight and a target that moved are told with both values and the place', () => {
    expect(schemeDifference(scheme([line('A', 6000), line('B', 4000)]), scheme([line('A', 5000, '95'), line('B', 5000)]))).toEqual([
      {
        kind: 'changed',
        field: 'weight',
        place: text('Bureau · A name of A'),
        before: { zh: '60%', en: '60 %' },
        after: { zh: '50%', en: '50 %' },
      },
      {
        kind: 'changed',
        field: 'rule',
        place: text('Bureau · A name of A'),
        before: { zh: '实际值 ÷ 目标 90', en: 'actual over target 90' },
        after: { zh: '实际值 ÷ 目标 95', en: 'actual over target 95' },
      },
      {
        kind: 'changed',
        field: 'weight',
        place: text('Bureau · B name of B'),
        before: { zh: '40%', en: '40 %' },
        after: { zh: '50%', en: '50 %' },
      },
    ])
  })
  test('a measure that came is one change, and one that went is one change', () => {
    const changes = schemeDifference(scheme([line('A', 10_000)]), scheme([line('C', 10_000)]))
    expect(changes.map(({ kind, field, after, before }) => [kind, field, (after ?? before)?.en])).toEqual([
      ['added', 'line', 'C name of C'],
      ['removed', 'line', 'A name of A'],
    ])
  })
  test('a whole card that came is one change', () => {
    const first = scheme([line('A', 10_000)])
    const second = { ...first, cards: [...first.cards, { holder: 'U1', name: text('Unit'), lines: [line('A', 10_000)] }] }
    expect(schemeDifference(first, second)).toMatchObject([{ kind: 'added', field: 'card', after: { en: 'Unit' } }])
  })
  const schemes = fc
    .uniqueArray(fc.record({ code: fc.constantFrom('A', 'B', 'C', 'D'), weightBp: fc.nat(10_000), target: fc.constantFrom('80', '90') }), {
      selector: ({ code }) => code,
    })
    .map((lines) => scheme(lines.map(({ code, weightBp, target }) => line(code, weightBp, target))))
  test('law: a scheme does not differ from itself; back is the mirror of there', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
    fc.assert(
      fc.property(schemes, schemes, (a, b) => {
        expect(schemeDifference(a, a)).toEqual([])
        const key = ({ kind, field, place, before, after }: ReturnType<typeof schemeDifference>[number]) =>
          JSON.stringify([kind, field, place, before, after])
        const mirrored = schemeDifference(b, a).map((one) => ({ ...one, kind: turned[one.kind], before: one.after, after: one.before }))
        expect(schemeDifference(a, b).map(key).toSorted()).toEqual(mirrored.map(key).toSorted())
      }),
    )
  })
})
