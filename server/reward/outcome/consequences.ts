import { type Consequences, consequencesOf, type PastYear } from '@milepost/appraisal/consequences'
import type { grade } from '@milepost/contract/appraise/appraisals'
import type { consequenceView } from '@milepost/contract/reward/outcome'
import { DECIDED_GRADES } from '@milepost/terms/grades'
import type { z } from 'zod'
import { finalGrades, rulesOf } from '../../appraise/published.ts'
import { type Cycle, listCycles } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import type { Act } from '../consequences/data.ts'

type Grade = z.infer<typeof grade>
type ConsequenceView = z.infer<typeof consequenceView>

/** Earlier years looked at: enough for any run the rules speak of. */
const YEARS_BACK = 5

/** How earlier cycles ended, by person; only grades that are final count. */
export async function pastYears(tx: Tx, institutionId: string, cycle: Cycle): Promise<ReadonlyMap<string, readonly PastYear[]>> {
  const cycles = (await listCycles(tx, institutionId)).filter(({ year }) => year < cycle.year && year >= cycle.year - YEARS_BACK)
  const past = new Map<string, PastYear[]>()
  for (const { cycleId, year } of cycles) {
    for (const one of await finalGrades(tx, institutionId, cycleId)) {
      if (!one.isFinal || one.grade === null) continue
      past.set(one.personId, [...(past.get(one.personId) ?? []), { year, outcome: one.grade }])
    }
  }
  return past
}

/** What an outcome would lead to for somebody with these years behind them; null where the rules have no row for it. */
export function viewOf(
  library: Library,
  cycle: Pick<Cycle, 'year' | 'endsOn'>,
  outcome: Grade,
  past: readonly PastYear[],
): ConsequenceView | null {
  const found = consequencesOf({ year: cycle.year, outcome }, past, rulesOf(library, cycle.endsOn).effects)
  return found.kind === 'undefined' ? null : proposed(outcome, found)
}

/** The proposals with what became of each: the last act counts. */
export function withActs(view: ConsequenceView, acts: readonly Act[]): ConsequenceView {
  return {
    ...view,
    proposals: view.proposals.map((proposal) => {
      const act = acts.findLast((one) => one.proposal === proposal.key)
      if (!act) return proposal
      const { outcome, document, reason, recordedBy, recordedAt } = act
      return { ...proposal, act: { outcome, document, reason, recordedBy, recordedAt: recordedAt.toISOString() } }
    }),
  }
}

/** Every grade that may still be voted, each with what it would lead to. */
export function previewsOf(library: Library, cycle: Pick<Cycle, 'year' | 'endsOn'>, past: readonly PastYear[]): ConsequenceView[] {
  return [...DECIDED_GRADES].flatMap((outcome) => viewOf(library, cycle, outcome, past) ?? [])
}

function proposed(outcome: Grade, { proposals, yearsRunning, unknownYears }: Extract<Consequences, { kind: 'proposed' }>): ConsequenceView {
  return {
    grade: outcome,
    proposals: proposals.map(({ kind, text, citation }, at) => ({
      // proposals of one kind are told apart by their place among them
      key: kind === 'further' ? `further-${proposals.slice(0, at).filter((one) => one.kind === 'further').length + 1}` : kind,
      kind,
      text,
      article: citation.article,
      verified: citation.verified,
      act: null,
    })),
    yearsRunning,
    unknownYears: [...unknownYears],
  }
}
