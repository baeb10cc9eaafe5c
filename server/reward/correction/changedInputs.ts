import { compare } from '@milepost/exact/exact'
import type { PayPerson, PayRunInput } from '@milepost/pay/payRun'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'

/** What changed for one person between the inputs last decided on and those after them, in words; not listed: nothing of their own. */
export function changedInputs(before: PayRunInput, after: PayRunInput): ReadonlyMap<string, readonly Bilingual[]> {
  const paid = new Map(before.people.map((person) => [person.id, person]))
  const unitScore = new Map(before.units.map((unit) => [unit.id, unit.score]))
  const nameOf = new Map([...before.units, ...after.units].map((unit) => [unit.id, unit.name]))
  const moved = new Map(after.units.map((unit) => [unit.id, unitScore.has(unit.id) && unitScore.get(unit.id) !== unit.score]))
  return new Map(
    after.people.flatMap((person) => {
      const was = paid.get(person.id)
      const unit = after.units.find(({ id }) => id === person.unit)
      const words = was ? differences(was, person, nameOf) : [NEW]
      const ofUnit = moved.get(person.unit) && unit ? [unitWords(unitScore.get(unit.id) ?? null, unit.score)] : []
      const all = [...words, ...ofUnit]
      return all.length === 0 ? [] : [[person.id, all]]
    }),
  )
}

const NEW: Bilingual = { zh: '批准之后才有结果', en: 'had no result at the approval' }
const unitWords = (was: string | null, is: string | null): Bilingual => ({
  zh: `单位得分 ${was ?? '无'} → ${is ?? '无'}`,
  en: `unit score ${was ?? 'none'} → ${is ?? 'none'}`,
})

function differences(was: PayPerson, is: PayPerson, nameOf: ReadonlyMap<string, Bilingual>): Bilingual[] {
  const words: Bilingual[] = []
  if (was.grade !== is.grade) words.push(arrow({ zh: '等次', en: 'grade' }, gradeName(was.grade), gradeName(is.grade)))
  if (was.score !== is.score) words.push(plain({ zh: '得分', en: 'score' }, was.score ?? '–', is.score ?? '–'))
  if (was.unit !== is.unit) words.push(arrow({ zh: '单位', en: 'unit' }, named(was.unit, nameOf), named(is.unit, nameOf)))
  for (const [key, name] of [
    ['postCoefficient', { zh: '岗位系数', en: 'post coefficient' }],
    ['attendance', { zh: '出勤', en: 'attendance' }],
    ['time', { zh: '在岗', en: 'time' }],
  ] as const)
    if (compare(was[key], is[key]) !== 0) words.push(plain(name, was[key], is[key]))
  return words
}

const plain = (name: Bilingual, was: string, is: string): Bilingual => ({
  zh: `${name.zh} ${was} → ${is}`,
  en: `${name.en} ${was} → ${is}`,
})
const arrow = (name: Bilingual, was: Bilingual, is: Bilingual): Bilingual => ({
  zh: `${name.zh} ${was.zh} → ${is.zh}`,
  en: `${name.en} ${was.en} → ${is.en}`,
})
const named = (code: string, nameOf: ReadonlyMap<string, Bilingual>): Bilingual => nameOf.get(code) ?? { zh: code, en: code }
const isGrade = (code: string): code is keyof typeof GRADES => Object.hasOwn(GRADES, code)
const gradeName = (code: string): Bilingual => (isGrade(code) ? GRADES[code] : { zh: '未定', en: 'undecided' })
