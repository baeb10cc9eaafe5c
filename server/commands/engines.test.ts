import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CardInput } from '@milepost/scorecard/card'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLibrary } from '../platform/library.ts'
import { speechOf } from './speaking.ts'
import { run } from './testing/terminal.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'milepost-commands-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: unknown): string {
  const place = path.join(folder, name)
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content))
  return place
}

const CARD: CardInput = {
  cardId: 'station',
  scope: 'unit',
  name: { zh: '公路站', en: 'Station' },
  mode: 'official',
  period: { from: '2025-01-01', to: '2025-12-31' },
  perspectives: [
    {
      id: 'PS',
      name: { zh: '公众', en: 'Public' },
      objectives: [
        {
          id: 'P1',
          name: { zh: '平整', en: 'Smooth' },
          measures: [
            {
              id: 'm1',
              name: { zh: '修复率', en: 'Repairs' },
              unit: { zh: '%', en: '%' },
              weightBp: 10_000,
              rule: { kind: 'floor_target_stretch', direction: 'up', floor: '80', target: '96', stretch: '99' },
              values: [{ period: '2025', state: 'reported', actual: '92' }],
            },
          ],
        },
      ],
    },
  ],
}

test('the language is that of the terminal: Chinese of any region, English for everybody else', () => {
  expect(speechOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
  expect(speechOf({ LANG: 'zh_TW', LC_ALL: 'C' })).toBe('en')
  expect(speechOf({})).toBe('en')
})

test('help is given in both languages, for the program and for each command', async () => {
  expect((await run(['--help'])).out).toContain('score a card')
  expect((await run(['--help'], 'zh')).out).toContain('用法')
  for (const command of ['start', 'init', 'import', 'score', 'analyse', 'decide', 'pavement', 'backup', 'restore', 'doctor']) {
    const help = await run([command, '--help'])
    expect([help.code, help.out.includes(`milepost ${command}`)]).toEqual([0, true])
  }
})

test('a command that is not used as it should be ends with 2 and says how', async () => {
  expect(await run(['frobnicate'], 'zh')).toMatchObject({ code: 2, err: '没有命令“frobnicate”。\nmilepost --help' })
  expect((await run(['decide'])).err).toContain("missing required argument 'file'")
  expect((await run(['import', 'rain', 'x.csv', '--as', 'a'])).code).toBe(2)
})

test('a card is scored: 92 between floor 80 and target 96 is 75', async () => {
  const place = file('card.json', CARD)
  expect(JSON.parse((await run(['score', place, '--json'])).out).final.official).toBe('75.00')
  expect((await run(['score', place], 'zh')).out).toContain('最终得分: 75.00')
  expect((await run(['score', place, '--explain'])).out.split('\n').length).toBeGreaterThan(8)
})

test('a ticket is replayed: the same says so, a changed figure ends with 1', async () => {
  const ticket = { input: CARD, result: scoreCard(CARD), evidence: [] }
  expect(await run(['score', '--replay', file('ticket.json', ticket)])).toMatchObject({ code: 0 })
  const forged = { ...ticket, result: { ...ticket.result, final: { score: '95', official: '95.00' } } }
  const answer = await run(['score', '--replay', file('forged.json', forged), '--json'])
  expect([answer.code, JSON.parse(answer.out)]).toMatchObject([1, { same: false, scores: { on: '95.00', again: '75.00' } }])
  // a file that names a holder is a whole ticket, and whole tickets are sealed
  const named = { ...ticket, holder: { kind: 'unit', name: { zh: '别人', en: 'Somebody else' } } }
  const other = await run(['score', '--replay', file('named.json', named)])
  expect([other.code, other.out]).toEqual([1, expect.stringContaining('whose ticket it is, seal of the file')])
})

test('the pay vector of seven people comes out to the fen, with and without caps; random pools hold', async () => {
  const people = [
    { id: 'A', postCoefficient: '1.0', grade: '1.5', months: 12 },
    { id: 'B', postCoefficient: '1.0', grade: '1.2', months: 12 },
    { id: 'C', postCoefficient: '1.2', grade: '1.2', months: 12 },
    { id: 'D', postCoefficient: '1.0', grade: '1.0', months: 7 },
    { id: 'E', postCoefficient: '0.9', grade: '0.6', months: 12 },
    { id: 'F', postCoefficient: '1.0', grade: '1.2', months: 12 },
    { id: 'G', postCoefficient: '1.1', grade: '1.5', months: 10 },
  ]
  const pool = (caps: Record<string, number>) => ({
    poolFen: 10_000_000,
    reserveBp: 0,
    factors: {
      grades: ['1.5', '1.2', '1.0', '0.6'].map((factor) => ({ grade: factor, factor })),
      unitScore: { from: '1', to: '1' },
      personScore: { from: '1', to: '1' },
    },
    units: [{ id: 'U', name: { zh: 'U', en: 'U' }, postMix: '1', score: '100' }],
    people: people.map(({ months, ...one }) => ({
      ...{ ...one, name: one.id, unit: 'U', attendance: '1', time: `${months}/12`, score: '100' },
      ...(caps[one.id] === undefined ? {} : { upperFen: caps[one.id] }),
    })),
  })
  const fenOf = async (caps: Record<string, number>) =>
    JSON.parse((await run(['pay', file('pool.json', pool(caps)), '--json'])).out).lines.map((line: { fen: number }) => line.fen)
  expect(await fenOf({})).toEqual([1913672, 1530938, 1837125, 744206, 688922, 1530938, 1754199])
  expect(await fenOf({ A: 1_800_000, G: 1_500_000 })).toEqual([1800000, 1619879, 1943855, 787441, 728946, 1619879, 1500000])
  const tried = JSON.parse((await run(['pay', '--random', '200', '--json'])).out)
  expect([tried.pools, tried.faults]).toEqual([200, []])
  expect((await run(['pay', '--random', 'many'])).code).toBe(1)
})

test('a file that is not there, not JSON, or not a card is refused with the place at fault', async () => {
  expect(await run(['score', path.join(folder, 'no.json')])).toMatchObject({
    code: 1,
    err: `There is no file “${path.join(folder, 'no.json')}”.`,
  })
  expect((await run(['score', file('broken.json', '{')])).err).toContain('is not valid JSON')
  const wrong = await run(['score', file('wrong.json', { ...CARD, mode: 'yearly' })], 'zh')
  expect([wrong.code, wrong.err.includes('/mode'), wrong.err.includes('必填')]).toEqual([1, true, false])
  const half = await run(['score', '--replay', file('half.json', { result: scoreCard(CARD) })])
  expect([half.code, half.err]).toEqual([1, expect.stringContaining('/input is missing')])
})

test('answers are described, a reversed item turned, a value off the scale reported and never averaged', async () => {
  const sheet = file('answers.csv', 'who,a,b,c\nx,5,1,4\ny,4,2,\nz,2,4,2\nw,1,5,9\n')
  const answer = await run(['analyse', sheet, '--items', 'a,b', '--scale', '1-5', '--reverse', 'b', '--json'])
  const { items, reliability } = JSON.parse(answer.out)
  expect(items.map((one: { description: { mean: number } }) => one.description.mean)).toEqual([3, 3])
  expect(reliability.rawAlpha).toBeCloseTo(1, 12)
  const all = JSON.parse((await run(['analyse', sheet, '--scale', '1-5', '--json'])).out)
  expect(all.leftAside).toEqual(['who'])
  expect(all.offScale).toEqual([{ item: 'c', count: 1 }])
  expect(all.items[2].description).toMatchObject({ n: 2, excluded: { missing: 2 } })
  expect((await run(['analyse', sheet, '--items', 'a,b', '--reverse', 'b'], 'zh')).err).toContain('--scale')
})

test('the library’s own comparison of methods comes out with the balanced scorecard first (CR 0.0137)', async () => {
  const { methods, criteria, pairwise, ratings } = (await readLibrary()).methods
  const judgements = criteria.flatMap((row, i) =>
    criteria.slice(i + 1).map((column, j) => [`${row.code}/${column.code}`, pairwise[i]?.[i + 1 + j] ?? '1']),
  )
  const choice = {
    criteria: criteria.map(({ code }) => code),
    methods: methods.map(({ code }) => code),
    judgements: Object.fromEntries(judgements),
    ratings: Object.fromEntries(ratings.map((one) => [`${one.criterion}/${one.method}`, one.value])),
  }
  const answer = JSON.parse((await run(['decide', file('choice.json', choice), '--json', '--draws', '500'])).out)
  expect(answer.ahp.consistencyRatio).toBeCloseTo(0.0137, 4)
  expect(choice.methods[answer.topsis.ranking[0]]).toBe('BSC')
  expect((await run(['decide', file('choice.json', choice)], 'zh')).out).toContain('一致性比率 CR: 0.0137')
  const unrated = { ...choice, ratings: {} }
  expect((await run(['decide', file('unrated.json', unrated)])).err).toContain('/ratings/C1/')
})

test('inspection records are assessed with the library’s parameters; a wrong cell is named with its row', async () => {
  const head = '路线编码,起点桩号,终点桩号,方向,技术等级,路面类型,管养部门编码,IRI（m/km）,DR（%）'
  const right = file('sections.csv', `${head}\nS317,K0+000,K1+000,全幅,二级公路,沥青,AN,2.1,1.2\n`)
  const answer = JSON.parse((await run(['pavement', right, '--json'])).out)
  // 100 - 15.00 x 1.2^0.412 by JTG 5210-2018
  expect(Number(answer.sections[0].indices.PCI.official)).toBeCloseTo(100 - 15 * 1.2 ** 0.412, 2)
  expect(answer.rates.PQI.goodOrBetterRate.official).toBe('100.00')
  const wrong = await run(['pavement', file('wrong.csv', `${head}\nS317,K0+000,K1+000,全幅,二级公路,沥青,AN,rough,1.2\n`)])
  expect([wrong.code, wrong.err.includes('2 IRI')]).toEqual([1, true])
})

test('a sheet of cards is scored, one card a holder: by hand 0.6 x 75 + 0.4 x 90 = 81', async () => {
  const head = '计分卡,维度,指标,单位,权重（%）,方向,底线值,目标值,挑战值,实际值,状态'
  const sheet = file(
    'cards.csv',
    `${head}\n养护科,公众,修复率,%,60,越高越好,80,96,99,92,\n养护科,流程,时限,h,40,越低越好,,20,,22,\n路政科,公众,修复率,%,100,,,96,,,不适用\n`,
  )
  const { cards } = JSON.parse((await run(['score', sheet, '--json'])).out)
  expect(cards.map((card: { final: { official: string } | null }) => card.final?.official ?? null)).toEqual(['81.00', null])
  expect((await run(['score', sheet], 'zh')).out).toContain('最终得分: 81.00')
  const empty = JSON.parse((await run(['score', file('empty.csv', `${head}\nx,,m,%,100,,,96,,,\n`), '--json'])).out)
  expect([empty.cards[0].measures[0].flags, empty.cards[0].final]).toEqual([[], null])
  const zero = await run(['score', file('zero.csv', `${head},缺报时\nx,,m,%,100,,,96,,,,按零分\n`), '--json'])
  expect(JSON.parse(zero.out).cards[0].measures[0].flags).toEqual(['missing-as-zero'])
  const wrong = await run(['score', file('faults.csv', `${head}\nx,,m,%,many,,,96,,1,\nx,,n,%,5,,,,,1,\n`)])
  expect([wrong.code, wrong.err.includes('2 '), wrong.err.includes('3: ')]).toEqual([1, true, true])
})

test('weights that do not add to 100 are named with their rows; asked for, their proportions count: (60 x 80 + 60 x 100) / 120 = 90', async () => {
  const sheet = file(
    'uneven.csv',
    'Card,Measure,Weight (%),Direction,Target,Actual\nA,m,60,Higher is better,100,80\nA,n,60,越高越好,100,100\n',
  )
  const refused = await run(['score', sheet])
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Weight (%) of “A” adds to 120, not 100 (rows 2, 3)')])
  expect((await run(['score', sheet], 'zh')).err).toContain('“A”的权重（%）合计为 120，不是 100（第 2, 3 行）')
  expect(JSON.parse((await run(['score', sheet, '--normalise', '--json'])).out).cards[0].final.official).toBe('90.00')
})

test('a dry run of a sheet says what each measure decides and where nobody is told apart', async () => {
  const rows = Array.from({ length: 6 }, (_, at) => `u${at},a,50,100,100\nu${at},b,50,100,${50 + at * 8}`).join('\n')
  const sheet = file('draft.csv', `Card,Measure,Weight (%),Target,Actual\n${rows}\n`)
  const answer = JSON.parse((await run(['score', sheet, '--dry-run', '--json'])).out)
  expect(answer).toMatchObject({ cards: 6, scored: 6, stability: { kind: 'computed', firstStays: 1 } })
  expect(answer.findings.map((one: { code: string }) => one.code)).toContain('ceiling')
  expect((await run(['score', sheet, '--dry-run'], 'zh')).out).toContain('已到封顶分')
})

test('months of a flow are rows of one measure: 30 + 40 of a target of 100 is 70', async () => {
  const sheet = file(
    'flow.csv',
    'Measure,Weight (%),Target,Over time,Period,Actual\nkm,100,100,sum,2025-01,30\nkm,100,100,sum,2025-02,40\n',
  )
  expect(JSON.parse((await run(['score', sheet, '--json'])).out).cards[0].final.official).toBe('70.00')
})

test('a table of ratings is decided by four methods; the weights are the sheet’s, equal, or found from the ratings', async () => {
  const sheet = file('options.csv', ',质量,价格\n甲,9,30\n乙,6,20\n丙,5,25\n权重,0.7,0.3\n方向,效益,成本\n')
  const answer = JSON.parse((await run(['decide', sheet, '--json', '--draws', '200'])).out)
  expect(answer).toMatchObject({
    kind: 'ratings',
    options: ['甲', '乙', '丙'],
    directions: ['benefit', 'cost'],
    weightsFrom: 'sheet',
    weights: [0.7, 0.3],
  })
  expect([answer.topsis.ranking[0], answer.vikor.kind, answer.greyRelational.kind]).toEqual([0, 'computed', 'computed'])
  expect(JSON.parse((await run(['decide', sheet, '--json', '--draws', '10', '--weights', 'equal'])).out).weights).toEqual([0.5, 0.5])
  for (const source of ['entropy', 'critic'])
    expect((await run(['decide', sheet, '--weights', source, '--draws', '10'], 'zh')).out).toContain('灰关联度')
  expect((await run(['decide', sheet, '--weights', 'guess'])).err).toContain('critic')
  expect((await run(['decide', file('gap.csv', ',a\nx,\ny,2\n')])).err).toContain('2 a')
})

test('a matrix of judgements gives weights, gaps and all, and the judgement most at odds', async () => {
  const sheet = file('judgements.csv', ',a,b,c\na,1,2,\nb,1/2,1,2\nc,,,1\n')
  const answer = JSON.parse((await run(['decide', sheet, '--json'])).out)
  expect(answer.incomplete.leastLambda.weights[0]).toBeCloseTo(4 / 7, 6)
  const at = file('odds.csv', ',a,b,c\na,1,9,1/9\nb,1/9,1,9\nc,9,1/9,1\n')
  expect((await run(['decide', at])).out).toContain('most at odds')
  expect((await run(['decide', file('parts.csv', ',a,b\na,1,\nb,,1\n')])).code).toBe(1)
})
