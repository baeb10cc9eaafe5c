import { expect, test } from 'vitest'
import { recordInWords } from './ruleRecords.ts'

const sum = (action: string) => {
  const [first, last] = [new Date('2026-03-02T02:00:00Z'), new Date('2026-03-03T02:00:00Z')]
  return { action, count: 2, firstNo: 224, lastNo: 225, first, last, actors: ['安永胜', '张文静'], actorCount: 2 }
}

test('a record tells the act, its numbers, days and who acted', () => {
  expect(recordInWords(sum('hearing-answered'), { timeZone: 'Asia/Shanghai', named: (name: string) => name })).toEqual({
    zh: '答复意见：审计第 224–225 号，共 2 条，2026-03-02 – 2026-03-03，安永胜、张文静',
    en: 'Answer a comment: audit no. 224–225, 2 events, 2026-03-02 – 2026-03-03, 安永胜, 张文静',
  })
})

test('whoever commented on the plan is named in no report: some asked not to be', () => {
  const { zh, en } = recordInWords(sum('hearing-commented'), { timeZone: 'Asia/Shanghai', named: (name: string) => name })
  expect(zh).toBe('提出意见：审计第 224–225 号，共 2 条，2026-03-02 – 2026-03-03')
  expect(en).not.toMatch(/安永胜|张文静/)
})
