import type { AlphaResult } from '@milepost/statistics/alpha'
import type { DescribeResult } from '@milepost/statistics/describe'
import { becauseText } from '@milepost/statistics/reasons'
import type { Analysis } from './answerAnalysis.ts'
import { figure } from './results.ts'
import type { Speech } from './speaking.ts'
import { textTable } from './textTable.ts'

/** What a person reads of an analysis: a table of items, then one line a finding. */
export function analysisLines(analysis: Analysis & { readonly leftAside: readonly string[] }, speech: Speech): string[] {
  const text = TEXT[speech]
  const { items, reliability, offScale, leftAside } = analysis
  const table = textTable(
    text.columns,
    items.map(({ item, description }) => rowOf(item, description, reliability)),
  )
  const reliable = reliability ? ['', alphaLine(reliability, speech)] : []
  return [
    table,
    ...reliable,
    ...validityLines(analysis, speech),
    ...analysis.crosstabs.flatMap((cross) => crossLines(cross, speech)),
    ...analysis.comparisons.map(({ by, result }) =>
      result.kind === 'computed'
        ? `${text.groups} ${by}: F(${result.dfBetween}, ${result.dfWithin}) = ${figure(result.f)}, p = ${figure(result.p, 4)}, eta² = ${figure(result.eta2, 4)}`
        : `${text.groups} ${by}: ${becauseText(result.because, speech)}`,
    ),
    ...offScale.map(({ item, count }) => `! ${item}: ${text.offScale} ${count}`),
    ...(leftAside.length > 0 ? [`! ${text.leftAside}: ${leftAside.join(', ')}`] : []),
  ]
}

function rowOf(item: string, description: DescribeResult, reliability: AlphaResult | null): string[] {
  const part = reliability?.kind === 'computed' ? reliability.items.find(({ id }) => id === item) : undefined
  const end = [figure(part?.itemRest), figure(part?.alphaIfDropped)]
  if (description.kind === 'undefined') return [item, '0', ...Array<string>(6).fill('-'), ...end]
  const { n, excluded, mean, sd, median, min, max } = description
  const places = [figure(mean), figure(sd), figure(median, 1), figure(min, 1), figure(max, 1)]
  return [item, String(n), String(excluded.missing ?? 0), ...places, ...end]
}

function alphaLine(reliability: AlphaResult, speech: Speech): string {
  const text = TEXT[speech]
  if (reliability.kind === 'undefined') return `${text.noAlpha}: ${becauseText(reliability.because, speech)}`
  const { rawAlpha, n, items, standardisedAlpha, interval } = reliability
  return `${text.alpha} ${figure(rawAlpha)} [${figure(interval.low)}, ${figure(interval.high)}]  (n = ${n}, k = ${items.length}, ${text.standardised} ${figure(standardisedAlpha)})`
}

function validityLines({ adequacy, sphericity, components }: Analysis, speech: Speech): string[] {
  const text = TEXT[speech]
  if (adequacy === null || sphericity === null || components === null) return []
  const kmo = adequacy.kind === 'computed' ? figure(adequacy.kmo) : becauseText(adequacy.because, speech)
  const bartlett =
    sphericity.kind === 'computed'
      ? `chi² = ${figure(sphericity.chi2, 2)}, df = ${sphericity.df}, p = ${figure(sphericity.p, 4)}`
      : becauseText(sphericity.because, speech)
  const roots =
    components.kind === 'computed'
      ? components.eigenvalues
          .slice(0, 10)
          .map((value) => figure(value))
          .join(', ')
      : becauseText(components.because, speech)
  return [`KMO ${kmo}`, `${text.bartlett} ${bartlett}`, `${text.eigenvalues} ${roots}`]
}

function crossLines({ row, column, rows, columns, counts, test }: Analysis['crosstabs'][number], speech: Speech): string[] {
  const found =
    test.kind === 'computed'
      ? `chi² = ${figure(test.chi2, 3)}, df = ${test.df}, p = ${figure(test.p, 4)}, V = ${figure(test.cramersV)}`
      : becauseText(test.because, speech)
  const table = textTable(
    [`${row} × ${column}`, ...columns],
    rows.map((name, at) => [name, ...(counts[at] ?? []).map(String)]),
  )
  return ['', table, found]
}

const TEXT = {
  zh: {
    columns: ['题项', 'n', '缺失', '均值', '标准差', '中位数', '最小', '最大', '题总相关', '删后 α'],
    alpha: 'Cronbach α',
    standardised: '标准化',
    noAlpha: '无法计算 α',
    bartlett: 'Bartlett 球形检验',
    eigenvalues: '特征根',
    groups: '分组比较',
    offScale: '量表外的值（作缺失）',
    leftAside: '非数值列，未分析',
  },
  en: {
    columns: ['Item', 'n', 'Missing', 'Mean', 'SD', 'Median', 'Min', 'Max', 'Item-rest r', 'Alpha if dropped'],
    alpha: 'Cronbach alpha',
    standardised: 'standardised',
    noAlpha: 'No alpha',
    bartlett: 'Bartlett sphericity',
    eigenvalues: 'Eigenvalues',
    groups: 'Groups by',
    offScale: 'values off the scale (counted as missing)',
    leftAside: 'columns without numbers, left aside',
  },
}
