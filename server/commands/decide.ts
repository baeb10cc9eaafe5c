import { type MethodChoice, type MethodRanking, rankMethods, robustness } from '@milepost/decision/methodChoice'
import { seededRandom } from '@milepost/decision/seededRandom'
import type { Command } from 'commander'
import { z } from 'zod'
import { type DecidedSheet, decideSheet, type WeightSource } from './choiceSheet.ts'
import { readJson, readSheetFile } from './readInput.ts'
import { figure, printResult } from './results.ts'
import { CommandFault, type Terminal } from './speaking.ts'
import { textTable } from './textTable.ts'

type Options = { json?: boolean; draws: string; seed: string; weights?: string }

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
    .option('--weights <source>', text.weights)
    .option('--json', text.json)
    .action(async (file: string, options: Options) => {
      if (!/\.json$/i.test(file)) {
        const decided = decideSheet(await readSheetFile(file), {
          weights: weightSource(options.weights),
          draws: wholeNumber(options.draws),
          random: seededRandom(options.seed),
        })
        const lines = decided.kind === 'ratings' ? ratingLines(decided, terminal) : judgementLines(decided, terminal)
        if (!lines) process.exitCode = 1
        return printResult(terminal, { json: options.json, result: decided, readable: lines ?? [text.notRanked] })
      }
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

function weightSource(given: string | undefined): WeightSource | null {
  if (given === undefined) return null
  const found = (['sheet', 'equal', 'entropy', 'critic'] as const).find((source) => source === given)
  if (found) return found
  throw new CommandFault({
    zh: `“${given}”不是权重来源；可用 sheet、equal、entropy、critic。`,
    en: `“${given}” is no source of weights; there are sheet, equal, entropy and critic.`,
  })
}

/** Weights of a matrix of judgements, or null when there are none. */
function judgementLines({ criteria, ahp, incomplete, contradiction }: Extract<DecidedSheet, { kind: 'judgements' }>, { speech }: Terminal) {
  const text = TEXT[speech]
  const [weights, ratio] =
    ahp?.kind === 'computed'
      ? [ahp.weights, ahp.consistencyRatio]
      : incomplete?.kind === 'computed'
        ? [incomplete.leastLambda.weights, incomplete.leastLambda.consistencyRatio]
        : [null, null]
  if (!weights) return null
  const table = textTable(
    [text.criterion, text.weight],
    criteria.map((criterion, at) => [criterion, figure(weights[at], 4)]),
  )
  const lines = [table, '', `${text.consistency}: ${figure(ratio, 4)} ${(ratio ?? 0) > 0.1 ? text.inconsistent : ''}`.trimEnd()]
  if (contradiction?.kind === 'found' && (ratio ?? 0) > 0.1) {
    const { pair, given, suggested, consistencyRatio } = contradiction
    lines.push(
      text.mend(
        `${criteria[pair.row]} / ${criteria[pair.column]}`,
        figure(given, 2),
        figure(suggested, 2),
        figure(consistencyRatio.afterwards, 4),
      ),
    )
  }
  return lines
}

/** The order of the options by four methods, or null when they cannot be ranked. */
function ratingLines(decided: Extract<DecidedSheet, { kind: 'ratings' }>, { speech }: Terminal) {
  const text = TEXT[speech]
  const { topsis, weightedSum, vikor, greyRelational, leads, options, criteria, weights } = decided
  if (topsis.kind !== 'computed') return null
  const weighed = textTable(
    [text.criterion, text.weight],
    criteria.map((criterion, at) => [criterion, figure(topsis.weights[at] ?? weights[at], 4)]),
  )
  const order = textTable(
    [text.rank, text.method, text.closeness, text.weightedSum, 'VIKOR Q', text.grey, text.leads],
    topsis.ranking.map((at) => [
      String(topsis.ranks[at]),
      options[at] ?? '',
      figure(topsis.closeness[at], 4),
      weightedSum.kind === 'computed' ? figure(weightedSum.scores[at], 4) : '-',
      vikor.kind === 'computed' ? figure(vikor.compromise[at], 4) : '-',
      greyRelational.kind === 'computed' ? figure(greyRelational.grades[at], 4) : '-',
      figure((leads.shares[at] ?? 0) * 100, 1),
    ]),
  )
  return [weighed, '', order]
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
    description:
      '读取比较文件，给出权重、一致性比率、排序和稳健性。.csv、.xlsx 为评分表（首列方案、首行准则，可有“权重”“方向”两行）或判断矩阵（首列与首行相同，未判断的留空）。不打开数据库。',
    file: '.csv、.xlsx，或 .json：criteria、methods、judgements（"C1/C2": "3"）、ratings（"C1/BSC": 9）',
    draws: '随机权重次数',
    weights: '权重来源：sheet、equal、entropy、critic',
    grey: '灰关联度',
    mend: (pair: string, given: string, suggested: string, ratio: string) =>
      `最矛盾的判断：${pair} = ${given}；改为 ${suggested} 后 CR 为 ${ratio}。`,
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
      'Reads a comparison and gives weights, consistency, ranking and robustness. A .csv or .xlsx is a table of ratings (options down, criteria across, rows “weight” and “direction” if wanted) or a matrix of judgements (first column the same as the headings, empty where not judged). Opens no database.',
    file: '.csv, .xlsx, or .json: criteria, methods, judgements ("C1/C2": "3"), ratings ("C1/BSC": 9)',
    draws: 'draws of random weights',
    weights: 'where weights come from: sheet, equal, entropy, critic',
    grey: 'Grey grade',
    mend: (pair: string, given: string, suggested: string, ratio: string) =>
      `The judgement most at odds: ${pair} = ${given}; as ${suggested} the ratio would be ${ratio}.`,
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
