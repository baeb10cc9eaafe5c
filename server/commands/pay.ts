import { seededRandom } from '@milepost/decision/seededRandom'
import { payPool } from '@milepost/pay/payPool'
import type { PayRun } from '@milepost/pay/payRun'
import { randomPool, tryPool } from '@milepost/pay/randomPools'
import { yuan } from '@milepost/pay/yuan'
import type { Command } from 'commander'
import { storedRun } from '../reward/published.ts'
import { readJson } from './readInput.ts'
import { printResult } from './results.ts'
import { CommandFault, type Terminal } from './speaking.ts'
import { textTable } from './textTable.ts'

type Options = { random?: string; seed?: string; json?: boolean }
const MOST_POOLS = 1_000_000
const FAULTS_SHOWN = 20

export function addPay(program: Command, terminal: Terminal): void {
  const text = TEXT[terminal.speech]
  program
    .command('pay')
    .summary(text.summary)
    .description(text.description)
    .argument('[file]', text.file)
    .option('--random <pools>', text.random)
    .option('--seed <text>', text.seed)
    .option('--json', text.json)
    .action(async (file: string | undefined, options: Options) => {
      if (options.random !== undefined) return tryRandom(terminal, options.random, options)
      if (file === undefined)
        throw new CommandFault({
          zh: '请给出工资池文件，或用 --random 给出个数。',
          en: 'Name the file of a pool, or a number with --random.',
        })
      const result = payPool(await readJson(file, storedRun))
      if (result.kind === 'refused') process.exitCode = 1
      printResult(terminal, { json: options.json, result: JSON.parse(JSON.stringify(result)), readable: linesOf(result, terminal) })
    })
}

function linesOf(run: PayRun, { speech }: Terminal): string[] {
  const text = TEXT[speech]
  if (run.kind === 'refused') return [`! ${run.text[speech]}`]
  return [
    textTable(
      [text.person, text.unit, text.amount],
      run.lines.map((line) => [line.person, line.unit, yuan(line.fen)]),
    ),
    '',
    `${text.pool} ${yuan(run.poolFen)}  ${text.reserve} ${yuan(run.reserveFen)}  ${text.shared} ${yuan(run.distributedFen)}`,
    ...run.warnings.map((warning) => `! ${warning.text[speech]}`),
  ]
}

/** Random pools, every second one with bounds, held to the laws of sharing out. Ends with 1 when one breaks them. */
function tryRandom(terminal: Terminal, asked: string, { seed = 'milepost', json }: Options): void {
  const text = TEXT[terminal.speech]
  const pools = Number(asked)
  if (!Number.isInteger(pools) || pools < 1 || pools > MOST_POOLS)
    throw new CommandFault({
      zh: `“${asked}”不是 1 到 ${MOST_POOLS} 的整数。`,
      en: `“${asked}” is no whole number from 1 to ${MOST_POOLS}.`,
    })
  const chance = seededRandom(seed)
  const faults: string[] = []
  let refused = 0
  for (let at = 0; at < pools; at++) {
    const trial = tryPool(randomPool((below) => Math.floor(chance() * below), at % 2 === 1))
    if (trial.kind === 'refused') refused += 1
    else faults.push(...trial.faults.map((fault) => `${at}: ${fault}`))
  }
  if (faults.length > 0) process.exitCode = 1
  printResult(terminal, {
    json,
    result: { pools, seed, shared: pools - refused, refused, faults },
    readable: [...faults.slice(0, FAULTS_SHOWN).map((fault) => `! ${fault}`), text.tried(pools, refused, faults.length)],
  })
}

const TEXT = {
  zh: {
    summary: '计算绩效工资池，或用随机工资池检验分配',
    description:
      '读取一个工资池（.json：总额、预留、系数、单位、人员，即系统保存的计算输入），逐人给出应得金额，合计到分。--random 则随机生成工资池并检验：合计到分、不越上下限、权重大者不少得、与输入次序无关。不打开数据库。',
    file: '工资池文件（.json）',
    random: '检验这么多个随机工资池（一半带上下限）',
    seed: '随机序列的种子；同一种子给出同样的工资池',
    json: '输出 JSON',
    person: '人员',
    unit: '单位',
    amount: '金额（元）',
    pool: '总额',
    reserve: '预留',
    shared: '分配',
    tried: (pools: number, refused: number, faults: number) =>
      `${pools} 个工资池：分配 ${pools - refused} 个，上下限无法满足而拒绝 ${refused} 个，差错 ${faults} 处。`,
  },
  en: {
    summary: 'share out a pay pool, or try the sharing on random pools',
    description:
      'Reads a pool (.json: amount, reserve, factors, units, people, as the program stores what it computed from) and gives everybody’s amount, adding up to the fen. With --random pools are drawn and held to the laws: the sum to the fen, no bound broken, nobody with more weight gets less, the order of input does not matter. Opens no database.',
    file: 'the pool (.json)',
    random: 'try so many random pools, half of them with bounds',
    seed: 'seed of the draw; the same seed draws the same pools',
    json: 'print JSON',
    person: 'Person',
    unit: 'Unit',
    amount: 'Amount (yuan)',
    pool: 'Pool',
    reserve: 'reserve',
    shared: 'shared',
    tried: (pools: number, refused: number, faults: number) =>
      `${pools} pools: ${pools - refused} shared out, ${refused} refused because their bounds cannot hold, ${faults} faults.`,
  },
}
