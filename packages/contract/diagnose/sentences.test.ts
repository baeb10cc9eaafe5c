import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutSentences, passageOf } from './sentences.ts'

const cut = (text: string) => cutSentences(text).map((one) => one.text)

test('Chinese ends at 。！？ with the quotes that close after them; lines always end', () => {
  expect(cut('目标是派下来的。“谁定的？”我不知道！\n没有谈过')).toEqual(['目标是派下来的。', '“谁定的？”', '我不知道！', '没有谈过'])
})

test('English ends at a full stop, not at abbreviations, initials, decimals or before a small letter', () => {
  expect(cut('Mr. Li spoke at 3.5 km. Nobody wrote it down, e.g. the date. It was J. Wang.')).toEqual([
    'Mr. Li spoke at 3.5 km.',
    'Nobody wrote it down, e.g. the date.',
    'It was J. Wang.',
  ])
  expect(cut('She said “never.” Then silence... and no more.')).toEqual(['She said “never.”', 'Then silence... and no more.'])
})

test('what the interviewer asks is marked', () => {
  expect(cutSentences('问：谁定的目标？\n答：科长定的。\nQ: Who?').map((one) => [one.asked, one.line])).toEqual([
    [true, 1],
    [false, 2],
    [true, 3],
  ])
})

test('rare characters count as one: places are those of the exchange format', () => {
  const text = '他叫𠮷田。问过。'
  const [, second] = cutSentences(text)
  expect(second).toMatchObject({ start: 5, end: 8 })
  expect(passageOf(text, 5, 8)).toBe('问过。')
})

test('every place gives back its own words, sentences do not overlap, and nothing but white space is lost', () => {
  const piece = fc.constantFrom('好', '。', '！', '”', '. ', '3.5', 'A', 'b', '\n', ' ', '𠮷', 'Mr.', '?')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const found = cutSentences(text)
      let last = 0
      for (const one of found) {
        expect(passageOf(text, one.start, one.end)).toBe(one.text)
        expect(one.start).toBeGreaterThanOrEqual(last)
        last = one.end
      }
      expect(
        found
          .map((one) => one.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''))
    }),
  )
})
