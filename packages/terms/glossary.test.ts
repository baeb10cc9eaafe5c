import { expect, test } from 'vitest'
import { GLOSSARY } from './glossary.ts'
import { SOURCES } from './sources.ts'
import { STATUSES, type StatusTerm } from './status.ts'
import { valueSourceWords } from './valueSource.ts'

const entries = GLOSSARY.flatMap((chapter) => Object.entries(chapter.terms).map(([code, term]) => ({ code, term })))

test('every term and every chapter has words in both languages', () => {
  const texts = [...entries.map((e) => e.term), ...GLOSSARY.map((c) => c.title), ...entries.flatMap((e) => e.term.note ?? [])]
  for (const text of texts) {
    expect(text.zh).toMatch(/\p{Script=Han}/u)
    expect(text.en).toMatch(/[A-Za-z]/)
    expect(text.en).not.toMatch(/\p{Script=Han}/u)
  }
})

test.each(['zh', 'en'] as const)('in %s one word names one code', (language) => {
  const codesByWord = new Map<string, Set<string>>()
  for (const { code, term } of entries) {
    const word = term[language].toLowerCase()
    codesByWord.set(word, (codesByWord.get(word) ?? new Set()).add(code))
  }
  expect([...codesByWord].filter(([, codes]) => codes.size > 1).map(([word, codes]) => ({ word, codes: [...codes] }))).toEqual([])
})

test('every term names a known source', () => {
  for (const { term } of entries) expect(SOURCES).toHaveProperty([term.source])
})

test('statuses differ in shape and in letter, in both languages', () => {
  const all: readonly StatusTerm[] = Object.values(STATUSES)
  expect(new Set(all.map((s) => s.shape)).size).toBe(all.length)
  expect(new Set(all.map((s) => s.letter.zh)).size).toBe(all.length)
  expect(new Set(all.map((s) => s.letter.en)).size).toBe(all.length)
})

test('a source is told in the language of the reader; one that is not known stays as it is', () => {
  expect(valueSourceWords('file values-2025Q4.csv, row 12')).toEqual({
    zh: '文件“values-2025Q4.csv”第 12 行',
    en: 'file “values-2025Q4.csv”, row 12',
  })
  expect(valueSourceWords('wave 公路使用者满意度 2025H2').zh).toBe('问卷调查“公路使用者满意度 2025H2”')
  expect(valueSourceWords('entry').en).toBe('typed in')
  expect(valueSourceWords('meter 7')).toEqual({ zh: 'meter 7', en: 'meter 7' })
})
