import type { ValueMapping } from '@milepost/contract/run/values'

/** The columns of the template, and what files often call them. */
export const LONG_COLUMNS = {
  measureCode: ['指标编码', '指标', '编码', '指标代码', 'measure code', 'measure', 'code', 'kpi'],
  scope: ['填报对象', '对象', '部门', '单位', '站', '科室', '职工编号', 'holder', 'unit', 'district', 'office'],
  periodCode: ['期间', '时间', '季度', '月份', '年份', 'period', 'quarter', 'month', 'year'],
  value: ['实际值', '数值', '完成值', '实绩', '值', 'value', 'actual', 'figure'],
  level: ['对象类别', '层级', 'level'],
  numerator: ['分子', 'numerator'],
  denominator: ['分母', '权重', 'denominator', 'weight'],
  n: ['样本数', '有效样本', 'answers', 'n'],
  estimated: ['暂估', 'estimated'],
  note: ['说明', '备注', '原因', 'note', 'remark', 'comment'],
} as const
export type LongColumn = keyof typeof LONG_COLUMNS

export type Mapping = {
  readonly way: 'long' | 'wide'
  readonly headings: Readonly<Partial<Record<LongColumn, string>>>
  readonly wide: ValueMapping
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s*＊_]+/g, '')

/** A first guess at what the columns of a file hold; a column with a measure's code as its heading says the table is wide. */
export function guessed(found: readonly string[], measures: readonly { readonly code: string }[]): Mapping {
  const taken = new Set<string>()
  const headings: Partial<Record<LongColumn, string>> = {}
  for (const key of Object.keys(LONG_COLUMNS)) {
    if (!isLongColumn(key)) continue
    const heading = found.find((one) => !taken.has(one) && LONG_COLUMNS[key].some((name) => plain(name) === plain(one)))
    if (heading === undefined) continue
    headings[key] = heading
    taken.add(heading)
  }
  const codes = new Map(measures.map(({ code }) => [plain(code), code]))
  const columns = Object.fromEntries(
    found.flatMap((heading) => {
      const code = codes.get(plain(heading.split(' ')[0] ?? heading))
      return code === undefined ? [] : [[heading, code]]
    }),
  )
  return {
    way: Object.keys(columns).length > 0 ? 'wide' : 'long',
    headings,
    wide: {
      unitColumn: headings.scope ?? null,
      periodColumn: headings.periodCode ?? '',
      columns,
      weightColumn: headings.denominator ?? null,
      nColumn: headings.n ?? null,
    },
  }
}

const isLongColumn = (key: string): key is LongColumn => Object.hasOwn(LONG_COLUMNS, key)

/** Enough is said to read the file. */
export const isReady = ({ way, headings, wide }: Mapping): boolean =>
  way === 'wide'
    ? wide.periodColumn !== '' && Object.keys(wide.columns).length > 0
    : headings.measureCode !== undefined && headings.scope !== undefined && headings.periodCode !== undefined

/** As it is sent with the file. */
export const sentMapping = ({ way, headings, wide }: Mapping) => (way === 'wide' ? { mapping: wide } : { headings: { ...headings } })
