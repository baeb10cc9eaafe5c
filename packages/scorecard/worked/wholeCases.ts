import type { LocalText } from '../localText.ts'
import { card, measure, perspective, points, reported, single, YEAR } from './workedCards.ts'
import type { WorkedCase } from './workedCase.ts'

const same = (text: string): LocalText => ({ zh: text, en: text })
const km = { zh: '公里', en: 'km' }

const month = (at: number, actual: string, target?: string) =>
  reported(actual, { period: `2025-${String(at).padStart(2, '0')}`, ...(target === undefined ? {} : { target }) })

/** Two perspectives of 60 and 40; half of the first does not apply, or is counted as 0. */
const halfMissing = (code: string, of: 'not-applicable' | 'zero', notApplicable: 'siblings' | 'global') =>
  card(
    code,
    [
      perspective(
        'P1',
        [
          points('A', 3000, '100'),
          of === 'zero'
            ? points('B', 3000, '0')
            : measure('B', 3000, { kind: 'ratio_up', target: '100' }, [{ period: '2025', state: 'not_applicable' }]),
        ],
        { weightBp: 6000 },
      ),
      perspective('P2', [points('C', 4000, '60')], { weightBp: 4000 }),
    ],
    { scheme: { notApplicable } },
  )

const parentCap = (code: string, cap: string) =>
  card(code, [perspective('P', [points('A', 5000, '120'), points('B', 5000, '70')], { parentCap: cap })], {
    scheme: { cap: '150', parentCap: cap },
  })

const season = ['2', '3', '5', '7', '8', '10', '15', '15', '12', '10', '8', '5']
const byJune = (code: string, profile?: string[]) =>
  single(
    code,
    measure(
      'A',
      10_000,
      { kind: 'ratio_up', target: '1200' },
      ['30', '40', '60', '80', '100', '120'].map((done, at) => month(at + 1, done)),
      { timeAggregation: 'sum', unit: km, ...(profile === undefined ? {} : { profile }) },
    ),
    { mode: 'live', period: { ...YEAR, asOf: '2025-06-30' } },
  )

/** V17 to V26 and V28 to V30: what is put together before it is scored, weights and what does not apply, days, coverage, surveys, signals. */
export const WHOLE_CASES: readonly WorkedCase[] = [
  {
    code: 'V17',
    name: { zh: '率先合计分子分母，再计分', en: 'Rates: sum over sum, then scored' },
    byHand: same('(90 + 10) ÷ (100 + 40) = 71.43%'),
    wrongWay: { value: '57.50', why: { zh: '两个百分率的平均', en: 'the mean of the two percentages' } },
    card: single(
      'V17',
      measure(
        'A',
        10_000,
        { kind: 'ratio_up', target: '100' },
        [
          { period: '2025-Q1', state: 'reported', numerator: '90', denominator: '100' },
          { period: '2025-Q2', state: 'reported', numerator: '10', denominator: '40' },
        ],
        { timeAggregation: 'ratio', ratioScale: '100', unit: { zh: '%', en: '%' } },
      ),
    ),
    expected: [{ what: 'actual', of: 'A', value: '71.43' }],
  },
  {
    code: 'V18',
    name: { zh: '先累计，再计分', en: 'Flows: added up, then scored' },
    byHand: same('(30 + 0 + 0) ÷ (10 + 10 + 10) = 100%'),
    wrongWay: { value: '40.00', why: { zh: '各月得分（封顶 120）的平均', en: 'the mean of monthly scores held at 120' } },
    card: single(
      'V18',
      measure('A', 10_000, { kind: 'ratio_up', target: '30' }, [month(1, '30', '10'), month(2, '0', '10'), month(3, '0', '10')], {
        timeAggregation: 'sum',
        unit: km,
      }),
      { scheme: { cap: '120' } },
    ),
    expected: [{ what: 'points', of: 'A', value: '100.00' }],
  },
  {
    code: 'V19',
    name: { zh: '权重合计 90：按比例归一', en: 'Weights of 90 in all are normalised' },
    byHand: same('(40 × 100 + 30 × 80 + 20 × 50) ÷ 90 = 82.22'),
    wrongWay: { value: '74.00', why: { zh: '不归一直接相加（bambooBSC 的做法）', en: 'added without normalising (as bambooBSC does)' } },
    card: card('V19', [perspective('P', [points('A', 4000, '100'), points('B', 3000, '80'), points('C', 2000, '50')])], {
      scheme: { strict100: false },
    }),
    expected: [{ what: 'score', value: '82.22' }],
  },
  {
    code: 'V20',
    name: { zh: '权重合计 150：总分仍不超过 100', en: 'Weights of 150 in all cannot give more than 100' },
    byHand: same('(50 × 100 + 50 × 100 + 50 × 100) ÷ 150 = 100'),
    wrongWay: { value: '150', why: { zh: '不归一直接相加（bambooBSC 的做法）', en: 'added without normalising (as bambooBSC does)' } },
    card: card('V20', [perspective('P', [points('A', 5000, '100'), points('B', 5000, '100'), points('C', 5000, '100')])], {
      scheme: { strict100: false },
    }),
    expected: [{ what: 'score', value: '100.00' }],
  },
  {
    code: 'V21a',
    name: { zh: '不适用，权重给同级指标', en: 'Not applicable: its weight goes to the siblings' },
    byHand: same('0.6 × 100 + 0.4 × 60 = 84'),
    card: halfMissing('V21a', 'not-applicable', 'siblings'),
    expected: [
      { what: 'score', value: '84.00' },
      { what: 'weight', of: 'A', value: '60.00' },
      { what: 'weight', of: 'C', value: '40.00' },
    ],
  },
  {
    code: 'V21b',
    name: { zh: '不适用，权重分摊到全卡', en: 'Not applicable: its weight is spread over the whole card' },
    byHand: same('(30 × 100 + 40 × 60) ÷ 70 = 77.14'),
    card: halfMissing('V21b', 'not-applicable', 'global'),
    expected: [
      { what: 'score', value: '77.14' },
      { what: 'weight', of: 'A', value: '42.86' },
      { what: 'weight', of: 'C', value: '57.14' },
    ],
  },
  {
    code: 'V21c',
    name: { zh: '实际为 0 与不适用不是一回事', en: 'Zero is not the same as not applicable' },
    byHand: same('0.6 × (100 + 0) ÷ 2 + 0.4 × 60 = 54'),
    card: halfMissing('V21c', 'zero', 'siblings'),
    expected: [{ what: 'score', value: '54.00' }],
  },
  {
    code: 'V22a',
    name: { zh: '上级封顶 100：超额不能补别处的短', en: 'Parent cap of 100: excess does not make up for another' },
    byHand: same('(100 + 70) ÷ 2 = 85'),
    card: parentCap('V22a', '100'),
    expected: [{ what: 'score', value: '85.00' }],
  },
  {
    code: 'V22b',
    name: { zh: '上级不封顶', en: 'No parent cap' },
    byHand: same('(120 + 70) ÷ 2 = 95'),
    card: parentCap('V22b', '150'),
    expected: [{ what: 'score', value: '95.00' }],
  },
  {
    code: 'V23',
    name: { zh: '三个相等的权重，显示合计为 100', en: 'Three equal weights, shown so that they add up to 100' },
    byHand: same('33.34 + 33.33 + 33.33 = 100.00'),
    card: card('V23', [perspective('P', [points('A', 3333, '80'), points('B', 3333, '80'), points('C', 3333, '80')])], {
      scheme: { strict100: false },
    }),
    expected: [
      { what: 'weight', of: 'A', value: '33.34' },
      { what: 'weight', of: 'B', value: '33.33' },
      { what: 'weight', of: 'C', value: '33.33' },
    ],
  },
  {
    code: 'V24a',
    name: { zh: '按季节进度：到六月底应完成 35%', en: 'Pace by the season: 35 % is due by the end of June' },
    byHand: { zh: '430 ÷ (1200 × 35%) = 102.38%；430 ÷ 1200 = 35.83%', en: '430 ÷ (1,200 × 35%) = 102.38%; 430 ÷ 1,200 = 35.83%' },
    card: byJune('V24a', season),
    expected: [
      { what: 'pace', of: 'A', value: '102.38' },
      { what: 'attainment', of: 'A', value: '35.83' },
    ],
  },
  {
    code: 'V24b',
    name: { zh: '按月平均的进度', en: 'Pace by even months' },
    byHand: { zh: '430 ÷ (1200 × 50%) = 71.67%', en: '430 ÷ (1,200 × 50%) = 71.67%' },
    card: byJune('V24b'),
    expected: [{ what: 'pace', of: 'A', value: '71.67' }],
  },
  {
    code: 'V25',
    name: { zh: '恰好 90.00，因此为优', en: 'Exactly 90.00, and therefore very good' },
    byHand: same('0.3 × 67.25 + 0.7 × 99.75 = 90'),
    wrongWay: {
      value: '89.99999999999999',
      why: { zh: '用双精度小数相加，会判为良', en: 'in double-precision numbers, which would be the band below' },
    },
    card: card('V25', [perspective('P', [points('A', 3000, '67.25'), points('B', 7000, '99.75')])]),
    expected: [
      { what: 'score', value: '90.00' },
      { what: 'band', value: 'A' },
    ],
  },
  {
    code: 'V26',
    name: { zh: '一年两份计划，按天数加权', en: 'Two plans in one year, weighted by their days' },
    byHand: same('(70 × 100 + 90 × 265) ÷ 365 = 84.52'),
    card: card('V26', [perspective('P', [points('B', 10_000, '90')])], {
      inForce: { from: '2025-04-11', to: '2025-12-31' },
      earlier: [{ id: 'V26-1', from: '2025-01-01', to: '2025-04-10', perspectives: [perspective('P', [points('A', 10_000, '70')])] }],
    }),
    expected: [{ what: 'score', value: '84.52' }],
  },
  {
    code: 'V28',
    name: { zh: '缺报只作说明：数据不足，不能定档', en: 'Missing for information only: too little data for a band' },
    byHand: { zh: '(30 × 90 + 30 × 70) ÷ 60 = 80；有数据的权重 60%', en: '(30 × 90 + 30 × 70) ÷ 60 = 80; 60% of the weight has data' },
    card: card('V28', [
      perspective('P', [
        points('A', 3000, '90'),
        points('B', 3000, '70'),
        measure('C', 4000, { kind: 'ratio_up', target: '100' }, [{ period: '2025', state: 'missing' }], { missingPolicy: 'exclude' }),
      ]),
    ]),
    expected: [
      { what: 'score', value: '80.00' },
      { what: 'coverage', value: '60.00' },
      { what: 'status', value: 'insufficient-coverage' },
    ],
  },
  {
    code: 'V29',
    name: { zh: '25 人的问卷：显示，不计分', en: 'A survey of 25 answers: shown, not scored' },
    byHand: {
      zh: '20 ÷ 25 = 80%，95% 区间（Wilson）60.9 至 91.1；不足 30 份',
      en: '20 ÷ 25 = 80%, 95 % interval (Wilson) 60.9 to 91.1; fewer than 30 answers',
    },
    answers: { favourable: 20, all: 25 },
    card: single(
      'V29',
      measure('A', 10_000, { kind: 'ratio_up', target: '100' }, [reported('80', { n: 25 })], {
        timeAggregation: 'survey',
        minN: 30,
        unit: { zh: '%', en: '%' },
      }),
    ),
    expected: [
      { what: 'actual', of: 'A', value: '80.00' },
      { what: 'state', of: 'A', value: 'too-few-answers' },
      { what: 'low', value: '60.9' },
      { what: 'high', value: '91.1' },
    ],
  },
  {
    code: 'V30',
    name: { zh: '十二个月定界限，下一个 79 是信号', en: 'Twelve months make the limits; the next, 79, is a signal' },
    byHand: {
      zh: '均值 85，平均移动极差 19/11；85 ± 2.66 × 19/11 = 80.41 至 89.59',
      en: 'mean 85, mean moving range 19/11; 85 ± 2.66 × 19/11 = 80.41 to 89.59',
    },
    card: null,
    series: ['84', '86', '85', '83', '87', '85', '84', '86', '85', '84', '86', '85', '79'],
    expected: [
      { what: 'lower', value: '80.41' },
      { what: 'upper', value: '89.59' },
      { what: 'signal', value: 'beyond-limit' },
    ],
  },
]
