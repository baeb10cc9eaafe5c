import type { CardDesign } from '@milepost/contract/design/card'
import type { Person, Unit } from '../../institution/published.ts'
import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import { CARD_COLUMNS, type CardRowValues, INSTITUTION_WORDS } from './columns.ts'

/** Whose card a row of the file is about, and that card if there is one. */
export type FileHolder = {
  readonly kind: 'institution' | 'unit' | 'person'
  readonly key: string
  readonly unitId: string | null
  readonly personId: string | null
  readonly card: CardDesign | null
}

type Known = { readonly units: readonly Unit[]; readonly people: readonly Person[]; readonly cards: readonly CardDesign[] }

const INSTITUTION = 'institution'

/** Finds holders by unit code or employee number; a text that is both must say which it means. */
export function holderFinder({
  units,
  people,
  cards,
}: Known): (values: Pick<CardRowValues, 'holder' | 'holderKind'>) => FileHolder | { problem: CellProblem } {
  const unitByCode = new Map(units.filter((unit) => unit.kind !== 'bureau').map((unit) => [unit.code, unit]))
  const bureauCodes = new Set(units.filter((unit) => unit.kind === 'bureau').map((unit) => unit.code))
  const personByNo = new Map(people.map((person) => [person.employeeNo, person]))
  const cardOf = new Map(cards.map((card) => [card.personId ?? card.unitId ?? INSTITUTION, card]))
  return ({ holder, holderKind }) => {
    if (allows(holderKind, 'institution') && (INSTITUTION_WORDS.includes(holder.toLowerCase()) || bureauCodes.has(holder)))
      return { kind: 'institution', key: INSTITUTION, unitId: null, personId: null, card: cardOf.get(INSTITUTION) ?? null }
    const unit = allows(holderKind, 'unit') ? unitByCode.get(holder) : undefined
    const person = allows(holderKind, 'person') ? personByNo.get(holder) : undefined
    if (unit && person)
      return wrong(
        'holderKind',
        `“${holder}”既是部门代码又是职工编号，请填写对象类别。`,
        `“${holder}” is both a unit code and an employee number. Say which kind of holder it is.`,
      )
    if (unit) return { kind: 'unit', key: unit.unitId, unitId: unit.unitId, personId: null, card: cardOf.get(unit.unitId) ?? null }
    if (person?.track === 'leader')
      return wrong('holder', `“${person.name}”为领导班子成员，不编制个人计划。`, `“${person.name}” is on the leader track and has no plan.`)
    if (person)
      return {
        kind: 'person',
        key: person.personId,
        unitId: person.unitId,
        personId: person.personId,
        card: cardOf.get(person.personId) ?? null,
      }
    return wrong(
      'holder',
      `没有找到“${holder}”。请填“单位”、部门代码或职工编号。`,
      `“${holder}” was not found. Enter “institution”, a unit code or an employee number.`,
    )
  }
}

const allows = (given: CardRowValues['holderKind'], kind: FileHolder['kind']) => given === 'any' || given === kind
const wrong = (column: 'holder' | 'holderKind', zh: string, en: string) => ({
  problem: { column: CARD_COLUMNS[column].heading.zh, message: { zh, en } },
})
