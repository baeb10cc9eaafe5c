import { describe, expect, test } from 'vitest'
import { becauseWords, ruleFault } from './becauseWords.ts'
import { DATA_STATES } from './dataStates.ts'
import type { Because } from './nodeStates.ts'
import { RULE_REFUSALS } from './ruleRefusals.ts'
import type { ScoringRule } from './rules.ts'
import { ruleWords } from './ruleWords.ts'
import { SCORING_FUNCTIONS } from './scoringFunctions.ts'

/** What a reader of a ticket is told about each rule: its own figures, in both languages. */
const WORDS: [ScoringRule, string, string][] = [
  [
    { kind: 'floor_target_stretch', direction: 'up', floor: '80', target: '96', stretch: '99' },
    '底线 80、目标 96、挑战 99',
    'floor 80, target 96, stretch 99',
  ],
  [{ kind: 'ratio_up', target: '90' }, '实际值 ÷ 目标 90', 'actual over target 90'],
  [{ kind: 'ratio_down', target: '24' }, '越低越好，2 − 实际值 ÷ 目标 24', 'lower is better, 2 minus actual over target 24'],
  [{ kind: 'interpolate', baseline: '82', target: '90' }, '基线 82、目标 90', 'baseline 82, target 90'],
  [{ kind: 'maintain', direction: 'up', target: '90', tolerance: '10' }, '保持 90，容差 10', 'keep 90, tolerance 10'],
  [{ kind: 'range', low: '95', high: '100', tolerance: '10' }, '区间 95 至 100，容差 10', 'between 95 and 100, tolerance 10'],
  [
    { kind: 'efficacy', unacceptable: '80', satisfactory: '95' },
    '不允许值 80 为 60 分、满意值 95 为 100 分',
    'unacceptable 80 is 60, satisfactory 95 is 100',
  ],
  [
    { kind: 'threshold3', floor: '60', target: '80', stretch: '90' },
    '底线 60 为 60 分、目标 80 为 100 分、挑战 90',
    'floor 60 is 60, target 80 is 100, stretch 90',
  ],
  [{ kind: 'threshold3_imported', red: '500', goal: '700' }, '红线 500、目标 700（导入规则）', 'red line 500, goal 700 (imported rule)'],
  [
    {
      kind: 'step',
      below: '0',
      bands: [
        { from: '60', points: '70' },
        { from: '80', points: '100' },
      ],
    },
    '低于首档 0 分、60 起 70 分、80 起 100 分',
    'below the first step 0, from 60 70, from 80 100',
  ],
  [{ kind: 'binary', comparator: '>=', values: ['90'] }, '>= 90 为 100 分，否则 0 分', '>= 90 is 100, else 0'],
  [{ kind: 'binary', comparator: 'in', values: ['1', '2'] }, '属于 1、2 为 100 分，否则 0 分', 'in 1, 2 is 100, else 0'],
  [
    {
      kind: 'deduct',
      items: [
        { key: 'minor', name: { zh: '一般', en: 'minor' }, points: '5' },
        { key: 'major', points: '20' },
      ],
    },
    '自 100 分起，一般每次扣 5、major每次扣 20',
    'from 100, 5 off for each minor, 20 off for each major',
  ],
  [
    { kind: 'milestone', lateFactor: '0.5', items: [{ key: 'a', weight: '1' }] },
    '1 个里程碑按权重计分：a 1；迟完成乘 0.5',
    '1 weighted milestones: a 1; late ones count 0.5',
  ],
  [
    { kind: 'judgement', bands: [{ code: 'good', from: '80', to: '100' }] },
    '按 1 档评判：good 80 至 100',
    'judged in 1 bands: good 80 to 100',
  ],
  [{ kind: 'unscored' }, '仅监测', 'monitored only'],
]

test.each(WORDS)('%j', (rule, zh, en) => {
  expect(ruleWords(rule)).toEqual({ zh, en })
})

test('every rule is among them', () => {
  expect(new Set(WORDS.map(([{ kind }]) => kind))).toEqual(new Set(Object.keys(SCORING_FUNCTIONS)))
})

describe('the words for a reason', () => {
  const reasons: Because[] = [
    'estimated-not-waived',
    'still-open-at-close',
    'too-few-answers',
    'poor-data-quality',
    'zero-denominator',
    'numerator-without-denominator',
    'value-without-figure',
    'value-not-a-number',
    'value-not-in-rule',
    'no-evidence',
    'no-reason',
    'weight-sum-zero',
    'no-values',
    'same-value-twice',
    'no-unit-aggregation',
    'not-the-last',
    'monitored-only',
    'no-measures',
    'no-data-below',
    'all-not-applicable',
  ]
  test('each reason of the engine has its own, in both languages', () => {
    const words = reasons.map(becauseWords)
    expect(new Set(words.map(({ zh }) => zh)).size).toBe(reasons.length)
    expect(new Set(words.map(({ en }) => en)).size).toBe(reasons.length)
  })
  test('a data state speaks by its name, a refused rule by its message', () => {
    expect(becauseWords('late')).toEqual(DATA_STATES.late.name)
    expect(becauseWords('baseline-equals-target')).toEqual(RULE_REFUSALS['baseline-equals-target'].message)
  })
  test('only a fault of the rule comes with a mend', () => {
    expect(ruleFault('no-values')).toBeNull()
    expect(ruleFault('target-not-positive')?.mend.en).toContain('baseline')
  })
  test('every refusal says what is wrong and how to mend it', () => {
    for (const [code, { message, mend }] of Object.entries(RULE_REFUSALS)) {
      expect([code, message.zh.length > 4, message.en.length > 8, mend.zh.length > 4, mend.en.length > 8]).toEqual([
        code,
        true,
        true,
        true,
        true,
      ])
    }
  })
})
