import type { Bilingual } from '@milepost/terms/bilingual'
import type { CellProblem, ReadRow } from '../../platform/spreadsheet/columns.ts'
import type { JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import type { Headings } from '../importing/headings.ts'
import { repeated, repeatedRows } from '../importing/problems.ts'
import type { POST_SHEET } from './columns.ts'
import type { Post } from './data.ts'

type Columns = typeof POST_SHEET
export type WantedPost = Omit<Post, 'postId'> & { readonly postId: string | null }

/** A card template as the library offers it; a file may name it by code or by name. */
type CardTemplate = { readonly code: string; readonly name: Bilingual }

type Knowledge = { readonly stored: readonly Post[]; readonly templates: readonly CardTemplate[]; readonly headings: Headings<Columns> }

export function judgePosts(rows: readonly ReadRow<Columns>[], { stored, templates, headings }: Knowledge): JudgedRow<WantedPost>[] {
  const byCode = new Map(stored.map((post) => [post.code, post]))
  const others = repeatedRows(rows.flatMap(({ row, known: { code } }) => (code ? [{ row, key: code }] : [])))
  return rows.map(({ row, known, values, problems: unreadable }): JudgedRow<WantedPost> => {
    const key = known.code ?? headings.written(row, 'code')
    const before = byCode.get(known.code ?? '')
    const problems: CellProblem[] = [...unreadable]
    const twins = others.get(row)
    if (twins) problems.push(repeated(headings.called('code'), key, twins))
    const coefficient = known.coefficient ? hundredthsOf(known.coefficient) : (before?.coefficientHundredths ?? 100)
    if (coefficient === null) problems.push(coefficientWrong(headings.called('coefficient'), known.coefficient ?? ''))
    const template = templates.find(({ code, name }) => [code, name.zh, name.en].includes(known.cardTemplate ?? ''))
    if (known.cardTemplate && !template) problems.push(unknownTemplate(headings.called('cardTemplate'), known.cardTemplate, templates))
    if (!values || problems.length > 0 || coefficient === null) return { row, key, judged: { verdict: 'wrong', problems } }

    const wanted: WantedPost = {
      postId: before?.postId ?? null,
      code: values.code,
      title: { zh: values.titleZh, en: headings.tells('titleEn') ? values.titleEn : (before?.title.en ?? '') },
      postClass: values.postClass,
      coefficientHundredths: coefficient,
      cardTemplate: headings.tells('cardTemplate') ? (template?.code ?? null) : (before?.cardTemplate ?? null),
    }
    if (!before) return { row, key: values.code, judged: { verdict: 'new', save: wanted } }
    return { row, key: values.code, judged: isSame(before, wanted) ? { verdict: 'same' } : { verdict: 'changed', save: wanted } }
  })
}

/** "1.15" is 115; null when it is not above zero, is finer than hundredths, or is 100 or more. */
function hundredthsOf(decimal: string): number | null {
  const parts = /^(\d{1,2})(?:\.(\d{1,9}))?$/.exec(decimal)
  const fraction = (parts?.[2] ?? '').replace(/0+$/, '')
  if (!parts || fraction.length > 2) return null
  const hundredths = Number(parts[1]) * 100 + Number(fraction.padEnd(2, '0'))
  return hundredths > 0 ? hundredths : null
}

const coefficientWrong = (column: string, given: string): CellProblem => ({
  column,
  message: {
    zh: `岗位系数“${given}”须大于 0、小于 100，最多两位小数，例如 1.15。`,
    en: `The pay coefficient “${given}” must be above 0 and below 100 with at most two decimals, such as 1.15.`,
  },
})

const unknownTemplate = (column: string, given: string, templates: readonly CardTemplate[]): CellProblem => ({
  column,
  message: {
    zh: `没有名为“${given}”的计分卡模板。可选：${templates.map(({ code, name }) => `${code}（${name.zh}）`).join('、')}。不用模板请留空。`,
    en: `There is no card template “${given}”. Choose from: ${templates.map(({ code, name }) => `${code} (${name.en})`).join(', ')}. Leave it empty for none.`,
  },
})

const isSame = (a: Post, b: WantedPost) =>
  a.title.zh === b.title.zh &&
  a.title.en === b.title.en &&
  a.postClass === b.postClass &&
  a.coefficientHundredths === b.coefficientHundredths &&
  a.cardTemplate === b.cardTemplate
