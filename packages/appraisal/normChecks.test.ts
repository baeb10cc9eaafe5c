import { describe, expect, test } from 'vitest'
import appraisalRules from '../../library/rules/cn-2023-6.json' with { type: 'json' }
import { type CycleFacts, checkedRules, type NormRule, normReport } from './normChecks.ts'

const pack: readonly NormRule[] = appraisalRules.rules.map(({ id, severity, stage, text, article, verified }) => ({
  id,
  severity: severity === 'blocking' ? 'blocking' : 'advisory',
  stage,
  text,
  citation: { instrument: appraisalRules.title.zh, article: article ?? '', verified },
}))
const all = { done: 280, of: 280 }
const sound: CycleFacts = {
  headWeights: { virtue: 2000, ability: 1500, diligence: 1000, results: 4500, integrity: 1000 },
  resultsNameSatisfaction: true,
  leadersInSeatBase: 0,
  peopleInSeatBase: 287,
  capBasisPoints: 2000,
  excellent: 57,
  raised: null,
  lowered: null,
  committee: [],
  planHeard: true,
  planPublished: true,
  selfReports: all,
  criteriaChecked: all,
  decidedCollectively: all,
  noticeWorkingDays: 5,
  noticeMinimum: 5,
  resultsInWriting: { of: 280, notServed: [], notSigned: [], refusedBeforeWitnesses: 1 },
  interviews: { withinDays: 15, of: 280, late: 0, notHeld: [], notConfirmed: [] },
  routineRecords: all,
  gradedThoughCommentOnly: 0,
  gradedThoughOnLongLeave: 0,
  gradedUnderInvestigation: 0,
  refusalsNotUnqualified: 0,
  formalRemediesAboveBasic: 0,
  objectionsToNotice: 0,
  decidersNotRecused: 0,
  steppedAside: [],
  gradesWithoutDeciders: 0,
  payFactorsBelowOne: true,
  filed: all,
  publicCellsBelowThreshold: 0,
}
const broken = (more: Partial<CycleFacts>) =>
  normReport(pack, { ...sound, ...more })
    .results.filter(({ status }) => status === 'broken')
    .map(({ rule }) => rule.id)

describe('a cycle checked against the pack, article by article', () => {
  test('objections to the posted names are Art. 17 and said not to be reviews; who stepped aside is named', () => {
    const of = (id: string, changed: Partial<CycleFacts>) =>
      normReport(pack, { ...sound, ...changed }).results.find(({ rule }) => rule.id === id)?.evidence.zh
    expect(of('review-only-below', { formalRemediesAboveBasic: 'nobody', objectionsToNotice: 1 })).toBe(
      '本周期没有复核、申诉；公示期间的异议 1 件按第17条答复，不属复核、申诉',
    )
    expect(of('recusal', { steppedAside: [{ about: '王五', members: ['李四'] }] })).toBe('应回避而未回避：0；已回避：李四（议王五时）')
  })

  test('a sound one breaks nothing; what a machine cannot check is left to people, not passed', () => {
    const report = normReport(pack, sound)
    expect([report.broken, report.blocking, report.notKnown]).toEqual([0, 0, 0])
    const forPeople = report.results.filter(({ status }) => status === 'for-people').map(({ rule }) => rule.id)
    expect(forPeople).toEqual([
      'kinds',
      'service-stress',
      'by-post-class',
      'four-grades',
      'tilt',
      'term-before-end',
      'term-qualified',
      'pay-step',
      'use-systems',
      'no-falsification',
    ])
  })

  test('every check belongs to a rule of the pack', () => {
    expect(checkedRules().filter((id) => !pack.some((rule) => rule.id === id))).toEqual([])
  })

  test.each<[string, Partial<CycleFacts>, string[]]>([
    ['58 of 287 at 20 %', { excellent: 58 }, ['excellent-cap', 'cap-floor']],
    ['a raised cap without its paper', { raised: { ground: '集体记功', approval: ' ' } }, ['cap-raised']],
    ['held to account and still 20 %', { lowered: { ground: '被问责', capBasisPoints: 2000, limitBasisPoints: 1500 } }, ['cap-lowered']],
    ['a notice of four days', { noticeWorkingDays: 4 }, ['notice-five-days']],
    ['a plan nobody heard', { planHeard: false }, ['plan-heard']],
    [
      'ability weighs more than virtue',
      { headWeights: { virtue: 1000, ability: 2500, diligence: 1000, results: 4500, integrity: 1000 } },
      ['five-heads'],
    ],
    ['no staff representative', { committee: [{ code: 'class-missing', memberClass: 'staff-representative' }] }, ['committee']],
    ['a newcomer graded', { gradedThoughCommentOnly: 1 }, ['comment-only-new']],
    [
      'one was not told in writing',
      { resultsInWriting: { of: 280, notServed: ['钱进'], notSigned: [], refusedBeforeWitnesses: 0 } },
      ['result-in-writing'],
    ],
    [
      'told, and nothing signed',
      { resultsInWriting: { of: 280, notServed: [], notSigned: ['钱进'], refusedBeforeWitnesses: 0 } },
      ['result-in-writing'],
    ],
    [
      'an interview after its days',
      { interviews: { withinDays: 15, of: 280, late: 1, notHeld: [], notConfirmed: [] } },
      ['interview-in-time'],
    ],
    ['a head decided on her brother', { decidersNotRecused: 1 }, ['recusal']],
    ['basic pay factor of 1', { payFactorsBelowOne: false }, ['pay-cut-below']],
    ['a public figure of three people', { publicCellsBelowThreshold: 1 }, ['public-aggregates']],
  ])('%s', (_what, more, ids) => {
    expect(broken(more)).toEqual(ids)
  })

  test('only a broken blocking rule blocks', () => {
    expect(normReport(pack, { ...sound, routineRecords: { done: 1, of: 280 } })).toMatchObject({ broken: 1, blocking: 0 })
    expect(normReport(pack, { ...sound, excellent: 58 })).toMatchObject({ broken: 2, blocking: 2 })
  })

  test('what nobody has recorded is not known, never met', () => {
    const report = normReport(pack, { ...sound, planHeard: null, excellent: null })
    expect(report.results.filter(({ status }) => status === 'not-known').map(({ rule }) => rule.id)).toEqual([
      'excellent-cap',
      'cap-floor',
      'plan-heard',
    ])
  })

  test('an article about people the cycle does not have, or about a step it has not come to, does not apply', () => {
    const report = normReport(pack, { ...sound, refusalsNotUnqualified: 'nobody', excellent: 'not-yet', filed: 'not-yet' })
    expect(report.results.filter(({ status }) => status === 'not-applicable').map(({ rule }) => rule.id)).toEqual([
      'excellent-cap',
      'cap-raised',
      'cap-lowered',
      'cap-floor',
      'to-file',
      'refusal-unqualified',
    ])
    expect([report.notKnown, report.broken]).toEqual([0, 0])
  })

  test('the numbers stand in the evidence, and unverified rules are listed', () => {
    const report = normReport(pack, sound)
    expect(report.results.find(({ rule }) => rule.id === 'excellent-cap')?.evidence.zh).toBe('应参加 287 人 × 20%，取整 57 个，优秀 57 人')
    expect(report.unverified).toContain('cap-floor')
  })
})

test('Art. 17 says what is missing of whom, and a refusal before two witnesses is no fault', () => {
  const of = (more: Partial<CycleFacts>) =>
    normReport(pack, { ...sound, ...more }).results.find((one) => one.rule.id === 'result-in-writing')
  const many = Array.from({ length: 14 }, (_, at) => `职工${at + 1}`)
  const missing = of({ resultsInWriting: { of: 280, notServed: ['钱进'], notSigned: many, refusedBeforeWitnesses: 2 } })
  expect(missing).toMatchObject({ status: 'broken', blocks: true })
  expect(missing?.evidence.zh).toBe(
    `已书面通知：279／280；已签署意见：265／280（其中拒签、由两名见证人签名 2 人）；未书面通知 1 人：钱进；未签署意见 14 人：${many.slice(0, 12).join('、')}等 14 人`,
  )
  expect(missing?.evidence.en).toContain('; not told in writing 1: 钱进; no signed opinion 14: 职工1, ')
  expect(of({ resultsInWriting: { of: 280, notServed: [], notSigned: [], refusedBeforeWitnesses: 2 } })?.status).toBe('met')
  expect(of({ resultsInWriting: 'not-yet' })?.status).toBe('not-applicable')
})

test('what is missing and was let off by name is waived, not met and not broken; one person short of it is broken', () => {
  const waived = (n: number) => ({ ...sound, selfReports: { done: 278, of: 280, waived: { n, by: ['孙超'] } } })
  const of = (facts: CycleFacts) => normReport(pack, facts).results.find((one) => one.rule.id === 'self-review')
  expect(of(waived(2))).toMatchObject({
    status: 'waived',
    blocks: false,
    evidence: { en: 'Self-reports handed in: 278 of 280, and 2 waived by 孙超' },
  })
  expect(of(waived(1))).toMatchObject({ status: 'broken' })
  expect(normReport(pack, waived(2))).toMatchObject({ waived: 1, broken: 0 })
})
