import { basisPointsOfPercent, fenOfYuan, yuanTyped } from '@milepost/contract/reward/money'
import type { PayPicture, PictureUnit } from '@milepost/contract/reward/picture'
import { div, parseExact, sum } from '@milepost/exact/exact'
import { toDecimalString, toExactText } from '@milepost/exact/rounding'
import type { PayFactors } from '@milepost/pay/factors'
import { payPool } from '@milepost/pay/payPool'
import type { PayLine, PayPerson, PayRun, PayUnit } from '@milepost/pay/payRun'
import { refusalWords } from '@milepost/pay/payWords'
import { perHeadFen } from '@milepost/pay/spread'
import type { Bilingual } from '@milepost/terms/bilingual'
import { FIELDS, type Field, isUsed, type Row, readRow } from './benchRows.ts'

/** What is set beside the rows, as typed: yuan, percent, and the limits of the two score factors. */
export type BenchSettings = {
  readonly amount: string
  readonly reserve: string
  readonly unitScore: { readonly from: string; readonly to: string }
  readonly personScore: { readonly from: string; readonly to: string }
}

export type BadCell = { readonly row: number; readonly field: Field | 'amount' | 'reserve' }

export type BenchLine = Pick<PayLine, 'weight' | 'exactFen' | 'fen' | 'held' | 'text'> & {
  readonly key: string
  readonly name: string
  readonly unit: string
}

export type Bench =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly cells: readonly BadCell[] }
  /** The same unit was given two scores. */
  | { readonly kind: 'unit-twice'; readonly unit: string }
  | { readonly kind: 'refused'; readonly text: Bilingual }
  | { readonly kind: 'shared'; readonly lines: readonly BenchLine[]; readonly picture: PayPicture }

const YEAR_MONTHS = 12
const plain = (text: string) => parseExact(text).kind !== 'refused'
const isMonths = (text: string) => /^\d{1,2}(\.\d+)?$/.test(text) && Number(text) <= YEAR_MONTHS

const READS: Readonly<Record<Field, (text: string) => boolean>> = {
  name: () => true,
  unit: () => true,
  unitScore: plain,
  post: plain,
  grade: plain,
  score: plain,
  months: isMonths,
  least: (text) => yuanTyped.safeParse(text).success,
  most: (text) => yuanTyped.safeParse(text).success,
}

/** Figures of one's own shared out by the engine that shares out real pools; nothing leaves the browser. */
export function tryBench(rows: readonly Row[], settings: BenchSettings): Bench {
  const used = rows.flatMap((row, index) => (isUsed(row) ? [{ row: readRow(row), no: index + 1 }] : []))
  if (used.length === 0 || settings.amount.trim() === '') return { kind: 'empty' }
  const cells: BadCell[] = [
    ...(['amount', 'reserve'] as const)
      .filter((field) => !yuanTyped.safeParse(settings[field]).success)
      .map((field) => ({ row: 0, field })),
    ...used.flatMap(({ row, no }) =>
      FIELDS.filter((field) => row[field] !== '' && !READS[field](row[field])).map((field) => ({ row: no, field })),
    ),
  ]
  if (cells.length > 0) return { kind: 'unreadable', cells }
  const scores = new Map<string, Set<string>>()
  for (const { row } of used) {
    const known = scores.get(row.unit) ?? new Set()
    if (row.unitScore !== '') known.add(row.unitScore)
    scores.set(row.unit, known)
  }
  for (const [unit, known] of scores) if (known.size > 1) return { kind: 'unit-twice', unit }
  const people = used.map(({ row, no }) => personOf(row, no))
  const units = [...scores].map(([unit, [score]]) => unitOf(unit, score ?? null, people))
  const run = payPool({
    poolFen: fenOfYuan(settings.amount),
    reserveBp: basisPointsOfPercent(settings.reserve),
    factors: factorsOf(people, settings),
    units,
    people,
  })
  const names = new Map([...people.map(({ id, name }) => [id, name] as const), ...units.map(({ id }) => [id, id] as const)])
  if (run.kind === 'refused') {
    const at = run.at.map((one) => names.get(one) ?? one).filter((one) => one !== '')
    return { kind: 'refused', text: refusalWords(run.because, run.amountFen, at) }
  }
  return shared(run, names)
}

const or = (text: string, otherwise: string) => (text === '' ? otherwise : text)

function personOf(row: Row, no: number): PayPerson {
  return {
    id: String(no).padStart(5, '0'),
    name: or(row.name, `#${no}`),
    unit: row.unit,
    postCoefficient: or(row.post, '1'),
    // the factor stands in the row itself, so it is its own code
    grade: or(row.grade, '1'),
    attendance: '1',
    time: toExactText(div(or(row.months, String(YEAR_MONTHS)), YEAR_MONTHS)),
    score: row.score === '' ? null : row.score,
    ...(row.least === '' ? {} : { lowerFen: fenOfYuan(row.least) }),
    ...(row.most === '' ? {} : { upperFen: fenOfYuan(row.most) }),
  }
}

function unitOf(id: string, score: string | null, people: readonly PayPerson[]): PayUnit {
  const own = people.filter(({ unit }) => unit === id).map(({ postCoefficient }) => postCoefficient)
  return { id, name: { zh: id, en: id }, postMix: toDecimalString(div(sum(own), own.length), 4), score }
}

const factorsOf = (people: readonly PayPerson[], { unitScore, personScore }: BenchSettings): PayFactors => ({
  grades: [...new Set(people.map(({ grade }) => grade))].map((grade) => ({ grade, factor: grade })),
  unitScore,
  personScore,
  unitWithoutScore: '1',
  personWithoutScore: '1',
})

function shared(run: Extract<PayRun, { kind: 'apportioned' }>, names: ReadonlyMap<string, string>): Bench {
  const nameOf = (id: string) => names.get(id) ?? id
  const both = (name: string): Bilingual => ({ zh: name, en: name })
  return {
    kind: 'shared',
    lines: run.lines.map((line) => ({
      key: line.person,
      name: nameOf(line.person),
      unit: line.unit,
      weight: line.weight,
      exactFen: line.exactFen,
      fen: line.fen,
      held: line.held,
      text: line.text,
    })),
    picture: {
      amountFen: run.poolFen,
      reserveFen: run.reserveFen,
      linesFen: run.lines.reduce((total, { fen }) => total + fen, 0),
      units: run.units.map(({ id, inputs, people, shareFen, text }): PictureUnit => {
        const per = perHeadFen(shareFen, people)
        return {
          unitId: id,
          code: id,
          name: both(id),
          score: inputs.score,
          scoreFactor: inputs.scoreFactor,
          people,
          amountFen: shareFen,
          perHeadFen: per,
          text,
        }
      }),
      lines: run.lines.map((line) => ({
        personId: line.person,
        employeeNo: '',
        name: nameOf(line.person),
        unit: both(line.unit),
        grade: line.inputs.grade,
        score: line.inputs.score,
        weight: line.weight,
        amountFen: line.fen,
        text: line.text,
      })),
      warnings: run.warnings.map(({ at, text }) => ({
        zh: text.zh.replaceAll(`“${at}”`, `“${nameOf(at)}”`),
        en: text.en.replaceAll(`"${at}"`, `"${nameOf(at)}"`),
      })),
    },
  }
}
