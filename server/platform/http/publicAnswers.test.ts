import { expect, test } from 'vitest'
import { publicAnswers, readyAnswer } from './publicAnswers.ts'

const counted = () => {
  let n = 0
  const work = async () => {
    n += 1
    return readyAnswer({}, Buffer.from(String(n)))
  }
  return { work, count: () => n }
}
const textOf = async (answer: Promise<{ body: Buffer }>) => (await answer).body.toString()

test('a hundred readers at once are one piece of work', async () => {
  const answers = publicAnswers(60_000)
  const { work, count } = counted()
  const read = await Promise.all(Array.from({ length: 100 }, () => textOf(answers.take('page', work))))
  expect([new Set(read), count()]).toEqual([new Set(['1']), 1])
  expect(await textOf(answers.take('another page', work))).toBe('2')
})

test('after anybody has written the next reader gets a new answer, also when the old one was just being made', async () => {
  const answers = publicAnswers(60_000)
  const { work } = counted()
  await answers.take('page', work)
  answers.forget()
  expect(await textOf(answers.take('page', work))).toBe('2')
  answers.forget()
  const slow = answers.take('page', work)
  answers.forget()
  expect(await textOf(slow)).toBe('3')
  expect(await textOf(answers.take('page', work))).toBe('4')
})

test('kept for no time, every reader has an answer of their own; a fault is not kept', async () => {
  const none = publicAnswers(0)
  const { work } = counted()
  expect([await textOf(none.take('page', work)), await textOf(none.take('page', work))]).toEqual(['1', '2'])
  const answers = publicAnswers(60_000)
  await expect(answers.take('page', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(await textOf(answers.take('page', work))).toBe('3')
})
