import { describe, expect, test } from 'vitest'
import { scoreCard } from './scoreCard.ts'
import { flat, lines, nodesOf } from './testTicketLines.ts'
import { TICKETS } from './testTickets.ts'

/** A whole ticket held fast, field by field and word by word: what a person was shown may change only together with the engine's version. By hand: June (5 x 430 / 12 + 3 x 96) / 8 = 58.40. */
describe('the ticket "june"', () => {
  const result = scoreCard(TICKETS.june)
  test('the end of it: score, status, bonus, vetoes', () => {
    expect(result).toMatchObject({
      final: { score: '2803/48', official: '58.40' },
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
        id: 'june',
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
        score: '2803/48',
        official: '58.40',
        takenUp: null,
        pace: '98.50',
        contribution: '2803/48',
        status: ['band', 'B'],
        flags: ['has-late'],
      },
      {
        id: 'perspective of works',
        kind: 'perspective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '1',
          effective: '1',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '100.00' },
        },
        score: '2803/48',
        official: '58.40',
        takenUp: '58.40',
        pace: '98.50',
        contribution: '2803/48',
        status: ['band', 'B'],
        flags: ['has-late'],
      },
      {
        id: 'works',
        kind: 'objective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '1',
          effective: '1',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '100.00' },
        },
        score: '2803/48',
        official: '58.40',
        takenUp: '58.40',
        pace: '98.50',
        contribution: '2803/48',
        status: ['band', 'B'],
        flags: ['has-late'],
      },
      {
        id: 'km',
        kind: 'measure',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '0.5',
          redistributed: '0.625',
          nominalOnWhole: '0.5',
          effective: '0.625',
          shown: { nominal: '50.00', redistributed: '62.50', effective: '62.50' },
        },
        score: '215/6',
        official: '35.83',
        takenUp: '35.83',
        pace: '100.00',
        contribution: '1075/48',
        status: ['band', 'A'],
        flags: [],
      },
      {
        id: 'budget',
        kind: 'measure',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '0.3',
          redistributed: '0.375',
          nominalOnWhole: '0.3',
          effective: '0.375',
          shown: { nominal: '30.00', redistributed: '37.50', effective: '37.50' },
        },
        score: '96',
        official: '96.00',
        takenUp: '96.00',
        pace: '96.00',
        contribution: '36',
        status: ['band', 'A'],
        flags: [],
      },
      {
        id: 'training',
        kind: 'measure',
        state: 'excluded',
        because: 'late',
        weight: {
          nominal: '0.2',
          redistributed: '0',
          nominalOnWhole: '0.2',
          effective: '0',
          shown: { nominal: '20.00', redistributed: '0.00', effective: '0.00' },
        },
        score: null,
        official: null,
        takenUp: null,
        pace: null,
        contribution: null,
        status: ['late', null],
        flags: ['has-late'],
      },
    ])
  })
  test('coverage: with data, decided, not applicable', () => {
    expect(
      flat(result.tree).map(({ id, coverage }) => [id, coverage.shown.withData, coverage.shown.decided, coverage.shown.notApplicable]),
    ).toEqual([
      ['june', '80.00', '80.00', '0.00'],
      ['perspective of works', '80.00', '80.00', '0.00'],
      ['works', '80.00', '80.00', '0.00'],
      ['km', '100.00', '100.00', '0.00'],
      ['budget', '100.00', '100.00', '0.00'],
      ['training', '0.00', '0.00', '0.00'],
    ])
  })
  test('every measure: what went in, what it attained, where it stands on its line, what would move it', () => {
    expect(result.measures).toEqual([
      {
        id: 'km',
        state: 'scored',
        actual: {
          value: '430',
          shown: '430',
          how: 'sum',
          used: [{ period: '2025-H1', state: 'reported' }],
          excluded: [{ period: '2025-H2', state: 'not_due', because: 'not_due' }],
        },
        targetScale: '1',
        attainment: '215/6',
        attainmentOfficial: '35.83',
        score: '215/6',
        official: '35.83',
        pace: { expectedShare: '0.35', attainment: '102.38', score: '100', official: '100.00' },
        anchors: [
          { x: '0', y: '0' },
          { x: '1200', y: '100' },
        ],
        segment: 0,
        flags: ['partial'],
        perspectiveId: 'perspective of works',
        objectiveId: 'works',
        whatMoves: {
          measureByOne: { kind: 'needs', actual: '442', shown: '442', change: '12', changeShown: '12' },
          cardByOne: { kind: 'needs', actual: '449.2', shown: '449.2', change: '19.2', changeShown: '19.2' },
        },
      },
      {
        id: 'budget',
        state: 'scored',
        actual: { value: '48', shown: '48', how: 'last', used: [{ period: '2025-Q1', state: 'estimated' }], excluded: [] },
        targetScale: '1',
        attainment: '96',
        attainmentOfficial: '96.00',
        score: '96',
        official: '96.00',
        pace: null,
        anchors: [
          { x: '0', y: '0' },
          { x: '50', y: '100' },
        ],
        segment: 0,
        flags: ['estimated'],
        perspectiveId: 'perspective of works',
        objectiveId: 'works',
        whatMoves: {
          measureByOne: { kind: 'needs', actual: '48.5', shown: '48.5', change: '0.5', changeShown: '0.5' },
          cardByOne: { kind: 'needs', actual: '148/3', shown: '49.3333', change: '4/3', changeShown: '1.3333' },
        },
      },
      {
        id: 'training',
        state: 'excluded',
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
        because: 'late',
        perspectiveId: 'perspective of works',
        objectiveId: 'works',
        whatMoves: { measureByOne: { kind: 'cannot', because: 'not-scored' }, cardByOne: { kind: 'cannot', because: 'not-scored' } },
      },
    ])
  })
  test('its words in Chinese', () => {
    expect(lines('june', 'zh')).toEqual([
      [0, '“养护科”当前得分 58.40，良。'],
      [1, '“养护科”得 58.40 分 = works 58.40 × 100.00 %；数据覆盖 80.00 %。'],
      [2, '“works”得 58.40 分 = works 58.40 × 100.00 %；数据覆盖 80.00 %。'],
      [3, '“works”得 58.40 分 = 养护里程 35.83 × 62.50 % + 预算执行率 96.00 × 37.50 %；未计分：培训覆盖率（逾期未报）；数据覆盖 80.00 %。'],
      [
        4,
        '“养护里程”：实际值 430 公里，按“完成率”（实际值 ÷ 目标 1200）得 35.83 分；按应完成进度计 100.00 分；同级权重 50.00 %，重新分配后 62.50 %，占总分 62.50 %，带来 22.4 分；总分提高 1 分，需达到 449.2 公里（+19.2）。',
      ],
      [5, '累计：1 个数据，得 430；2025-H2 未计入（未到期）。'],
      [
        4,
        '“预算执行率”：实际值 48 %，按“基线—目标插值”（基线 0、目标 50）得 96.00 分；含暂估数；同级权重 30.00 %，重新分配后 37.50 %，占总分 37.50 %，带来 36 分；总分提高 1 分，需达到 49.3333 %（+1.3333）。',
      ],
      [5, '取最近一期：1 个数据，得 48。'],
      [4, '“培训覆盖率”未计分：逾期未报，权重由其余指标分担。'],
    ])
  })
  test('its words in English', () => {
    expect(lines('june', 'en')).toEqual([
      [0, '"Maintenance": current score 58.40, Good.'],
      [1, '"Maintenance" scores 58.40 = works 58.40 × 100.00 %; data cover 80.00 %.'],
      [2, '"works" scores 58.40 = works 58.40 × 100.00 %; data cover 80.00 %.'],
      [
        3,
        '"works" scores 58.40 = Kilometres maintained 35.83 × 62.50 % + Budget spent 96.00 × 37.50 %; not scored: Staff trained (Late); data cover 80.00 %.',
      ],
      [
        4,
        '"Kilometres maintained": actual 430 km, by "Share of target" (actual over target 1200) scores 35.83; 100.00 against what is due by now; weight 50.00 % among its siblings, 62.50 % after redistribution, 62.50 % of the card, worth 22.4 points; one point more on the card needs 449.2 km (+19.2).',
      ],
      [5, 'sum of 1 value: 430; 2025-H2 left out (Not due yet).'],
      [
        4,
        '"Budget spent": actual 48 %, by "From baseline to target" (baseline 0, target 50) scores 96.00; includes provisional figures; weight 30.00 % among its siblings, 37.50 % after redistribution, 37.50 % of the card, worth 36 points; one point more on the card needs 49.3333 % (+1.3333).',
      ],
      [5, 'latest period of 1 value: 48.'],
      [4, '"Staff trained" is not scored: Late; its weight goes to the others.'],
    ])
  })
})
