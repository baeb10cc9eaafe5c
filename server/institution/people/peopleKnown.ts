import type { CellProblem } from '../../platform/spreadsheet/columns.ts'
import type { Headings } from '../importing/headings.ts'
import type { Post } from '../posts/data.ts'
import type { Unit } from '../units/data.ts'
import type { PERSON_SHEET } from './columns.ts'
import type { AppraisalTrack, Establishment } from './data.ts'
import type { Held, PlacementStep } from './placement.ts'

/** What is stored of somebody, all primary posts included, oldest first. */
export type KnownPerson = PersonFacts & { readonly personId: string; readonly held: readonly Held[] }
export type PersonFacts = {
  readonly employeeNo: string
  readonly name: string
  readonly nameEn: string
  readonly track: AppraisalTrack
  readonly establishment: Establishment
  readonly firstJob: boolean
  readonly joinedOn: string
  readonly leftOn: string | null
}
/** What an import writes of one person; personId null: new. */
export type PersonSaving = { readonly personId: string | null; readonly facts: PersonFacts; readonly steps: readonly PlacementStep[] }

/** A row on its way to its verdict; saving null: something is wrong already. */
export type Entry = {
  readonly row: number
  readonly key: string
  readonly before: KnownPerson | undefined
  readonly saving: PersonSaving | null
  readonly problems: readonly CellProblem[]
}

export type Knowledge = {
  readonly known: readonly KnownPerson[]
  readonly units: readonly Unit[]
  readonly posts: readonly Post[]
  readonly headings: Headings<typeof PERSON_SHEET>
  readonly today: string
}
