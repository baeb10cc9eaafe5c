import { expect, test } from 'vitest'
import { detailLines } from './detailLines.ts'

const pick = ({ zh }: { readonly zh: string }) => zh
const known = new Map(Array.from({ length: 13 }, (_, at) => [`a${at}`, `职工${at}`]))
const grades = [...known.keys()].map((appraisalId) => ({ appraisalId, grade: 'qualified' }))

test('of a long list the eye sees how long it is and what is asked for; all of it is there', () => {
  const [line] = detailLines(JSON.stringify({ grades }), { pick, known, only: ['"a3"'] })
  expect(line).toMatchObject({ value: '考核 职工3 等次 合格（共 13 项）' })
  expect(line?.whole?.split('；')).toHaveLength(13)
  expect(detailLines(JSON.stringify({ grades }), { pick, known, only: [] })[0]?.value).toBe('共 13 项')
})

test('words in two languages are told in the reader’s, wherever they stand', () => {
  const items = [
    { zh: '路面', en: 'pavement' },
    { zh: '桥梁', en: 'bridges' },
  ]
  expect(detailLines(JSON.stringify({ items }), { pick, known })[0]?.value).toBe('路面、桥梁')
})
