import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { Entry, Knowledge, PersonSaving } from './peopleKnown.ts'
import type { Held } from './placement.ts'
import { secondHead } from './placementProblems.ts'

/** Who heads a unit and when, once the file is saved; row null: somebody the file does not hold. */
type Headship = {
  readonly unitId: string
  readonly from: string
  readonly to: string | null
  readonly who: string
  readonly row: number | null
}

/**
 * A unit has one head at a time: who rates, agrees a plan and answers for a person must be one person. Every row that would make somebody
 * head of a unit in days when somebody else heads it is named; the old head's row in the same file resolves it.
 */
export function secondHeadsAmong(entries: readonly Entry[], { known, units, headings }: Knowledge): ReadonlyMap<number, CellProblem[]> {
  const inFile = new Set(entries.map(({ key }) => key))
  const after = [
    ...known
      .filter((person) => !inFile.has(person.employeeNo))
      .flatMap((person) => headshipOf(person.held.at(-1), { who: `${person.name}（${person.employeeNo}）`, row: null })),
    ...entries.flatMap(({ row, before, saving }) =>
      saving ? headshipOf(lastPlaceOf(before?.held ?? [], saving), { who: `${saving.facts.name}（${saving.facts.employeeNo}）`, row }) : [],
    ),
  ]
  const codes = new Map(units.map((unit) => [unit.unitId, unit.code]))
  const byUnit = new Map<string, Headship[]>()
  for (const headship of after) byUnit.set(headship.unitId, [...(byUnit.get(headship.unitId) ?? []), headship])
  const found = new Map<number, CellProblem[]>()
  for (const { unitId, from, to, row } of after) {
    if (row === null) continue
    const other = byUnit
      .get(unitId)
      ?.find((one) => one.row !== row && (one.to === null || one.to >= from) && (to === null || one.from <= to))
    if (other) found.set(row, [secondHead(headings.called('isHead'), { unit: codes.get(unitId) ?? '', head: other.who })])
  }
  return found
}

type Place = Pick<Held, 'unitId' | 'isHead' | 'from' | 'to'>

const headshipOf = (held: Place | undefined, of: Pick<Headship, 'who' | 'row'>): Headship[] =>
  held?.isHead ? [{ unitId: held.unitId, from: held.from, to: held.to, ...of }] : []

/** The place somebody holds last, after the steps. */
function lastPlaceOf(held: readonly Held[], { steps, facts }: PersonSaving): Place | undefined {
  const stored = held.at(-1)
  const opened = steps.find((step) => step.step === 'open')
  if (opened) return { ...opened.place, from: opened.from, to: opened.to }
  if (!stored) return undefined
  const replaced = steps.find((step) => step.step === 'replace')
  const started = steps.find((step) => step.step === 'start' && step.assignmentId === stored.assignmentId)
  const from = started?.step === 'start' ? started.from : stored.from
  return { ...stored, ...replaced?.place, from, to: facts.leftOn }
}
