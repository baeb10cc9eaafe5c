import { describe, expect, test } from 'vitest'
import { scoreCard } from './scoreCard.ts'
import { flat, lines, nodesOf } from './testTicketLines.ts'
import { TICKETS } from './testTickets.ts'

/** A whole ticket held fast, field by field and word by word: what a person was shown may change only together with the engine's version. By hand: the district (4 x 82.5 + 2 x 500 / 7 + 3 x 87.5) / 9 = 81.71. */
describe('the ticket "district"', () => {
  const result = scoreCard(TICKETS.district)
  test('the end of it: score, status, bonus, vetoes', () => {
    expect(result).toMatchObject({
      final: { score: '10295/126', official: '81.71' },
      status: { kind: 'band', band: 'B', label: { zh: '良', en: 'Good' } },
      provisional: false,
      bonus: { points: '0', applied: '0', items: [] },
      vetoes: [],
      findings: [],
    })
  })
  test('every node: weights as designed, after redistribution and on the whole card; score, points brought, status', () => {
    expect(nodesOf(result.tree)).toEqual([
      {
        id: 'district',
        kind: 'card',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '1',
          effective: '1',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '100.00' },
        },
        score: '10295/126',
        official: '81.71',
        takenUp: null,
        pace: null,
        contribution: '10295/126',
        status: ['band', 'B'],
        flags: [],
      },
      {
        id: 'perspective of roads',
        kind: 'perspective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '0.6',
          redistributed: '2/3',
          nominalOnWhole: '0.6',
          effective: '2/3',
          shown: { nominal: '60.00', redistributed: '66.67', effective: '66.67' },
        },
        score: '1655/21',
        official: '78.81',
        takenUp: '78.81',
        pace: null,
        contribution: '3310/63',
        status: ['band', 'C'],
        flags: [],
      },
      {
        id: 'roads',
        kind: 'objective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '0.6',
          effective: '2/3',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '66.67' },
        },
        score: '1655/21',
        official: '78.81',
        takenUp: '78.81',
        pace: null,
        contribution: '3310/63',
        status: ['band', 'C'],
        flags: [],
      },
      {
        id: 'condition',
        kind: 'measure',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '2/3',
          redistributed: '2/3',
          nominalOnWhole: '0.4',
          effective: '4/9',
          shown: { nominal: '66.67', redistributed: '66.67', effective: '44.45' },
        },
        score: '82.5',
        official: '82.50',
        takenUp: '82.50',
        pace: null,
        contribution: '110/3',
        status: ['band', 'B'],
        flags: [],
      },
      {
        id: 'fixes',
        kind: 'measure',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1/3',
          redistributed: '1/3',
          nominalOnWhole: '0.2',
          effective: '2/9',
          shown: { nominal: '33.33', redistributed: '33.33', effective: '22.22' },
        },
        score: '500/7',
        official: '71.43',
        takenUp: '71.43',
        pace: null,
        contribution: '1000/63',
        status: ['band', 'C'],
        flags: [],
      },
      {
        id: 'perspective of users',
        kind: 'perspective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '0.4',
          redistributed: '1/3',
          nominalOnWhole: '0.4',
          effective: '1/3',
          shown: { nominal: '40.00', redistributed: '33.33', effective: '33.33' },
        },
        score: '87.5',
        official: '87.50',
        takenUp: '87.50',
        pace: null,
        contribution: '175/6',
        status: ['band', 'B'],
        flags: [],
      },
      {
        id: 'users',
        kind: 'objective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '0.4',
          effective: '1/3',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '33.33' },
        },
        score: '87.5',
        official: '87.50',
        takenUp: '87.50',
        pace: null,
        contribution: '175/6',
        status: ['band', 'B'],
        flags: [],
      },
      {
        id: 'satisfaction',
        kind: 'measure',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '0.75',
          redistributed: '1',
          nominalOnWhole: '0.3',
          effective: '1/3',
          shown: { nominal: '75.00', redistributed: '100.00', effective: '33.33' },
        },
        score: '87.5',
        official: '87.50',
        takenUp: '87.50',
        pace: null,
        contribution: '175/6',
        status: ['band', 'B'],
        flags: [],
      },
      {
        id: 'bridges',
        kind: 'measure',
        state: 'not-applicable',
        because: 'not_applicable',
        weight: {
          nominal: '0.25',
          redistributed: '0',
          nominalOnWhole: '0.1',
          effective: '0',
          shown: { nominal: '25.00', redistributed: '0.00', effective: '0.00' },
        },
        score: null,
        official: null,
        takenUp: null,
        pace: null,
        contribution: null,
        status: ['not-applicable', null],
        flags: [],
      },
    ])
  })
  test('coverage: with data, decided, not applicable', () => {
    expect(
      flat(result.tree).map(({ id, coverage }) => [id, coverage.shown.withData, coverage.shown.decided, coverage.shown.notApplicable]),
    ).toEqual([
      ['district', '100.00', '100.00', '10.00'],
      ['perspective of roads', '100.00', '100.00', '0.00'],
      ['roads', '100.00', '100.00', '0.00'],
      ['condition', '100.00', '100.00', '0.00'],
      ['fixes', '100.00', '100.00', '0.00'],
      ['perspective of users', '100.00', '100.00', '25.00'],
      ['users', '100.00', '100.00', '25.00'],
      ['satisfaction', '100.00', '100.00', '0.00'],
      ['bridges', null, null, '100.00'],
    ])
  })
  test('every measure: what went in, what it attained, where it stands on its line, what would move it', () => {
    expect(result.measures).toEqual([
      {
        id: 'condition',
        state: 'scored',
        actual: {
          value: '82.5',
          shown: '82.5',
          how: 'weighted-mean',
          used: [
            { period: '2025', unit: 'north', state: 'reported' },
            { period: '2025', unit: 'south', state: 'reported' },
          ],
          excluded: [],
        },
        targetScale: '1',
        attainment: '82.5',
        attainmentOfficial: '82.50',
        score: '82.5',
        official: '82.50',
        pace: null,
        anchors: [
          { x: '0', y: '0' },
          { x: '100', y: '100' },
        ],
        segment: 0,
        flags: [],
        perspectiveId: 'perspective of roads',
        objectiveId: 'roads',
        whatMoves: {
          measureByOne: { kind: 'needs', actual: '83.5', shown: '83.5', change: '1', changeShown: '1' },
          cardByOne: { kind: 'needs', actual: '84.75', shown: '84.75', change: '2.25', changeShown: '2.25' },
        },
      },
      {
        id: 'fixes',
        state: 'scored',
        actual: {
          value: '500/7',
          shown: '71.428571',
          how: 'ratio',
          numerator: '100',
          denominator: '140',
          used: [
            { period: '2025', unit: 'north', state: 'reported' },
            { period: '2025', unit: 'south', state: 'reported' },
          ],
          excluded: [],
        },
        targetScale: '1',
        attainment: '500/7',
        attainmentOfficial: '71.43',
        score: '500/7',
        official: '71.43',
        pace: null,
        anchors: [
          { x: '0', y: '0' },
          { x: '100', y: '100' },
        ],
        segment: 0,
        flags: [],
        perspectiveId: 'perspective of roads',
        objectiveId: 'roads',
        whatMoves: {
          measureByOne: { kind: 'needs', actual: '507/7', shown: '72.4286', change: '1', changeShown: '1' },
          cardByOne: { kind: 'needs', actual: '1063/14', shown: '75.9286', change: '4.5', changeShown: '4.5' },
        },
      },
      {
        id: 'satisfaction',
        state: 'scored',
        actual: {
          value: '87.5',
          shown: '87.5',
          how: 'survey',
          n: 100,
          used: [
            { period: '2025', unit: 'north', state: 'reported' },
            { period: '2025', unit: 'south', state: 'reported' },
          ],
          excluded: [],
        },
        targetScale: '1',
        attainment: '87.5',
        attainmentOfficial: '87.50',
        score: '87.5',
        official: '87.50',
        pace: null,
        anchors: [
          { x: '0', y: '0' },
          { x: '100', y: '100' },
        ],
        segment: 0,
        flags: [],
        perspectiveId: 'perspective of users',
        objectiveId: 'users',
        whatMoves: {
          measureByOne: { kind: 'needs', actual: '88.5', shown: '88.5', change: '1', changeShown: '1' },
          cardByOne: { kind: 'needs', actual: '90.5', shown: '90.5', change: '3', changeShown: '3' },
        },
      },
      {
        id: 'bridges',
        state: 'not-applicable',
        actual: null,
        targetScale: '1',
        attainment: null,
        attainmentOfficial: null,
        score: null,
        official: null,
        pace: null,
        anchors: null,
        segment: null,
        flags: [],
        because: 'not_applicable',
        perspectiveId: 'perspective of users',
        objectiveId: 'users',
        whatMoves: { measureByOne: { kind: 'cannot', because: 'not-scored' }, cardByOne: { kind: 'cannot', because: 'not-scored' } },
      },
    ])
  })
  test('its words in Chinese', () => {
    expect(lines('district', 'zh')).toEqual([
      [0, '“片区”正式得分 81.71，良。'],
      [1, '“片区”得 81.71 分 = roads 78.81 × 66.67 % + users 87.50 × 33.33 %。'],
      [2, '“roads”得 78.81 分 = roads 78.81 × 100.00 %。'],
      [3, '“roads”得 78.81 分 = 路况指数 82.50 × 66.67 % + 按时修复率 71.43 × 33.33 %。'],
      [
        4,
        '“路况指数”：实际值 82.5，按“完成率”（实际值 ÷ 目标 100）得 82.50 分；同级权重 66.67 %，占总分 44.45 %，带来 36.67 分；总分提高 1 分，需达到 84.75（+2.25）。',
      ],
      [5, '加权平均：2 个数据，得 82.5。'],
      [
        4,
        '“按时修复率”：实际值 71.428571 %，按“完成率”（实际值 ÷ 目标 100）得 71.43 分；同级权重 33.33 %，占总分 22.22 %，带来 15.87 分；总分提高 1 分，需达到 75.9286 %（+4.5）。',
      ],
      [5, '分子之和除以分母之和：2 个数据，得 71.428571。'],
      [2, '“users”得 87.50 分 = users 87.50 × 100.00 %。'],
      [3, '“users”得 87.50 分 = 满意度 87.50 × 100.00 %；未计分：桥梁状况（不适用）。'],
      [
        4,
        '“满意度”：实际值 87.5 %，按“完成率”（实际值 ÷ 目标 100）得 87.50 分；同级权重 75.00 %，重新分配后 100.00 %，占总分 33.33 %，带来 29.17 分；总分提高 1 分，需达到 90.5 %（+3）。',
      ],
      [5, '按样本量加权：2 个数据，得 87.5。'],
      [4, '“桥梁状况”未计分：不适用，权重由其余指标分担。'],
    ])
  })
  test('its words in English', () => {
    expect(lines('district', 'en')).toEqual([
      [0, '"District": official score 81.71, Good.'],
      [1, '"District" scores 81.71 = roads 78.81 × 66.67 % + users 87.50 × 33.33 %.'],
      [2, '"roads" scores 78.81 = roads 78.81 × 100.00 %.'],
      [3, '"roads" scores 78.81 = Pavement condition 82.50 × 66.67 % + Repaired in time 71.43 × 33.33 %.'],
      [
        4,
        '"Pavement condition": actual 82.5 index, by "Share of target" (actual over target 100) scores 82.50; weight 66.67 % among its siblings, 44.45 % of the card, worth 36.67 points; one point more on the card needs 84.75 index (+2.25).',
      ],
      [5, 'weighted mean of 2 values: 82.5.'],
      [
        4,
        '"Repaired in time": actual 71.428571 %, by "Share of target" (actual over target 100) scores 71.43; weight 33.33 % among its siblings, 22.22 % of the card, worth 15.87 points; one point more on the card needs 75.9286 % (+4.5).',
      ],
      [5, 'sum of numerators over sum of denominators of 2 values: 71.428571.'],
      [2, '"users" scores 87.50 = users 87.50 × 100.00 %.'],
      [3, '"users" scores 87.50 = Satisfaction 87.50 × 100.00 %; not scored: Bridges (Not applicable).'],
      [
        4,
        '"Satisfaction": actual 87.5 %, by "Share of target" (actual over target 100) scores 87.50; weight 75.00 % among its siblings, 100.00 % after redistribution, 33.33 % of the card, worth 29.17 points; one point more on the card needs 90.5 % (+3).',
      ],
      [5, 'weighted by answers of 2 values: 87.5.'],
      [4, '"Bridges" is not scored: Not applicable; its weight goes to the others.'],
    ])
  })

  test('what each figure counts by stands beside it, so that the mean can be put together by hand: (90 x 30 + 60 x 10) / 40', () => {
    const figures = (from: typeof result.explanation): typeof result.explanation | undefined =>
      from.key === 'condition/actual' ? from : from.children.map(figures).find((found) => found !== undefined)
    const found = figures(result.explanation)
    expect(Object.values(found?.inputs ?? {})).toEqual(['90 × 30', '60 × 10'])
    expect(found?.value).toBe('82.5')
    // the latest period of every unit, the units weighed: the same figures, said as what they are
    const latest = structuredClone(TICKETS.district)
    const measure = latest.perspectives
      .flatMap((one) => one.objectives.flatMap((each) => each.measures))
      .find(({ id }) => id === 'condition')
    Object.assign(measure ?? {}, { timeAggregation: 'last', unitAggregation: 'weighted-mean' })
    const again = figures(scoreCard(latest).explanation)
    expect([again?.value, again?.text.en]).toEqual(['82.5', 'latest period, over units weighted mean, of 2 values: 82.5.'])
    expect(Object.values(again?.inputs ?? {})).toEqual(['90 × 30', '60 × 10'])
  })
})
