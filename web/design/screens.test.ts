import type { LintFinding } from '@milepost/contract/design/lint'
import type { LibraryEntry } from '@milepost/contract/design/measures'
import { hearingGap } from '@milepost/contract/institution/hearingGap'
import { expect, test } from 'vitest'
import { draftLine } from './card/draftLine.ts'
import { findingGroups } from './card/findingGroups.ts'
import { groupsOf } from './card/lineGroups.ts'
import { kindFor, kindsFor } from './card/serving.ts'
import { cardsToDraft } from './cascade/cardsToDraft.ts'
import { agreedIn, type CascadePerson, type CascadeUnit, unitTree } from './cascade/cascadeNodes.ts'
import { foundIn } from './measures/find.ts'
import { newMeasure } from './measures/newMeasure.ts'
import { type GoalDraft, goalsToSend, mergeGoals } from './plan/goals.ts'
import { askedOfDesign } from './scorecard/askedOfDesign.ts'

const name = (zh: string) => ({ zh, en: zh })

test('lines stand under their objectives; duties come last; empty objectives show only where one can add', () => {
  const perspectives = [
    {
      perspectiveId: 'p',
      name: name('公众'),
      intendedBp: 3500,
      objectives: [
        { objectiveId: 'o1', code: 'P1', name: name('畅通') },
        { objectiveId: 'o2', code: 'P2', name: name('舒适') },
      ],
    },
  ]
  const lines = [draftLine('A', 'o1'), draftLine('B', null)]
  const shown = groupsOf(lines, perspectives, { emptyObjectives: false })
  expect(shown.map((group) => [group.perspective.name.zh, group.carriedBp, group.objectives.length])).toEqual([
    ['公众', 1000, 1],
    ['本职工作', 1000, 1],
  ])
  expect(groupsOf([], perspectives, { emptyObjectives: true })[0]?.objectives).toHaveLength(2)
})

test('findings of one rule are told once, with everything they concern; what blocks comes first', () => {
  const finding = (code: string, severity: LintFinding['severity'], about: string): LintFinding => ({
    code,
    severity,
    node: about,
    name: name(about),
    message: name(code),
    mend: name(''),
  })
  const groups = findingGroups([finding('K2', 'warns', '甲'), finding('W0', 'blocks', '卡'), finding('K2', 'warns', '乙')])
  expect(groups.map((group) => [group.first.code, group.names.map((one) => one.zh)])).toEqual([
    ['W0', ['卡']],
    ['K2', ['甲', '乙']],
  ])
})

test('identical is offered for the same measure only', () => {
  const parent = { cardMeasureId: 'x', measureId: 'm', card: name('局'), holderKind: 'institution', code: 'A', name: name('A') } as const
  expect(kindsFor(draftLine('A', null), parent)).toContain('identical')
  expect(kindsFor(draftLine('B', null), parent)).not.toContain('identical')
  expect([kindFor(draftLine('A', null), parent), kindFor(draftLine('B', null), parent), kindFor(draftLine('B', null), undefined)]).toEqual([
    'contributory',
    'causal',
    'unique',
  ])
})

test('a measure is found by every word, in either language, whatever the order', () => {
  const entry = (code: string, zh: string, en: string): LibraryEntry => ({
    ...newMeasure(),
    code,
    name: { zh, en },
    libraryCode: code,
    origin: 'library',
    measureId: null,
    version: null,
    perspective: { code: 'PS', name: name('公众') },
    objectives: [],
    cards: 0,
    lint: [],
  })
  const measures = [entry('PS01', '路面优良路率', 'Good pavement'), entry('PS07', '满意度指数', 'Satisfaction index')]
  const find = (words: string, level: 'person' | null = null) =>
    foundIn(measures, { words, perspective: null, level, objectiveCodes: null }).map((one) => one.code)
  expect([find('优良'), find('index satisfaction'), find('ps01'), find('没有'), find('')]).toEqual([
    ['PS01'],
    ['PS07'],
    ['PS01'],
    [],
    ['PS01', 'PS07'],
  ])
  expect(find('', 'person')).toHaveLength(2)
})

test('units stand under their units with heads first, and leaders are not counted among the plans', () => {
  const unit = (unitId: string, parentUnitId: string | null): CascadeUnit => ({
    unitId,
    parentUnitId,
    code: unitId,
    name: name(unitId),
    kind: 'office',
    template: { templateCode: null, because: 'nothing-alike', words: '' },
    card: null,
  })
  const person = (personId: string, unitId: string, given: Partial<CascadePerson> = {}): CascadePerson => ({
    personId,
    unitId,
    name: personId,
    employeeNo: personId,
    isHead: false,
    leader: false,
    postId: 'x',
    card: null,
    ...given,
  })
  const card = { cardId: 'c', state: 'agreed', totalBp: 10_000, measures: 5, goals: 1, unlinked: 0 } as const
  const [bureau] = unitTree({
    units: [unit('B', null), unit('O', 'B')],
    people: [person('1', 'O', { card }), person('2', 'O', { isHead: true }), person('3', 'B', { leader: true })],
  })
  if (!bureau) throw new Error('the bureau is at the top')
  expect(bureau.below[0]?.people.map((one) => one.personId)).toEqual(['2', '1'])
  expect(agreedIn(bureau)).toEqual({ agreed: 1, all: 2 })
})

test('a goal that is still being written is neither sent nor lost', () => {
  const goal = (key: string, goalId: string | null, zh: string): GoalDraft => ({
    key,
    goalId,
    objectiveId: null,
    title: { zh, en: '' },
    proof: name(''),
    support: '',
    dueOn: '2026-12-31',
  })
  const shown = [goal('new 0', null, '学习'), goal('new 1', null, '')]
  expect(goalsToSend(shown)).toHaveLength(1)
  expect(mergeGoals(shown, [goal('id', 'id', '学习')]).map((one) => [one.key, one.goalId])).toEqual([
    ['new 0', 'id'],
    ['new 1', null],
  ])
})

test('what the diagnosis asks of the design: findings with their remedies and objectives, ruled-out ones left out, causes only with a remedy', () => {
  const finding = (problem: string, verdict: string) => ({ findingId: `f-${problem}`, problem, name: name(problem), verdict })
  const remedy = (answers: string) => ({
    remedyId: `r-${answers}`,
    answers,
    about: name(answers),
    name: name(`对策${answers}`),
    stage: 'design',
  })
  const view = {
    findings: [finding('P1', 'confirmed'), finding('P2', 'not-confirmed'), finding('P4', 'suspected')],
    remedies: [remedy('P4'), remedy('K3')],
  }
  const objectives = [{ code: 'O1', name: name('目标'), findingId: 'f-P1' }]
  expect(askedOfDesign(view, objectives).map((one) => [one.code, one.findingId, one.remedies.length, one.objectives.length])).toEqual([
    ['P1', 'f-P1', 0, 1],
    ['P4', 'f-P4', 1, 0],
    ['K3', null, 1, 0],
  ])
})

test('before cards are drafted it is said how many: those with a card, without a template, leaders and the bureau are not counted', () => {
  const template = (templateCode: string | null) => ({ templateCode, because: 'kind', words: '' }) as never
  const card = {} as never
  const count = cardsToDraft({
    units: [
      { kind: 'bureau', template: template('b'), card: null },
      { kind: 'station', template: template('s'), card: null },
      { kind: 'station', template: template('s'), card },
      { kind: 'team', template: template(null), card: null },
    ],
    people: [
      { leader: true, postId: 'chief', card: null },
      { leader: false, postId: 'worker', card: null },
      { leader: false, postId: 'worker', card: null },
      { leader: false, postId: 'worker', card },
      { leader: false, postId: 'guest', card: null },
    ],
    posts: [
      { postId: 'chief', template: template('c') },
      { postId: 'worker', template: template('w') },
      { postId: 'guest', template: template(null) },
    ],
  })
  expect(count).toEqual({ units: 1, plans: 2 })
})

test('staff count as heard once the hearing is over and every comment has its answer', () => {
  const over = { lastDay: '2026-02-14', isOpen: false }
  const [open, answered] = [{ answer: null }, { answer: '采纳' }]
  expect(hearingGap(null, [])).toEqual({ kind: 'none' })
  expect(hearingGap({ ...over, isOpen: true }, [answered])).toEqual({ kind: 'open', lastDay: '2026-02-14', unanswered: 0 })
  expect(hearingGap(over, [answered, open])).toEqual({ kind: 'unanswered', lastDay: '2026-02-14', unanswered: 1 })
  expect(hearingGap(over, [answered])).toBeNull()
})
