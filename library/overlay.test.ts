import { expect, test } from 'vitest'
import { differences, laidOver } from './overlay.ts'
import { rulePackOf, rulesInForce } from './rulePack.ts'
import national from './rules/cn-2023-6.json' with { type: 'json' }
import { appraisalRules } from './schemas/appraisalRules.ts'

const pack = appraisalRules.parse(national)
const overlay = (changes: unknown) => ({
  version: 3,
  name: { zh: '某省细则', en: 'A province’s rules' },
  source: '省人社〔2025〕8 号',
  inForceFrom: '2026-01-01',
  changes,
})

test('an own pack changes only what it names, is never called verified, and says what differs', () => {
  const laid = laidOver(
    pack,
    overlay({ quota: { normalBp: 1800 }, rules: [{ id: 'notice-five-days', severity: 'blocking' }], notice: { workingDays: 7 } }),
  )
  if (laid.kind !== 'rules') throw new Error(JSON.stringify(laid.faults))
  expect(laid.rules).toMatchObject({ verified: false, inForceFrom: '2026-01-01', heads: pack.heads })
  expect(differences(pack, laid.rules)).toEqual(
    expect.arrayContaining([
      { path: 'quota.normalBp', before: '2000', after: '1800' },
      { path: 'notice.workingDays', before: '5', after: '7' },
    ]),
  )
  expect(rulePackOf(laid.rules)).toMatchObject({ seatRate: { normalBasisPoints: 1800 }, cases: { noticeWorkingDays: 7 } })
  expect(laid.rules.rules).toHaveLength(pack.rules.length)
})

test('weights that no longer total, a word that is no number, and a field nobody knows are named by their place', () => {
  const faultsOf = (changes: unknown) => {
    const laid = laidOver(pack, overlay(changes))
    return laid.kind === 'faults' ? laid.faults.map((one) => one.path) : []
  }
  expect(faultsOf({ quota: { normalBp: 'much' } })).toEqual(['quota.normalBp'])
  expect(faultsOf({ heads: [{ code: 'virtue', weightBp: 9000 }] })).not.toEqual([])
  expect(faultsOf({ quota: { surprise: 1 } })).toEqual(['quota'])
  const unknown = laidOver(pack, overlay({ quota: { surprise: 1 } }))
  const [words] = unknown.kind === 'faults' ? unknown.faults.map((one) => one.message) : []
  expect(words?.zh).toMatch(/未知.*surprise/)
  expect(words?.en).toMatch(/Unrecognized.*surprise/)
})

test('a head without an item for one class of posts is named in both languages, in an own pack as in the national one', () => {
  const changes = {
    heads: [
      { code: 'diligence', items: ['diligence-1', 'diligence-2'].map((code) => ({ code, postClasses: ['management', 'professional'] })) },
    ],
  }
  expect(laidOver(pack, overlay(changes))).toEqual({
    kind: 'faults',
    faults: [
      {
        path: 'heads.diligence.items',
        message: { zh: '“勤”没有工勤技能岗位的评分项', en: '“Diligence” has no rating item for skilled-worker posts' },
      },
    ],
  })
  const bare = {
    ...pack,
    heads: pack.heads.map((head) => ({
      ...head,
      items: head.items
        .filter(({ code }) => !code.startsWith('ability-') || !code.endsWith('-worker'))
        .map((item) => (item.code === 'ability-1' ? { ...item, postClasses: ['management'] } : item)),
    })),
  }
  expect(appraisalRules.safeParse(bare).error?.issues.map(({ path }) => path.join('.'))).toEqual(['heads.ability.items'])
  const nobody = { heads: [{ code: 'diligence', items: [{ code: 'diligence-1', postClasses: [] }] }] }
  expect(laidOver(pack, overlay(nobody)).kind).toBe('faults')
  expect(laidOver(pack, overlay({ heads: [{ code: 'diligence', items: [{ code: 'diligence-1', postClasses: ['leader'] }] }] })).kind).toBe(
    'faults',
  )
})

test('a year is appraised by the pack in force on its last day', () => {
  const laid = laidOver(pack, overlay({ quota: { normalBp: 1800 } }))
  const own = laid.kind === 'rules' ? [laid.rules] : []
  const earlierRules = { basedOn: 'x', inForceFrom: '1990-01-01', inForceUntil: '2023-01-11' } as never
  const rulesOn = (day: string) => rulesInForce({ appraisalRules: pack, earlierRules, ownRules: own }, day).quota.normalBp
  expect([rulesOn('2025-12-31'), rulesOn('2026-12-31')]).toEqual([2000, 1800])
})
