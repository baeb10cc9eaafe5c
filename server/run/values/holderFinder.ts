import { type Holder, holderKey, THE_INSTITUTION } from '@milepost/contract/run/holder'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Person, Unit } from '../../institution/published.ts'

type Found = { readonly ok: true; readonly holder: Holder } | { readonly ok: false; readonly message: Bilingual }
export type HolderFinder = (text: string, level: Holder['kind'] | null) => Found

type Known = {
  readonly institutionCode: string
  readonly institutionNames: readonly string[]
  readonly units: readonly Pick<Unit, 'unitId' | 'code' | 'name' | 'kind'>[]
  readonly people: readonly Pick<Person, 'personId' | 'employeeNo'>[]
}

const INSTITUTION_WORDS = ['institution', '本单位', '全局', '单位']
const comparable = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/**
 * Finds whose value a row is: the institution by its code, its name or a plain word; a unit by code, or by a name only it has;
 * a person by employee number. The bureau at the top of the tree is the institution itself.
 */
export function holderFinder({ institutionCode, institutionNames, units, people }: Known): HolderFinder {
  const byText = new Map<string, Map<string, Holder>>()
  const know = (text: string, holder: Holder) => {
    const key = comparable(text)
    if (key === '') return
    const holders = byText.get(key)
    if (holders) holders.set(holderKey(holder), holder)
    else byText.set(key, new Map([[holderKey(holder), holder]]))
  }
  const holderOf = (unit: Known['units'][number]): Holder =>
    unit.kind === 'bureau' ? THE_INSTITUTION : { kind: 'unit', unitId: unit.unitId }
  for (const word of [...INSTITUTION_WORDS, institutionCode, ...institutionNames]) know(word, THE_INSTITUTION)
  for (const unit of units) know(unit.code, holderOf(unit))
  for (const person of people) know(person.employeeNo, { kind: 'person', personId: person.personId })
  // a name is taken only where no code is spelt the same
  const codes = new Set(byText.keys())
  for (const unit of units)
    for (const name of new Set([unit.name.zh, unit.name.en])) if (!codes.has(comparable(name))) know(name, holderOf(unit))
  return (text, level) => {
    const found = [...(byText.get(comparable(text))?.values() ?? [])].filter((holder) => level === null || holder.kind === level)
    const [only] = found
    if (only && found.length === 1) return { ok: true, holder: only }
    return { ok: false, message: found.length > 1 ? ambiguous(text) : unknown(text) }
  }
}

const unknown = (text: string): Bilingual => ({
  zh: `没有找到“${text}”：请填单位代码、部门编码或职工编号。`,
  en: `“${text}” was not found: enter the institution’s code, a unit code or an employee number.`,
})
const ambiguous = (text: string): Bilingual => ({
  zh: `“${text}”对应多个对象，请在“对象类别”列注明本单位、部门或个人。`,
  en: `“${text}” fits more than one holder. Say institution, unit or person in the column “Level”.`,
})
