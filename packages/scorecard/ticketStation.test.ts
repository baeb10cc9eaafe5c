import { describe, expect, test } from 'vitest'
import { scoreCard } from './scoreCard.ts'
import { flat, lines, nodesOf } from './testTicketLines.ts'
import { TICKETS } from './testTickets.ts'

/** A whole ticket held fast, field by field and word by word: what a person was shown may change only together with the engine's version. By hand: station 0.6 x 75 + 0.4 x 90 = 81. */
describe('the ticket "station"', () => {
  const result = scoreCard(TICKETS.station)
  test('the end of it: score, status, bonus, vetoes', () => {
    expect(result).toMatchObject({
      final: { score: '81', official: '81.00' },
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
        id: 'station',
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
        score: '81',
        official: '81.00',
        takenUp: null,
        pace: null,
        contribution: '81',
        status: ['band', 'B'],
        flags: [],
      },
      {
        id: 'perspective of P1',
        kind: 'perspective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '0.6',
          redistributed: '0.6',
          nominalOnWhole: '0.6',
          effective: '0.6',
          shown: { nominal: '60.00', redistributed: '60.00', effective: '60.00' },
        },
        score: '75',
        official: '75.00',
        takenUp: '75.00',
        pace: null,
        contribution: '45',
        status: ['band', 'C'],
        flags: [],
      },
      {
        id: 'P1',
        kind: 'objective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '0.6',
          effective: '0.6',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '60.00' },
        },
        score: '75',
        official: '75.00',
        takenUp: '75.00',
        pace: null,
        contribution: '45',
        status: ['band', 'C'],
        flags: [],
      },
      {
        id: 'repairs',
        kind: 'measure',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '0.6',
          effective: '0.6',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '60.00' },
        },
        score: '75',
        official: '75.00',
        takenUp: '75.00',
        pace: null,
        contribution: '45',
        status: ['band', 'C'],
        flags: [],
      },
      {
        id: 'perspective of I1',
        kind: 'perspective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '0.4',
          redistributed: '0.4',
          nominalOnWhole: '0.4',
          effective: '0.4',
          shown: { nominal: '40.00', redistributed: '40.00', effective: '40.00' },
        },
        score: '90',
        official: '90.00',
        takenUp: '90.00',
        pace: null,
        contribution: '36',
        status: ['band', 'A'],
        flags: [],
      },
      {
        id: 'I1',
        kind: 'objective',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '0.4',
          effective: '0.4',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '40.00' },
        },
        score: '90',
        official: '90.00',
        takenUp: '90.00',
        pace: null,
        contribution: '36',
        status: ['band', 'A'],
        flags: [],
      },
      {
        id: 'hours',
        kind: 'measure',
        state: 'scored',
        because: undefined,
        weight: {
          nominal: '1',
          redistributed: '1',
          nominalOnWhole: '0.4',
          effective: '0.4',
          shown: { nominal: '100.00', redistributed: '100.00', effective: '40.00' },
        },
        score: '90',
        official: '90.00',
        takenUp: '90.00',
        pace: null,
        contribution: '36',
        status: ['band', 'A'],
        flags: [],
      },
    ])
  })
  test('coverage: with data, decided, not applicable', () => {
    expect(
      flat(result.tree).map(({ id, coverage }) => [id, coverage.shown.withData, coverage.shown.decided, coverage.shown.notApplicable]),
    ).toEqual([
      ['station', '100.00', '100.00', '0.00'],
      ['perspective of P1', '100.00', '100.00', '0.00'],
      ['P1', '100.00', '100.00', '0.00'],
      ['repairs', '100.00', '100.00', '0.00'],
      ['perspective of I1', '100.00', '100.00', '0.00'],
      ['I1', '100.00', '100.00', '0.00'],
      ['hours', '100.00', '100.00', '0.00'],
    ])
  })
  test('every measure: what went in, what it attained, where it stands on its line, what would move it', () => {
    expect(result.measures).toEqual([
      {
        id: 'repairs',
        state: 'scored',
        actual: { value: '92', shown: '92', how: 'last', used: [{ period: '2025', state: 'reported' }], excluded: [] },
        targetScale: '1',
        attainment: '75',
        attainmentOfficial: '75.00',
        score: '75',
        official: '75.00',
        pace: null,
        anchors: [
          { x: '80', y: '0' },
          { x: '96', y: '100' },
          { x: '99', y: '120' },
        ],
        segment: 0,
        flags: [],
        perspectiveId: 'perspective of P1',
        objectiveId: 'P1',
        whatMoves: {
          measureByOne: { kind: 'needs', actual: '92.16', shown: '92.16', change: '0.16', changeShown: '0.16' },
          cardByOne: { kind: 'needs', actual: '1384/15', shown: '92.2667', change: '4/15', changeShown: '0.2667' },
        },
      },
      {
        id: 'hours',
        state: 'scored',
        actual: { value: '22', shown: '22', how: 'last', used: [{ period: '2025', state: 'reported' }], excluded: [] },
        targetScale: '1',
        attainment: '90',
        attainmentOfficial: '90.00',
        score: '90',
        official: '90.00',
        pace: null,
        anchors: [
          { x: '20', y: '100' },
          { x: '40', y: '0' },
        ],
        segment: 0,
        flags: [],
        perspectiveId: 'perspective of I1',
        objectiveId: 'I1',
        whatMoves: {
          measureByOne: { kind: 'needs', actual: '21.8', shown: '21.8', change: '-0.2', changeShown: '-0.2' },
          cardByOne: { kind: 'needs', actual: '21.5', shown: '21.5', change: '-0.5', changeShown: '-0.5' },
        },
      },
    ])
  })
  test('its words in Chinese', () => {
    expect(lines('station', 'zh')).toEqual([
      [0, '“公路站”正式得分 81.00，良。'],
      [1, '“公路站”得 81.00 分 = P1 75.00 × 60.00 % + I1 90.00 × 40.00 %。'],
      [2, '“P1”得 75.00 分 = P1 75.00 × 100.00 %。'],
      [3, '“P1”得 75.00 分 = 坑槽限时修复率 75.00 × 100.00 %。'],
      [
        4,
        '“坑槽限时修复率”：实际值 92 %，按“底线—目标—挑战”（底线 80、目标 96、挑战 99）得 75.00 分；同级权重 100.00 %，占总分 60.00 %，带来 45 分；总分提高 1 分，需达到 92.2667 %（+0.2667）。',
      ],
      [5, '取最近一期：1 个数据，得 92。'],
      [2, '“I1”得 90.00 分 = I1 90.00 × 100.00 %。'],
      [3, '“I1”得 90.00 分 = 突发事件处置时长 90.00 × 100.00 %。'],
      [
        4,
        '“突发事件处置时长”：实际值 22 小时，按“逆向完成率”（越低越好，2 − 实际值 ÷ 目标 20）得 90.00 分；同级权重 100.00 %，占总分 40.00 %，带来 36 分；总分提高 1 分，需达到 21.5 小时（-0.5）。',
      ],
      [5, '取最近一期：1 个数据，得 22。'],
    ])
  })
  test('its words in English', () => {
    expect(lines('station', 'en')).toEqual([
      [0, '"Station": official score 81.00, Good.'],
      [1, '"Station" scores 81.00 = P1 75.00 × 60.00 % + I1 90.00 × 40.00 %.'],
      [2, '"P1" scores 75.00 = P1 75.00 × 100.00 %.'],
      [3, '"P1" scores 75.00 = Potholes repaired in time 75.00 × 100.00 %.'],
      [
        4,
        '"Potholes repaired in time": actual 92 %, by "Floor, target, stretch" (floor 80, target 96, stretch 99) scores 75.00; weight 100.00 % among its siblings, 60.00 % of the card, worth 45 points; one point more on the card needs 92.2667 % (+0.2667).',
      ],
      [5, 'latest period of 1 value: 92.'],
      [2, '"I1" scores 90.00 = I1 90.00 × 100.00 %.'],
      [3, '"I1" scores 90.00 = Hours to clear an incident 90.00 × 100.00 %.'],
      [
        4,
        '"Hours to clear an incident": actual 22 h, by "Share of target, lower is better" (lower is better, 2 minus actual over target 20) scores 90.00; weight 100.00 % among its siblings, 40.00 % of the card, worth 36 points; one point more on the card needs 21.5 h (-0.5).',
      ],
      [5, 'latest period of 1 value: 22.'],
    ])
  })
})
