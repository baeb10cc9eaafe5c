import { type MethodChoice, type MethodRanking, rankMethods, robustness } from '@milepost/decision/methodChoice'
import { seededRandom } from '@milepost/decision/seededRandom'
import type { Command } from 'commander'
import { z } from 'zod'
import { readJson } from './readInput.ts'
import { figure, printResult } from './results.ts'
import { CommandFault, type Terminal } from './speaking.ts'
import { textTable } from './textTable.ts'

type Options = { json?: boolean; draws: string; seed: string }

/** The comparison as the engine takes it: see packages/decision/methodChoice. */
const methodChoice = z
  .object({
    criteria: z.array(z.string().min(1)).min(1).max(15),
    methods: z.array(z.string().min(1)).min(2).max(30),
    judgements: z.record(z.string(), z.string().regex(/^([1-9]|1\/[2-9])$/)).default({}),
    ratings: z.record(z.string(), z.number().positive()),
  })
  .superRefine((choice, context) => {
    for (const pair of Object.keys(choice.judgements)) {
      const [row = '', column = ''] = pair.split('/')
      if (!choice.criteria.includes(row) || !choice.criteria.includes(column))
        context.addIssue({ code: 'custom', path: ['judgements', pair], message: 'no such pair of criteria' })
    }
    for (const pair of choice.criteria.flatMap((criterion) => choice.methods.map((method) => `${criterion}/${method}`)))
      if (choice.ratings[pair] === undefined) context.addIssue({ code: 'custom', path: ['ratings', pair], message: 'a rating is missing' })
  })

export function addDecide(program: Command, terminal: Terminal): void {
  const text = TEXT[terminal.speech]
  program
    .command('decide')
    .summary(text.summary)
    .description(text.description)
    .argument('<file>', text.file)
    .option('--draws <n>', text.draws, '10000')
    .option('--seed <text>', text.seed, '1')
    .option('--json', text.json)
    .action(async (file: string, options: Options) => {
      const choice = await readJson(file, methodChoice)
      const ranking = rankMethods(choice)
      const steadiness = robustness(choice, { draws: wholeNumber(options.draws), random: seededRandom(options.seed) })
      if (ranking.topsis?.kind !== 'computed') process.exitCode = 1
      printResult(terminal, {
        json: options.json,
        result: { ...ranking, robustness: steadiness },
        readable: readable(choice, { ranking, leads: steadiness?.leads.shares ?? [] }, terminal),
      })
    })
}

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new CommandFault({ zh: `“${text}”不是整数。`, en: `“${text}” is not a whole number.` })
  return Number(text)
}

type Found = { readonly ranking: MethodRanking; readonly leads: readonly number[] }

function readable(choice: MethodChoice, { ranking, leads }: Found, { speech }: Terminal): string[] {
  const text = TEXT[speech]
  const { ahp, topsis, weightedSum } = ranking
  if (ahp.kind === 'undefined' || topsis?.kind !== 'computed') return [text.notRanked]
  const weights = textTable(
    [text.criterion, text.weight],
    choice.criteria.map((criterion, at) => [criterion, figure(ahp.weights[at], 4)]),
  )
  const order = textTable(
    [text.rank, text.method, text.closeness, text.weightedSum, text.leads],
    topsis.ranking.map((at) => [
      String(topsis.ranks[at]),
      choice.methods[at] ?? '',
      figure(topsis.closeness[at], 4),
      weightedSum?.kind === 'computed' ? figure(weightedSum.scores[at], 4) : '-',
      figure((leads[at] ?? 0) * 100, 1),
    ]),
  )
  const consistency = `${text.consistency}: ${figure(ahp.consistencyRatio, 4)} ${ahp.consistent === false ? text.inconsistent : ''}`
  return [weights, '', consistency.trimEnd(), '', order]
}

const TEXT = {
  zh: {
    summary: '多准则比较（AHP 权重、TOPSIS 排序）',
    description: '读取准则、方案、两两判断和评分（JSON），给出权重、一致性比率、排序和稳健性。不打开数据库。',
    file: '比较文件（.json）：criteria、methods、judgements（"C1/C2": "3"）、ratings（"C1/BSC": 9）',
    draws: '随机权重次数',
    seed: '随机种子',
    json: '输出 JSON',
    criterion: '准则',
    weight: '权重',
    rank: '名次',
    method: '方案',
    closeness: '贴近度',
    weightedSum: '加权和',
    leads: '随机权重下领先%',
    consistency: '一致性比率 CR',
    inconsistent: '（超过 0.1，请复核判断）',
    notRanked: '无法排序：判断矩阵或评分有误，用 --json 查看原因。',
  },
  en: {
    summary: 'compare options (weights by AHP, ranking by TOPSIS)',
    description:
      'Reads criteria, options, judgements and ratings (JSON) and gives weights, consistency, ranking and robustness. Opens no database.',
    file: 'the comparison (.json): criteria, methods, judgements ("C1/C2": "3"), ratings ("C1/BSC": 9)',
    draws: 'draws of random weights',
    seed: 'seed of the draws',
    json: 'print JSON',
    criterion: 'Criterion',
    weight: 'Weight',
    rank: 'Rank',
    method: 'Method',
    closeness: 'Closeness',
    weightedSum: 'Weighted sum',
    leads: 'Leads at random weights %',
    consistency: 'Consistency ratio',
    inconsistent: '(above 0.1: look at the judgements again)',
    notRanked: 'Cannot be ranked: the judgements or ratings are at fault; --json names the cause.',
  },
}
