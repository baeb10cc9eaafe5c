import type { Bilingual } from '@milepost/terms/bilingual'

/** Where a parameter comes from, kept as one text with the English in brackets at its end: “JTG 5210—2018；通行做法 (general practice)”. */
export function sourceWords(source: string): Bilingual {
  const parts = /^([^；]+)；(.+) \(([^()]+)\)$/.exec(source)
  if (parts === null) return { zh: source, en: source }
  const [, standard = '', zh = '', en = ''] = parts
  return { zh: `${standard}；${zh}`, en: `${standard.replace('—', '–')}; ${en}` }
}
