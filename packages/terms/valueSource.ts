import type { Bilingual } from './bilingual.ts'

/** Where a value came from, as it is kept with it ("file values.csv, row 12"), in words. What is not known is shown as it is kept. */
export function valueSourceWords(source: string): Bilingual {
  if (source === 'entry') return { zh: '手工填报', en: 'typed in' }
  const [, file, row] = /^file (.+), row (\d+)$/.exec(source) ?? []
  if (file !== undefined && row !== undefined) return { zh: `文件“${file}”第 ${row} 行`, en: `file “${file}”, row ${row}` }
  const [, kind, of = ''] = /^(wave|formula|inspection run) (.+)$/.exec(source) ?? []
  const words = kind === undefined ? undefined : KINDS[kind]
  return words ? { zh: `${words.zh}“${of}”`, en: `${words.en} “${of}”` } : { zh: source, en: source }
}

const KINDS: Readonly<Record<string, Bilingual>> = {
  wave: { zh: '问卷调查', en: 'survey' },
  formula: { zh: '由系统按公式计算：', en: 'computed by the formula' },
  'inspection run': { zh: '路况检测记录', en: 'road inspections' },
}
