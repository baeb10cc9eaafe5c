import type { Candidate } from '@milepost/appraisal/candidateOrder'
import { type Grade, lowerGrade } from '@milepost/appraisal/grade'
import type { AppraisalRulePack } from '@milepost/appraisal/rulePack'
import { proposeGrades as propose } from '@milepost/appraisal/seatProposal'
import { seatRate } from '@milepost/appraisal/seatRate'
import { excellentSeats } from '@milepost/appraisal/seats'
import { participation, proposeGrades } from '@milepost/contract/appraise/appraisals'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { type AppraisalRow, appraisalRows, isDecided, lockCycle, type ScoreGist, scoreGists } from '../data.ts'
import { groupedBy } from '../groupedBy.ts'
import { listCriteria } from '../rating/data.ts'
import { type Ceilings, readCeilings } from '../record/ceilings.ts'
import { rulesOf } from '../rulePack.ts'
import { carriedInto, insertSeatRun, lastRevision, saveProposals } from './data.ts'
import type { StoredSeats } from './seatTicket.ts'
import { isFrontLine, type Pools, poolsByUnit, type UnitShare, unitSharesOf } from './unitShares.ts'

/** One ranking for the whole institution, unless the seats are shared out among the units first. */
const ONE_POOL = 'institution'
const criteriaGrade = z.enum(['excellent', 'qualified', 'basic', 'unqualified'])
const verdict = z.enum(['graded', 'within-ceiling', 'unqualified', 'none', 'none-yet', 'elsewhere'])

const APPROVAL_MISSING: InvalidField = {
  pointer: '/approval',
  zh: '请填写批准提高比例的文件名称和文号。',
  en: 'Name the document that approves the raised share, and its number.',
}

/** Seats under the cap, candidates in order, ties left to the committee. It proposes; people decide. */
export const proposeGradesRoute = serve(proposeGrades, {
  run: async ({ tx, institutionId, input, library, now, actor, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    const rows = await appraisalRows(tx, institutionId, input.cycleId).execute()
    // after a reopening those decided keep their seats, and the reopened are ranked for what is left
    const decided = rows.filter((row) => isDecided(row.state))
    if (decided.length === rows.length && rows.length > 0) throw new Refusal('grades-already-decided')
    if (!rows.some((row) => row.official_score !== null)) throw new Refusal('no-official-scores')
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const rules = rulesOf(library, cycle.endsOn)
    const rate = seatRate(input.grounds, input.approval, rules.seatRate)
    if (rate.kind === 'undefined')
      throw new Refusal('seat-rate-unclear', { because: rate.because }, rate.because === 'approval-missing' ? [APPROVAL_MISSING] : [])
    const criteria = lowestCriteria(await listCriteria(tx, institutionId, input.cycleId))
    const base = rows.filter((row) => participation.parse(row.participation_rule).inSeatBase).length
    const seats = excellentSeats({ people: base, basisPoints: rate.basisPoints })
    const gists = await scoreGists(tx, institutionId, input.cycleId)
    const ceilingOf = await readCeilings(tx, institutionId, { cycle, library })
    const shares = unitSharesOf(rows, seats, rules.seatShares, await carriedInto(tx, institutionId, cycle.year))
    const pools: Pools =
      input.pooling === 'units'
        ? poolsByUnit(rows, shares)
        : { poolOf: () => ONE_POOL, poolOfUnit: () => ONE_POOL, seats: { [ONE_POOL]: seats } }
    const candidates = rows
      .filter((row) => !isDecided(row.state))
      .map((row) => candidateOf(row, { criteria: criteria.get(row.appraisal_id), gist: gists.get(row.appraisal_id), ceilingOf, pools }))
    const left = seatsLeft(pools, decided)
    const proposal = propose(candidates, left, rules.proposal)
    await saveProposals(
      tx,
      institutionId,
      proposal.proposals.map((one) => ({ appraisalId: one.person, grade: one.proposed, standing: one.standing })),
    )
    const revision = (await lastRevision(tx, institutionId, input.cycleId)) + 1
    await insertSeatRun(tx, {
      institutionId,
      seatRunId: newId(),
      cycleId: input.cycleId,
      revision,
      rateBp: rate.basisPoints,
      ground: rate.ground,
      approval: rate.approval,
      base,
      seats,
      pooling: input.pooling ?? 'institution',
      result: {
        ...{ ...proposal, shares, citation: rate.citation, threshold: rules.proposal.threshold },
        ...taken({ candidates, left, pools, shares: input.pooling === 'units' ? shares : null, rules }),
      },
      at: now,
      by: actor.name,
    })
    const proposedExcellent = proposal.proposals.filter((one) => one.proposed === 'excellent').length
    const proposals = proposal.proposals.map(({ person, proposed }) => ({ appraisalId: person, grade: proposed }))
    audit({ kind: 'cycle', id: input.cycleId, detail: { revision, base, rateBp: rate.basisPoints, seats, proposedExcellent, proposals } })
    return { base, rateBp: rate.basisPoints, seats, proposedExcellent, ties: proposal.ties.length }
  },
})

type Taken = {
  readonly candidates: readonly Candidate[]
  readonly left: Pools['seats']
  readonly pools: Pools
  readonly shares: readonly UnitShare[] | null
  readonly rules: Pick<AppraisalRulePack, 'proposal' | 'seatShares'>
}

/** Everything the ranking took, kept beside what it gave: each seat can be worked out again from it. */
const taken = ({ candidates, left, pools, shares, rules }: Taken): Omit<StoredSeats, 'proposals'> => ({
  candidates: [...candidates],
  rules: { threshold: rules.proposal.threshold, order: [...rules.proposal.order] },
  poolSeats: pools.seats,
  seatsLeft: left,
  sharedOut: shares && {
    rules: rules.seatShares,
    units: shares.map((one) => ({ unit: one.unit, people: one.people, tiltBasisPoints: one.tiltBp, carry: one.carryIn })),
    pools: Object.fromEntries(
      [...groupedBy(shares, (one) => pools.poolOfUnit(one.unitId))].map(([pool, of]) => [pool, of.map((one) => one.unit)]),
    ),
  },
})

function seatsLeft({ seats, poolOf }: Pools, decided: readonly AppraisalRow[]): Pools['seats'] {
  const taken = (pool: string) => decided.filter((row) => row.grade === 'excellent' && poolOf(row) === pool).length
  return Object.fromEntries(Object.entries(seats).map(([pool, of]) => [pool, Math.max(0, of - taken(pool))]))
}

/** Where several superiors looked at the criteria, the lower grade counts: one facet is enough for basic or unqualified. */
function lowestCriteria(ratings: Awaited<ReturnType<typeof listCriteria>>): ReadonlyMap<string, Grade> {
  const found = new Map<string, Grade>()
  for (const one of ratings) {
    const grade = criteriaGrade.parse(one.criteria_grade)
    found.set(one.appraisal_id, lowerGrade(found.get(one.appraisal_id) ?? grade, grade))
  }
  return found
}

type Beside = {
  readonly criteria: Grade | undefined
  readonly gist: ScoreGist | undefined
  readonly ceilingOf: Ceilings
  readonly pools: Pools
}

/** A score that rests on a provisional plan score takes no part in the ranking (the committee may still look at it). */
function candidateOf(row: AppraisalRow, { criteria, gist, ceilingOf, pools }: Beside): Candidate {
  const ceiling = ceilingOf(row.person_id)
  return {
    person: row.appraisal_id,
    pool: pools.poolOf(row),
    verdict: verdict.parse(row.participation),
    ceiling: ceiling.kind === 'ceiling' ? ceiling.ceiling : null,
    criteriaGrade: criteria ?? null,
    score: gist && !gist.is_provisional ? gist.total : null,
    tieBreaks: { 'results-score': gist?.results ?? null, frontline: isFrontLine(row.unit_kind) ? '1' : '0' },
  }
}
