import type { EarlierFigure } from '@milepost/contract/open/publications'

type Measure = { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }

/** Typed or pasted from a spreadsheet: measure (code or name), year, figure, the report it is from, that in English. */
const TABS = /\t|\s*[,，]\s*/

export type EarlierRead = { readonly earlier: readonly EarlierFigure[]; readonly unread: readonly number[] }

/** The figures of earlier years, a line each; `unread`: the numbers of lines that cannot be read. Blank lines are passed over. */
export function readEarlier(typed: string, measures: readonly Measure[]): EarlierRead {
  const codeOf = new Map(measures.flatMap(({ code, name }) => [code, name.zh, name.en].map((one) => [one, code] as const)))
  const earlier: EarlierFigure[] = []
  const unread: number[] = []
  for (const [at, line] of typed.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const [measure = '', year = '', actual = '', zh = '', en = ''] = line.trim().split(TABS)
    const code = codeOf.get(measure.trim())
    if (code === undefined || !/^(19|20)\d\d$/.test(year) || !/^-?\d+(\.\d+)?$/.test(actual) || zh.trim().length < 2) unread.push(at + 1)
    else earlier.push({ code, year: Number(year), actual, source: { zh: zh.trim(), en: en.trim() } })
  }
  return { earlier, unread }
}

/** The same the other way round, to go on from. */
export const earlierText = (earlier: readonly EarlierFigure[]): string =>
  earlier.map(({ code, year, actual, source }) => [code, year, actual, source.zh, source.en].join('\t').trimEnd()).join('\n')
