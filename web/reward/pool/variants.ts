import type { PayPicture } from '@milepost/contract/reward/picture'
import { type GroupStanding, groupStanding, type PayChanges, type PaySpread, payChanges, paySpread } from '@milepost/pay/spread'
import type { PoolView } from './trial.ts'

/** One way to share the pool, as it is compared with another. */
export type VariantFigures = {
  readonly spread: PaySpread
  /** Heads of units against everybody. */
  readonly leaders: GroupStanding
  /** Mean amount by grade, best first; grades nobody has are left out. */
  readonly byGrade: readonly { readonly grade: string; readonly people: number; readonly meanFen: number }[]
  readonly linesFen: number
  readonly reserveFen: number
}

type Basis = NonNullable<PoolView['basis']>

/** The basis with the grade of the year before for everybody who has none yet: a pool can be looked at before anybody is graded. */
export const onLastGrades = (basis: Basis): Basis => ({
  ...basis,
  people: basis.people.map((person) => ({ ...person, grade: person.grade ?? person.lastGrade })),
})

const LADDER = ['excellent', 'qualified', 'undecided', 'basic', 'unqualified', 'ungraded']

/** The figures two variants are compared by: spread, leaders against the mean, and what a grade brings. */
export function figuresOf(picture: PayPicture, basis: PoolView['basis']): VariantFigures {
  const amounts = picture.lines.map(({ amountFen }) => amountFen)
  const leading = new Set(basis?.people.filter(({ leads }) => leads).map(({ personId }) => personId))
  return {
    spread: paySpread(amounts),
    leaders: groupStanding(
      picture.lines.filter(({ personId }) => leading.has(personId)).map(({ amountFen }) => amountFen),
      amounts,
    ),
    byGrade: LADDER.flatMap((grade) => {
      const own = paySpread(picture.lines.filter((line) => line.grade === grade).map(({ amountFen }) => amountFen))
      const people = picture.lines.filter((line) => line.grade === grade).length
      return people === 0 ? [] : [{ grade, people, meanFen: own.kind === 'described' ? own.meanFen : 0 }]
    }),
    linesFen: picture.linesFen,
    reserveFen: picture.reserveFen,
  }
}

export type Compared = {
  readonly changes: PayChanges
  /** By unit: people who gain and lose, and what the unit gains. */
  readonly units: readonly {
    readonly unitId: string
    readonly name: PayPicture['units'][number]['name']
    readonly gain: number
    readonly lose: number
    readonly changeFen: number
  }[]
  /** By person, largest difference first. */
  readonly people: readonly {
    readonly personId: string
    readonly name: string
    readonly unit: PayPicture['lines'][number]['unit']
    readonly changeFen: number
  }[]
}

/** Who gains and who loses when the second variant is taken instead of the first. */
export function compareVariants(one: PayPicture, other: PayPicture): Compared {
  const amountsOf = ({ lines }: PayPicture) => new Map(lines.map(({ personId, amountFen }) => [personId, amountFen]))
  const changes = payChanges(amountsOf(one), amountsOf(other))
  const lineOf = new Map(other.lines.map((line) => [line.personId, line]))
  const shareOf = new Map(one.units.map(({ unitId, amountFen }) => [unitId, amountFen]))
  const people = changes.changes.flatMap(({ key, changeFen }) => {
    const line = lineOf.get(key)
    return line ? [{ personId: key, name: line.name, unit: line.unit, changeFen }] : []
  })
  return {
    changes,
    people,
    units: other.units.map(({ unitId, name, amountFen }) => {
      const own = people.filter(({ unit }) => unit.zh === name.zh && unit.en === name.en)
      return {
        unitId,
        name,
        gain: own.filter(({ changeFen }) => changeFen > 0).length,
        lose: own.filter(({ changeFen }) => changeFen < 0).length,
        changeFen: amountFen - (shareOf.get(unitId) ?? 0),
      }
    }),
  }
}
