import path from 'node:path'
import { cardInput } from '@milepost/contract/run/cardInput'
import { seededRandom } from '@milepost/decision/seededRandom'
import { type DryRun, dryRun } from '@milepost/scorecard/dryRun/dryRun'
import { renderExplanation } from '@milepost/scorecard/explanation'
import { type CardResult, type NodeResult, scoreCard } from '@milepost/scorecard/scoreCard'
import type { Command } from 'commander'
import { cardsOfSheet } from './cardSheet.ts'
import { readJson, readSheetFile } from './readInput.ts'
import { replayTicket } from './replayTicket.ts'
import { printResult } from './results.ts'
import { CommandFault, type Terminal } from './speaking.ts'
import { textTable } from './textTable.ts'

type Options = { normalise?: boolean; json?: boolean; explain?: boolean; replay?: string; dryRun?: boolean }

export function addScore(program: Command, terminal: Terminal): void {
  const { speech } = terminal
  const text = { zh: TEXT.zh, en: TEXT.en }[speech]
  program
    .command('score')
    .summary(text.summary)
    .description(text.description)
    .argument('[file]', text.file)
    .option('--replay <ticket>', text.replay)
    .option('--explain', text.explain)
    .option('--dry-run', text.dryRun)
    .option('--normalise', text.normalise)
    .option('--json', text.json)
    .action(async (file: string | undefined, options: Options) => {
      if (options.replay !== undefined) return replayTicket(terminal, options.replay, options)
      if (file === undefined)
        throw new CommandFault({
          zh: '请给出计分卡文件，或用 --replay 给出得分说明单。',
          en: 'Name the file of a card, or a ticket with --replay.',
        })
      if (/\.json$/i.test(file)) {
        const result = scoreCard(await readJson(file, cardInput))
        return printResult(terminal, { json: options.json, result, readable: readable(result, options, terminal) })
      }
      const how = { normalise: options.normalise === true }
      if (options.dryRun) {
        const result = dryRun(cardsOfSheet(await readSheetFile(file), path.parse(file).name, how), {
          draws: 1000,
          chance: seededRandom('dry run'),
        })
        return printResult(terminal, { json: options.json, result, readable: dryRunLines(result, terminal) })
      }
      const cards = cardsOfSheet(await readSheetFile(file), path.parse(file).name, how).map((card) => scoreCard(card))
      const lines = cards.flatMap((result) => [result.tree.name[speech], ...readable(result, options, terminal), ''])
      printResult(terminal, { json: options.json, result: { cards }, readable: lines })
    })
}

function readable(result: CardResult, options: Options, terminal: Terminal): string[] {
  const { speech } = terminal
  const head = { zh: ['节点', '权重%', '得分', '贡献', '状态'], en: ['Node', 'Weight %', 'Score', 'Points', 'Status'] }[speech]
  const lines = [textTable(head, rowsOf(result.tree, speech, 0))]
  lines.push('', `${{ zh: '最终得分', en: 'Final score' }[speech]}: ${result.final?.official ?? '-'}  ${result.status.label[speech]}`)
  for (const finding of result.findings) lines.push(`! ${finding.message[speech]} ${finding.mend[speech]}`)
  if (options.explain)
    lines.push('', ...renderExplanation(result.explanation, speech).map((line) => `${'  '.repeat(line.depth)}${line.text}`))
  return lines
}

/** What the scheme would have done to these cards. */
function dryRunLines({ cards, scored, spread, bands, measures, stability, findings }: DryRun, { speech }: Terminal): string[] {
  const two = (value: number | null | undefined): string => (value === null || value === undefined ? '-' : value.toFixed(2))
  const percent = (share: number | null): string => (share === null ? '-' : (share * 100).toFixed(1))
  const text = {
    zh: {
      cards: '计分卡',
      scored: '有得分',
      head: ['指标', '权重%', '决定差距%', '平均', '标准差', '封顶%', '最低%'],
      shake: '权重上下浮动时平均移动名次',
    },
    en: {
      cards: 'cards',
      scored: 'scored',
      head: ['Measure', 'Weight %', 'Decides %', 'Mean', 'Spread', 'At cap %', 'At floor %'],
      shake: 'places moved on average when weights move',
    },
  }[speech]
  const rows = measures.map((one) => [
    one.name[speech],
    percent(one.weight),
    percent(one.decides),
    two(one.spread?.mean),
    two(one.spread?.sd),
    percent(one.ceiling),
    percent(one.floor),
  ])
  const range = spread ? `  ${two(spread.least)} | ${two(spread.q1)} | ${two(spread.median)} | ${two(spread.q3)} | ${two(spread.most)}` : ''
  return [
    `${text.cards} ${cards}  ${text.scored} ${scored}${range}`,
    bands.map((band) => `${band.code} ${band.cards}`).join('  '),
    '',
    textTable(text.head, rows),
    '',
    ...(stability.kind === 'computed' ? [`${text.shake}: ${two(stability.meanShift)}`] : []),
    ...findings.map(({ message }) => `! ${message[speech]}`),
  ]
}

function rowsOf(node: NodeResult, speech: Terminal['speech'], depth: number): string[][] {
  const points = node.contribution === null ? '-' : (Number(ratio(node.contribution)) || 0).toFixed(2)
  const row = [
    `${'  '.repeat(depth)}${node.name[speech]}`,
    node.weight.shown.effective,
    node.official ?? '-',
    points,
    node.status.label[speech],
  ]
  return [row, ...node.children.flatMap((child) => rowsOf(child, speech, depth + 1))]
}

/** For reading only: "250/3" as a number. */
function ratio(text: string): number {
  const [over = '0', under = '1'] = text.split('/')
  return Number(over) / Number(under)
}

const TEXT = {
  zh: {
    summary: '给一张计分卡计分',
    description:
      '读取计分卡，输出得分、各级贡献和状态。.json 为一张卡（CardInput）；.csv、.xlsx 一行一个指标：计分卡、维度、战略目标、指标、单位、权重（%）、方向、底线值、目标值、挑战值、期、实际值、缺报时（不计、按零分、沿用上期；不填为不计）、状态等列。每张卡的权重合计为 100。不打开数据库。',
    file: '计分卡文件（.json、.csv、.xlsx）',
    replay: '用说明单文件里的输入重新算出得分、名额、等次和绩效工资，逐项说明是否一致',
    explain: '逐项写出计算理由',
    normalise: '权重合计不是 100 时按比例折算',
    dryRun: '试运行：分布、封顶、各指标实际决定的差距、权重变动时的名次',
    json: '输出 JSON',
  },
  en: {
    summary: 'score a card',
    description:
      'Reads cards and gives score, contributions and status. A .json is one card (CardInput); a .csv or .xlsx has a row a measure, with the columns Card, Perspective, Objective, Measure, Unit, Weight (%), Direction, Floor, Target, Stretch, Period, Actual, If missing (left out, zero points, last period; left out if empty), State and others. The weights of a card add to 100. Opens no database.',
    file: 'the card (.json, .csv, .xlsx)',
    replay: 'work the score, seat, grade and pay of a ticket file out again and say of each whether it is the same',
    explain: 'write out the reasons line by line',
    normalise: 'use the proportions of weights that do not add to 100',
    dryRun: 'dry run: spread, ceilings, what each measure really decides, ranks when weights move',
    json: 'print JSON',
  },
}
