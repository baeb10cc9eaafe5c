import type { PayLine, PayRun, PayWarning } from '@milepost/pay/payRun'
import { perHeadFen } from '@milepost/pay/spread'
import type { Bilingual } from '@milepost/terms/bilingual'
import { z } from 'zod'
import { bilingual, fen, id } from '../fields.ts'
import type { BasisPerson, PayBasis } from './basis.ts'
import { UNDECIDED } from './factors.ts'

export const pictureUnit = z.object({
  unitId: id,
  code: z.string(),
  name: bilingual,
  score: z.string().nullable(),
  scoreFactor: z.string(),
  people: z.int(),
  amountFen: fen,
  perHeadFen: fen.nullable(),
  text: bilingual,
})

export const pictureLine = z.object({
  personId: id,
  employeeNo: z.string(),
  name: z.string(),
  /** The unit whose share it comes from. */
  unit: bilingual,
  grade: z.string(),
  score: z.string().nullable(),
  weight: z.string(),
  amountFen: fen,
  text: bilingual,
})

/** A pool shared out, as people look at it: units, lines, and the sum that must come out exactly. */
export const payPicture = z.object({
  amountFen: fen,
  reserveFen: fen,
  /** The lines added up. */
  linesFen: fen,
  units: z.array(pictureUnit),
  lines: z.array(pictureLine),
  warnings: z.array(bilingual),
})

export type PayPicture = z.infer<typeof payPicture>
export type PictureLine = z.infer<typeof pictureLine>
export type PictureUnit = z.infer<typeof pictureUnit>

/** The picture of a run; units and lines stay in the order of the basis. */
export function pictureOf(basis: Pick<PayBasis, 'units' | 'people'>, run: Extract<PayRun, { kind: 'apportioned' }>): PayPicture {
  const unitByCode = new Map(basis.units.map((unit) => [unit.code, unit]))
  const personByNo = new Map(basis.people.map((person) => [person.employeeNo, person]))
  const nameOf = (at: string) => unitByCode.get(at)?.name ?? sameTwice(personByNo.get(at)?.name ?? at)
  return {
    amountFen: run.poolFen,
    reserveFen: run.reserveFen,
    linesFen: run.lines.reduce((total, line) => total + line.fen, 0),
    units: run.units.flatMap((line) => {
      const unit = unitByCode.get(line.id)
      if (!unit) return []
      const { unitId, code, name, score } = unit
      const money = { amountFen: line.shareFen, perHeadFen: perHeadFen(line.shareFen, line.people) }
      return [{ unitId, code, name, score, scoreFactor: line.inputs.scoreFactor, people: line.people, ...money, text: line.text }]
    }),
    lines: run.lines.flatMap((line) => {
      const person = personByNo.get(line.person)
      const unit = unitByCode.get(line.unit)
      if (!person || !unit) return []
      return [new LineSeen(person, unit.name, line)]
    }),
    warnings: run.warnings.map((warning) => calledByName(warning, nameOf(warning.at))),
  }
}

/** What only a reader asks for (how the amount came about) is worked out when it is asked for. */
class LineSeen implements PictureLine {
  readonly #line: PayLine
  readonly personId: string
  readonly employeeNo: string
  readonly name: string
  readonly score: string | null
  readonly unit: Bilingual
  readonly grade: string
  readonly amountFen: number

  constructor({ personId, employeeNo, name, score, grade }: BasisPerson, unit: Bilingual, line: PayLine) {
    this.#line = line
    this.personId = personId
    this.employeeNo = employeeNo
    this.name = name
    this.score = score
    this.unit = unit
    this.grade = grade ?? UNDECIDED
    this.amountFen = line.fen
  }

  get weight(): string {
    return this.#line.weight
  }

  get text(): Bilingual {
    return this.#line.text
  }
}

const sameTwice = (name: string): Bilingual => ({ zh: name, en: name })

/** The engine quotes codes and employee numbers; people read names. */
const calledByName = ({ at, text }: PayWarning, name: Bilingual): Bilingual => ({
  zh: text.zh.replaceAll(`“${at}”`, `“${name.zh}”`),
  en: text.en.replaceAll(`"${at}"`, `“${name.en || name.zh}”`),
})
