import { type AlphaResult, alpha } from '@milepost/statistics/alpha'
import type { ItemColumn, Scale } from '@milepost/statistics/answers'
import { type DescribeResult, describe } from '@milepost/statistics/describe'
import type { Command } from 'commander'
import { readSheetFile } from './readInput.ts'
import { type NumericColumn, readNumbers } from './readNumbers.ts'
import { figure, printResult } from './results.ts'
import { CommandFault, type Terminal } from './speaking.ts'
import { textTable } from './textTable.ts'

type Options = { json?: boolean; scale?: string; reverse?: string; items?: string }
type Described = { readonly item: string; readonly description: DescribeResult }

export function addAnalyse(program: Command, terminal: Terminal): void {
  const text = TEXT[terminal.speech]
  program
    .command('analyse')
    .summary(text.summary)
    .description(text.description)
    .argument('<file>', text.file)
    .option('--items <names>', text.items)
    .option('--scale <from-to>', text.scale)
    .option('--reverse <names>', text.reverse)
    .option('--json', text.json)
    .action(async (file: string, options: Options) => {
      const scale = options.scale === undefined ? undefined : readScale(options.scale)
      const { columns, leftAside } = readNumbers(await readSheetFile(file), { items: listed(options.items), scale })
      const items = itemsOf(columns, listed(options.reverse) ?? [], scale)
      const described = columns.map((column): Described => ({ item: column.name, description: describe(column.series) }))
      const oneScale = scale !== undefined || options.items !== undefined
      const reliability = oneScale && items.length > 1 ? alpha(items, scale ? { scale } : {}) : null
      const offScale = columns.flatMap(({ name, offScale: count }) => (count > 0 ? [{ item: name, count }] : []))
      printResult(terminal, {
        json: options.json,
        result: { cases: columns[0]?.series.length ?? 0, items: described, reliability, offScale, leftAside },
        readable: readable({ described, reliability, offScale, leftAside }, terminal),
      })
    })
}

const listed = (text: string | undefined) =>
  text
    ?.split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

function readScale(text: string): Scale {
  const found = /^(-?\d+)\s*[-–:]\s*(\d+)$/.exec(text)
  const scale = { min: Number(found?.[1]), max: Number(found?.[2]) }
  if (!(scale.min < scale.max))
    throw new CommandFault({ zh: `量表“${text}”无法识别，请写成 1-5。`, en: `The scale “${text}” is not understood. Write it as 1-5.` })
  return scale
}

function itemsOf(columns: readonly NumericColumn[], reverse: readonly string[], scale: Scale | undefined): ItemColumn[] {
  const unknown = reverse.filter((name) => !columns.some((column) => column.name === name))
  if (unknown.length > 0)
    throw new CommandFault({ zh: `没有这些题项：${unknown.join('、')}。`, en: `There are no such items: ${unknown.join(', ')}.` })
  if (reverse.length > 0 && !scale)
    throw new CommandFault({
      zh: '反向题需要用 --scale 说明量表，例如 --scale 1-5。',
      en: 'Reversed items need their scale, for example --scale 1-5.',
    })
  return columns.map(({ name, series }) => ({ id: name, reverse: reverse.includes(name), answers: series }))
}

type Found = {
  readonly described: readonly Described[]
  readonly reliability: AlphaResult | null
  readonly offScale: readonly { readonly item: string; readonly count: number }[]
  readonly leftAside: readonly string[]
}

function readable({ described, reliability, offScale, leftAside }: Found, { speech }: Terminal): string[] {
  const text = TEXT[speech]
  const lines = [
    textTable(
      text.columns,
      described.map(({ item, description }) => rowOf(item, description, reliability)),
    ),
  ]
  if (reliability?.kind === 'computed')
    lines.push(
      '',
      `${text.alpha} ${figure(reliability.rawAlpha)}  (n = ${reliability.n}, k = ${reliability.k}, ${text.standardised} ${figure(reliability.standardisedAlpha)})`,
    )
  else if (reliability) lines.push('', `${text.noAlpha}: ${reliability.because}`)
  for (const { item, count } of offScale) lines.push(`! ${item}: ${text.offScale} ${count}`)
  if (leftAside.length > 0) lines.push(`! ${text.leftAside}: ${leftAside.join(', ')}`)
  return lines
}

function rowOf(item: string, description: DescribeResult, reliability: AlphaResult | null): string[] {
  const part = reliability?.kind === 'computed' ? reliability.items.find(({ id }) => id === item) : undefined
  const end = [figure(part?.itemRest), figure(part?.alphaIfDropped)]
  if (description.kind === 'undefined') return [item, '0', ...Array<string>(6).fill('-'), ...end]
  const { n, excluded, mean, sd, median, min, max } = description
  return [
    item,
    String(n),
    String(excluded.missing ?? 0),
    figure(mean),
    figure(sd),
    figure(median, 1),
    figure(min, 1),
    figure(max, 1),
    ...end,
  ]
}

const TEXT = {
  zh: {
    summary: '描述统计与信度',
    description:
      '读取答卷表（.csv 或 .xlsx，每行一份），给出各题描述统计；用 --items 或 --scale 说明题项后，还给出 Cronbach α。空格为缺失，不作 0。不打开数据库。',
    file: '答卷表',
    items: '只分析这些列，用逗号分隔；不给则取全部数值列',
    scale: '量表，例如 1-5；量表外的值作缺失并提示',
    reverse: '反向题的列名，用逗号分隔',
    json: '输出 JSON',
    columns: ['题项', 'n', '缺失', '均值', '标准差', '中位数', '最小', '最大', '题总相关', '删后 α'],
    alpha: 'Cronbach α',
    standardised: '标准化',
    noAlpha: '无法计算 α',
    offScale: '量表外的值（作缺失）',
    leftAside: '非数值列，未分析',
  },
  en: {
    summary: 'descriptive statistics and reliability',
    description:
      'Reads a sheet of answers (.csv or .xlsx, one sheet a row) and gives descriptives by item, and Cronbach alpha once --items or --scale says which columns belong together. A blank is missing, never 0. Opens no database.',
    file: 'the sheet of answers',
    items: 'only these columns, separated by commas; otherwise all that hold numbers',
    scale: 'the scale, e.g. 1-5; values off it count as missing and are reported',
    reverse: 'columns of reversed items, separated by commas',
    json: 'print JSON',
    columns: ['Item', 'n', 'Missing', 'Mean', 'SD', 'Median', 'Min', 'Max', 'Item-rest r', 'Alpha if dropped'],
    alpha: 'Cronbach alpha',
    standardised: 'standardised',
    noAlpha: 'No alpha',
    offScale: 'values off the scale (counted as missing)',
    leftAside: 'columns without numbers, left aside',
  },
}
