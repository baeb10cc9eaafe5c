import type { LocalText } from '../localText.ts'
import type { ScoringRule } from '../rules.ts'
import { measure, single } from './workedCards.ts'
import type { WorkedCase } from './workedCase.ts'

const ratioUp = { kind: 'ratio_up', target: '90' } as const
const ratioDown = { kind: 'ratio_down', target: '24' } as const
const range = { kind: 'range', low: '4', high: '6', tolerance: '1' } as const
const efficacy = { kind: 'efficacy', unacceptable: '80', satisfactory: '95' } as const
const line = (baseline: string, target: string) => ({ kind: 'interpolate', baseline, target }) as const

type OneRule = Pick<WorkedCase, 'source' | 'wrongWay'> & { readonly cap?: string; readonly unit?: LocalText }

/** One actual by one rule: attainment without bounds, points between 0 and the cap. */
const oneRule = (
  code: string,
  name: LocalText,
  [rule, actual]: readonly [ScoringRule, string],
  byHand: LocalText,
  [attainment, official]: readonly [string, string],
  { cap, unit = { zh: '', en: '' }, ...more }: OneRule = {},
): WorkedCase => ({
  code,
  name,
  byHand,
  ...more,
  card: single(code, measure('A', 10_000, rule, actual, { unit }), cap === undefined ? {} : { scheme: { cap } }),
  expected: [
    { what: 'attainment', of: 'A', value: attainment },
    { what: 'points', of: 'A', value: official },
  ],
})
const same = (text: string): LocalText => ({ zh: text, en: text })
const hours = { zh: '小时', en: 'h' }
const cap120: OneRule = { cap: '120' }

/** V1 to V16 and V27: every scoring function, one figure each. */
export const RULE_CASES: readonly WorkedCase[] = [
  oneRule('V1', { zh: '完成率，越高越好', en: 'Ratio, higher is better' }, [ratioUp, '84.6'], same('100 × 84.6 ÷ 90 = 94'), [
    '94.00',
    '94.00',
  ]),
  oneRule(
    'V2',
    { zh: '超额完成：完成度保留，得分封顶 120', en: 'Beyond the target: attainment kept, points held at the cap of 120' },
    [ratioUp, '120'],
    same('100 × 120 ÷ 90 = 133.33 → 120'),
    ['133.33', '120.00'],
    cap120,
  ),
  oneRule(
    'V3',
    { zh: '负数：完成度为负，得分不低于 0', en: 'A negative figure: negative attainment, points no lower than 0' },
    [ratioUp, '-5'],
    same('100 × −5 ÷ 90 = −5.56 → 0'),
    ['-5.56', '0.00'],
    cap120,
  ),
  oneRule(
    'V4',
    { zh: '完成率，越低越好', en: 'Ratio, lower is better' },
    [ratioDown, '30'],
    same('100 × (2 − 30 ÷ 24) = 75'),
    ['75.00', '75.00'],
    { unit: hours },
  ),
  oneRule(
    'V5',
    { zh: '越低越好，只用一半时间，封顶 120', en: 'Lower is better, half the time, cap 120' },
    [ratioDown, '12'],
    same('100 × (2 − 12 ÷ 24) = 150 → 120'),
    ['150.00', '120.00'],
    { ...cap120, unit: hours },
  ),
  oneRule(
    'V6',
    { zh: '越低越好，实际为 0：不会变成无穷大', en: 'Lower is better, actual 0: does not explode' },
    [ratioDown, '0'],
    same('100 × (2 − 0 ÷ 24) = 200 → 120'),
    ['200.00', '120.00'],
    { ...cap120, unit: hours },
  ),
  oneRule(
    'V7',
    { zh: '越低越好，超出一倍以上', en: 'Lower is better, more than twice the target' },
    [ratioDown, '60'],
    same('100 × (2 − 60 ÷ 24) = −50 → 0'),
    ['-50.00', '0.00'],
    { ...cap120, unit: hours },
  ),
  oneRule(
    'V8',
    { zh: '从基线到目标的直线', en: 'A straight line from baseline to target' },
    [line('82', '90'), '84'],
    same('100 × (84 − 82) ÷ (90 − 82) = 25'),
    ['25.00', '25.00'],
  ),
  oneRule(
    'V9',
    { zh: '比基线还差：完成度为负，得 0 分', en: 'Worse than the baseline: negative attainment, 0 points' },
    [line('82', '90'), '80'],
    same('100 × (80 − 82) ÷ (90 − 82) = −25 → 0'),
    ['-25.00', '0.00'],
  ),
  oneRule(
    'V10',
    { zh: '从 10 降到 0，已到 7', en: 'From 10 down to 0, now 7' },
    [line('10', '0'), '7'],
    same('100 × (7 − 10) ÷ (0 − 10) = 30'),
    ['30.00', '30.00'],
    { source: { zh: 'puzzle/okr 问题 1661 所报数据', en: 'figures reported in puzzle/okr issue 1661' } },
  ),
  oneRule(
    'V11',
    { zh: '从 200 降到 0，已到 100', en: 'From 200 down to 0, now 100' },
    [line('200', '0'), '100'],
    same('100 × (100 − 200) ÷ (0 − 200) = 50'),
    ['50.00', '50.00'],
    {
      source: { zh: 'Leantime 问题 3247 所报数据', en: 'figures reported in Leantime issue 3247' },
      wrongWay: {
        value: '100',
        why: { zh: '报告人预期为 100；走了一半的路，应为 50', en: 'the reporter expected 100; half of the way is 50' },
      },
    },
  ),
  oneRule(
    'V12',
    { zh: '区间内最好，略微超出', en: 'Best inside a range, a little outside' },
    [range, '6.25'],
    same('100 × (1 − (6.25 − 6) ÷ 1) = 75'),
    ['75.00', '75.00'],
  ),
  oneRule(
    'V13',
    { zh: '区间内最好，超出容差', en: 'Best inside a range, beyond the tolerance' },
    [range, '7.5'],
    { zh: '6 + 1 = 7 以外为 0', en: 'beyond 6 + 1 = 7 it is 0' },
    ['0.00', '0.00'],
  ),
  oneRule(
    'V14a',
    { zh: '功效系数：不允许值 60 分，满意值 100 分', en: 'Efficacy: unacceptable is 60, satisfactory is 100' },
    [efficacy, '88'],
    same('60 + 40 × (88 − 80) ÷ (95 − 80) = 81.33'),
    ['81.33', '81.33'],
  ),
  oneRule(
    'V14b',
    { zh: '功效系数：远低于不允许值', en: 'Efficacy: far below what is unacceptable' },
    [efficacy, '50'],
    same('60 + 40 × (50 − 80) ÷ (95 − 80) = −20 → 0'),
    ['-20.00', '0.00'],
  ),
  oneRule(
    'V15',
    { zh: '他处导入的红线与目标', en: 'Red line and goal taken over from another tool' },
    [{ kind: 'threshold3_imported', red: '500', goal: '700' }, '600'],
    { zh: '红线 500 为 33.33，目标 700 为 66.67，中点为 50', en: 'red 500 is 33.33, goal 700 is 66.67, half-way is 50' },
    ['50.00', '50.00'],
    { source: { zh: 'Spider Impact 的计分方式', en: 'the way Spider Impact scores' } },
  ),
  oneRule(
    'V16',
    { zh: '基线与目标都是负数', en: 'Baseline and target both negative' },
    [line('-50', '-20'), '-35'],
    same('100 × (−35 + 50) ÷ (−20 + 50) = 50'),
    ['50.00', '50.00'],
  ),
  {
    code: 'V27',
    name: { zh: '扣分：一般 3 次、严重 1 次', en: 'Deductions: three minor, one major' },
    byHand: same('100 − 3 × 5 − 1 × 20 = 65'),
    card: single(
      'V27',
      measure(
        'A',
        10_000,
        {
          kind: 'deduct',
          items: [
            { key: 'minor', name: { zh: '一般', en: 'minor' }, points: '5' },
            { key: 'major', name: { zh: '严重', en: 'major' }, points: '20' },
          ],
        },
        [{ period: '2025', state: 'reported', counts: { minor: '3', major: '1' } }],
        { timeAggregation: 'sum' },
      ),
    ),
    expected: [{ what: 'points', of: 'A', value: '65.00' }],
  },
]
