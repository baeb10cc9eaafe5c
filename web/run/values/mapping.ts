import type { ValueMapping } from '@milepost/contract/run/values'

/** What offices call the columns of a table with one measure a column. */
const NAMES = {
  unitColumn: ['填报对象', '对象', '部门', '单位', '站', '科室', 'holder', 'unit', 'district', 'office'],
  periodColumn: ['期间', '时间', '季度', '月份', '年份', '年', 'period', 'quarter', 'month', 'year'],
  weightColumn: ['权重', '里程', 'weight', 'miles', 'km'],
  nColumn: ['样本数', '有效样本', 'answers', 'n'],
} as const

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s*＊_]+/g, '')

/** A first guess: columns headed by the code of a measure hold its values. */
export function guessed(found: readonly string[], measures: readonly { readonly code: string }[]): ValueMapping {
  const headed = (names: readonly string[]) => found.find((heading) => names.some((name) => plain(name) === plain(heading))) ?? null
  const codes = new Map(measures.map(({ code }) => [plain(code), code]))
  const columns = found.flatMap((heading) => {
    const code = codes.get(plain(heading.trim().split(/\s/)[0] ?? heading))
    return code === undefined ? [] : [[heading, code] as const]
  })
  return {
    unitColumn: headed(NAMES.unitColumn),
    periodColumn: headed(NAMES.periodColumn) ?? '',
    columns: Object.fromEntries(columns),
    weightColumn: headed(NAMES.weightColumn),
    nColumn: headed(NAMES.nColumn),
  }
}

/** Enough is said to read the file. */
export const isReady = ({ periodColumn, columns }: ValueMapping): boolean => periodColumn !== '' && Object.keys(columns).length > 0
