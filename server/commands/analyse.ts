import type { Scale } from '@milepost/statistics/answers'
import type { Command } from 'commander'
import { analysisLines } from './analysisLines.ts'
import { type Analysis, type AnalysisPlan, analyseAnswers } from './answerAnalysis.ts'
import type { AnswerRows } from './csvRows.ts'
import { openAnswers } from './openAnswers.ts'
import { printResult } from './results.ts'
import { CommandFault, type Terminal } from './speaking.ts'

type Options = { json?: boolean; scale?: string; reverse?: string; items?: string; cross?: string; groups?: string }

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
    .option('--cross <pairs>', text.cross)
    .option('--groups <names>', text.groups)
    .option('--json', text.json)
    .action(async (file: string, options: Options) => {
      const source = await openAnswers(file)
      try {
        const { analysis, leftAside } = analysed(source, options)
        if (analysis.items.length === 0) throw new CommandFault({ zh: '表中没有数值列。', en: 'The sheet has no column of numbers.' })
        const { components, adequacy, sphericity, text: _text, serial: _serial, ...rest } = analysis
        const validity = adequacy === null ? null : { adequacy, sphericity, components }
        printResult(terminal, {
          json: options.json,
          result: { ...rest, validity, leftAside },
          readable: analysisLines({ ...analysis, leftAside }, terminal.speech),
        })
      } finally {
        source.close()
      }
    })
}

/** Columns named must hold numbers; without names every column that does is taken, and read again without the others where they turn out not to. */
function analysed(source: AnswerRows, options: Options): { analysis: Analysis; leftAside: string[] } {
  const scale = options.scale === undefined ? undefined : readScale(options.scale)
  const named = options.items === undefined ? undefined : listed(options.items, source.heading)
  const reverse = listed(options.reverse ?? '', source.heading)
  const groups = listed(options.groups ?? '', source.heading)
  const crosstabs = pairsOf(options.cross ?? '', source.heading)
  if (reverse.length > 0 && !scale)
    throw new CommandFault({
      zh: '反向题需要用 --scale 说明量表，例如 --scale 1-5。',
      en: 'Reversed items need their scale, for example --scale 1-5.',
    })
  const leftAside: string[] = []
  const labels = new Set([...groups, ...crosstabs.flat()])
  const together = scale !== undefined || named !== undefined
  let items = named ?? source.heading.filter((name) => !labels.has(name))
  for (;;) {
    const plan: AnalysisPlan = { items, reverse, scale, together, crosstabs, groups }
    const analysis = analyseAnswers(source, plan)
    if (analysis.cases === 0) throw new CommandFault({ zh: '表中没有答卷。', en: 'The sheet has no answers.' })
    const blank = named ? [] : analysis.items.flatMap(({ item, description }) => (isEmpty(description, analysis.cases) ? [item] : []))
    const unfit = new Set([...analysis.text.map(({ item }) => item), ...analysis.serial, ...blank])
    if (unfit.size === 0) return { analysis, leftAside: source.heading.filter((name) => leftAside.includes(name)) }
    if (named) throw unfitFault(analysis)
    leftAside.push(...unfit)
    items = items.filter((item) => !unfit.has(item))
    if (!together || items.length === 0) {
      const kept = analysis.items.filter(({ item }) => !unfit.has(item))
      return { analysis: { ...analysis, items: kept }, leftAside: source.heading.filter((name) => leftAside.includes(name)) }
    }
  }
}

const isEmpty = ({ n, excluded }: { n: number; excluded: { readonly missing?: number } }, cases: number): boolean =>
  n === 0 && (excluded.missing ?? 0) === cases

function unfitFault({ text, serial }: Analysis): CommandFault {
  const [first] = text
  if (first)
    return new CommandFault(
      { zh: `“${first.item}”列有不是数值的内容。`, en: `The column “${first.item}” holds what is not a number.` },
      first.rows.map((row) => `${first.item}: ${row}`),
    )
  const names = serial.join(', ')
  return new CommandFault({
    zh: `“${names}”列的不同取值太多，像是编号而不是答案。`,
    en: `The column “${names}” has too many different values: a serial number, not an answer.`,
  })
}

/** Names separated by commas; `q1..q40` is every column from one to the other. */
function listed(text: string, heading: readonly string[]): string[] {
  const names = text
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap((name) => {
      const [from, to] = [...name.split('..')].map((end) => heading.indexOf(end.trim()))
      if (heading.includes(name) || from === undefined || to === undefined || from < 0 || to < from) return [name]
      return heading.slice(from, to + 1)
    })
  const unknown = names.filter((name) => !heading.includes(name))
  if (unknown.length > 0)
    throw new CommandFault({ zh: `表中没有这些列：${unknown.join('、')}。`, en: `The sheet has no such columns: ${unknown.join(', ')}.` }, [
      heading.join(', '),
    ])
  return names
}

function pairsOf(text: string, heading: readonly string[]): [string, string][] {
  return text
    .split(/[,，]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [row, column, ...more] = pair.split(/[*×]/)
      if (row === undefined || column === undefined || more.length > 0)
        throw new CommandFault({
          zh: `“${pair}”应写成 行列*列列，例如 部门*q1。`,
          en: `Write “${pair}” as row*column, for example level*q1.`,
        })
      const [first, second] = [listed(row, heading)[0]!, listed(column, heading)[0]!]
      return [first, second]
    })
}

function readScale(text: string): Scale {
  const found = /^(-?\d+)\s*[-–:]\s*(\d+)$/.exec(text)
  const scale = { min: Number(found?.[1]), max: Number(found?.[2]) }
  if (!(scale.min < scale.max))
    throw new CommandFault({ zh: `量表“${text}”无法识别，请写成 1-5。`, en: `The scale “${text}” is not understood. Write it as 1-5.` })
  return scale
}

const TEXT = {
  zh: {
    summary: '描述统计、信度与结构',
    description:
      '读取答卷表（.csv 或 .xlsx，每行一份），给出各题描述统计与频数；用 --items 或 --scale 说明题项后，还给出 Cronbach α、KMO、Bartlett 检验与特征根。只读一遍文件，内存不随行数增长，百万行也可。空格为缺失，不作 0。不打开数据库。',
    file: '答卷表',
    items: '只分析这些列，用逗号分隔，q1..q40 表示从一列到另一列；不给则取全部数值列',
    scale: '量表，例如 1-5；量表外的值作缺失并提示',
    reverse: '反向题的列名，用逗号分隔',
    cross: '交叉表，例如 部门*q1，多个用逗号分隔；给出卡方检验',
    groups: '按这些列分组，比较各组得分（各题均值，反向题已转）',
    json: '输出 JSON',
  },
  en: {
    summary: 'descriptive statistics, reliability and structure',
    description:
      'Reads a sheet of answers (.csv or .xlsx, one sheet a row) and gives descriptives and frequencies by item, and Cronbach alpha, KMO, Bartlett and eigenvalues once --items or --scale says which columns belong together. Reads the file once, in memory that does not grow with the rows: a million is fine. A blank is missing, never 0. Opens no database.',
    file: 'the sheet of answers',
    items: 'only these columns, separated by commas, q1..q40 for a run of them; otherwise all that hold numbers',
    scale: 'the scale, e.g. 1-5; values off it count as missing and are reported',
    reverse: 'columns of reversed items, separated by commas',
    cross: 'cross-tabulations such as level*q1, separated by commas, with their chi-square test',
    groups: 'compare the groups these columns make by score (the mean of the items, reversed ones turned)',
    json: 'print JSON',
  },
}
