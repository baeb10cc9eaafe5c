import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsBetweenFiles } from './consistency.ts'
import { CALENDARS, FILES } from './schemas.ts'

const folder = import.meta.dirname
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.split(path.sep).join('/'))
const calendarFiles = files.filter((file) => file.startsWith(`${CALENDARS.folder}/`))
const library = {
  questionnaire: FILES.questionnaire.schema.parse(json(FILES.questionnaire.path)),
  interviewGuide: FILES.interviewGuide.schema.parse(json(FILES.interviewGuide.path)),
  measures: FILES.measures.schema.parse(json(FILES.measures.path)),
  strategy: FILES.strategy.schema.parse(json(FILES.strategy.path)),
  perspectiveTemplates: FILES.perspectiveTemplates.schema.parse(json(FILES.perspectiveTemplates.path)),
  methods: FILES.methods.schema.parse(json(FILES.methods.path)),
  appraisalRules: FILES.appraisalRules.schema.parse(json(FILES.appraisalRules.path)),
  earlierRules: FILES.earlierRules.schema.parse(json(FILES.earlierRules.path)),
  payRules: FILES.payRules.schema.parse(json(FILES.payRules.path)),
  budgetForm: FILES.budgetForm.schema.parse(json(FILES.budgetForm.path)),
  pavement: FILES.pavement.schema.parse(json(FILES.pavement.path)),
  federalRating: FILES.federalRating.schema.parse(json(FILES.federalRating.path)),
  remedies: FILES.remedies.schema.parse(json(FILES.remedies.path)),
}

test('every content file has a schema that reads it', () => {
  const known: readonly string[] = Object.values(FILES).map((file) => file.path)
  expect(files.filter((file) => !known.includes(file) && !calendarFiles.includes(file))).toEqual([])
})

test('what one file says of another is there', () => {
  expect(faultsBetweenFiles(library)).toEqual([])
})

test.each(files)('%s: Chinese is Chinese, English is English', (file) => {
  for (const { at, zh, en } of bilingualsOf(json(file), '')) {
    expect(zh, at).not.toMatch(/[,;?!]\p{Script=Han}|\p{Script=Han}[,;?!]/u)
    expect(en, at).not.toMatch(/[\p{Script=Han}，。；：？！、（）]/u)
    expect(`${zh}${en}`, at).not.toMatch(/[！!]/)
  }
})

describe('questionnaire', () => {
  test('44 items, 13 of them reverse-keyed, in the order 1 to 44', () => {
    const { items } = library.questionnaire
    expect(items.map((i) => i.order)).toEqual(Array.from({ length: 44 }, (_, at) => at + 1))
    expect(items.filter((i) => i.reverse)).toHaveLength(13)
  })

  test('every link of P2 has two items, and only P2 has links', () => {
    const linked = library.questionnaire.items.filter((i) => i.link !== null)
    for (const { code } of library.questionnaire.links) expect(linked.filter((i) => i.link === code)).toHaveLength(2)
    expect(new Set(linked.map((i) => i.construct))).toEqual(new Set(['P2']))
  })

  test('form B asks nine items of the upper strata and names the bureau in each', () => {
    const form = library.questionnaire.forms.find((f) => f.code === 'B')
    expect(form?.items).toHaveLength(9)
    expect(form?.wordings.map((w) => w.item)).toEqual(form?.items)
    for (const { text } of form?.wordings ?? []) for (const words of [text.zh, text.en]) expect(words).toContain('{unit}')
  })

  test('the interview guide asks 15 questions', () => {
    expect(library.interviewGuide.questions.map((q) => q.number)).toEqual(Array.from({ length: 15 }, (_, at) => at + 1))
  })
})

describe('measures and strategy', () => {
  test('70 measures, all with example targets that are marked to verify', () => {
    expect(library.measures.measures).toHaveLength(70)
    expect(library.measures.measures.filter((m) => m.verified)).toEqual([])
  })

  test('floor, target and stretch of a measure run the way it is better', () => {
    for (const { code, direction, exampleTarget } of library.measures.measures) {
      if (exampleTarget.kind !== 'triple') continue
      const [floor, target, stretch] = [exampleTarget.floor, exampleTarget.target, exampleTarget.stretch].map(Number)
      const sign = direction === 'down' ? -1 : 1
      expect(sign * (Number(target) - Number(floor)), code).toBeGreaterThan(0)
      expect(sign * (Number(stretch) - Number(target)), code).toBeGreaterThanOrEqual(0)
    }
  })

  test('the institution card has a measure for every objective, 35/30/20/15 by perspective', () => {
    const { strategy } = library
    expect(new Set(strategy.institutionCard.lines.map((l) => l.objective))).toEqual(new Set(strategy.objectives.map((o) => o.code)))
    expect(strategy.perspectives.map((p) => [p.code, p.weightBp])).toEqual([
      ['PS', 3500],
      ['IP', 3000],
      ['LG', 2000],
      ['FB', 1500],
    ])
  })

  test('every measure of the institution is carried by some unit', () => {
    const carried = library.strategy.unitCards.flatMap((c) =>
      c.lines.flatMap((l) => (l.parent?.card === 'institution' ? [l.parent.measure] : [])),
    )
    expect(library.strategy.institutionCard.lines.map((l) => l.measure).filter((m) => !carried.includes(m))).toEqual([])
  })

  test('every post has its development goals and the measure that counts them', () => {
    for (const card of library.strategy.postCards) {
      expect(
        card.lines.map((l) => l.measure),
        card.code,
      ).toContain('LG06')
      expect(card.developmentGoals.length, card.code).toBeGreaterThan(0)
    }
  })

  test('every kind of unit has somebody to head it', () => {
    const headed = library.strategy.postCards.filter((c) => c.headsUnit).flatMap((c) => c.unitCards)
    expect(library.strategy.unitCards.map((c) => c.code).filter((code) => !headed.includes(code))).toEqual([])
  })
})

test('the comparison has six methods and ten criteria', () => {
  expect([library.methods.methods.length, library.methods.criteria.length, library.methods.ratings.length]).toEqual([6, 10, 60])
})

describe('rules', () => {
  test('the cap is 20 %, 25 % with approval, 15 % when lowered; the notice lasts five working days (Arts. 15 and 17)', () => {
    const { quota, notice } = library.appraisalRules
    expect([quota.normalBp, quota.raisedBp, quota.loweredBp, notice.workingDays]).toEqual([2000, 2500, 1500, 5])
  })

  test('whoever is below qualified or ungraded has a grade factor below 1 (Arts. 29-31)', () => {
    const cut = new Set(library.appraisalRules.effects.filter((e) => e.performancePay === 'cut').map((e) => e.grade))
    for (const { grade, factor } of library.payRules.gradeFactors) expect(Number(factor) < 1, grade).toBe(cut.has(grade))
  })

  test('30 remedies answer every problem and every cause', () => {
    expect(library.remedies.remedies).toHaveLength(30)
    const answered = new Set(library.remedies.remedies.flatMap((r) => r.answers))
    const asked = library.questionnaire.constructs.filter((c) => c.kind !== 'outcome').map((c) => c.code)
    expect(asked.filter((c) => !answered.has(c))).toEqual([])
  })
})

describe('calendars', () => {
  const calendars = calendarFiles.map((file) => CALENDARS.schema.parse(json(file)))

  test('2025 and 2026 are covered and no other year: a year not covered is refused', () => {
    expect(calendars.map((c) => c.year).sort()).toEqual([2025, 2026])
  })

  test.each([
    [2025, 28, 5, 248],
    [2026, 33, 6, 248],
  ])('%i: %i days off named, %i weekend days worked, %i working days', (year, off, worked, working) => {
    const exceptions = new Map(calendars.find((c) => c.year === year)?.exceptions.map((e) => [e.day, e.working]))
    expect([...exceptions.values()].filter((w) => !w)).toHaveLength(off)
    expect([...exceptions.values()].filter((w) => w)).toHaveLength(worked)
    expect(daysOf(year).filter((day) => exceptions.get(day) ?? !isWeekend(day))).toHaveLength(working)
  })
})

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}

function bilingualsOf(value: unknown, at: string): { at: string; zh: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string')
    return [{ at, zh: value.zh, en: value.en }]
  return Object.entries(value).flatMap(([key, inner]) => bilingualsOf(inner, `${at}.${key}`))
}
