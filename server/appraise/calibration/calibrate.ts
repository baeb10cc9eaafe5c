import { quorum, recusedFor } from '@milepost/appraisal/committee'
import type { CommitteeVote } from '@milepost/appraisal/committeeVote'
import { lowerGrade } from '@milepost/appraisal/grade'
import { grade } from '@milepost/contract/appraise/appraisals'
import { calibrate, readCalibrationChanges, reasonCode } from '@milepost/contract/appraise/calibration'
import { memberClass } from '@milepost/contract/appraise/decision'
import { voteView } from '@milepost/contract/appraise/votes'
import { Refusal } from '@milepost/contract/refusals'
import { GRADES, type GradeCode } from '@milepost/terms/grades'
import { z } from 'zod'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { appraisalRows, findAppraisalRow, isDecided, lockCycle } from '../data.ts'
import { listMembers } from '../decision/data.ts'
import { voteFault, voteStored } from '../decision/votes.ts'
import { readCeilings } from '../record/ceilings.ts'
import { tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'
import { latestSeatRun } from '../seats/data.ts'
import { listChanges, saveChange } from './data.ts'

const names = z.array(z.string())
const nameOfGrade = (of: GradeCode | null) => (of === null ? { zh: '未定', en: 'open' } : GRADES[of])

/** A proposal changes by a vote of those present who need not step aside, within ceiling and seats. It flows into the decision by itself. */
export const calibrateRoute = serve(calibrate, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const row = await findAppraisalRow(tx, institutionId, input.appraisalId)
    const cycle = row && (await findCycle(tx, institutionId, row.cycle_id))
    if (!row || !cycle) throw new Refusal('not-found')
    await lockCycle(tx, institutionId, row.cycle_id)
    if (isDecided(row.state)) throw new Refusal('grades-already-decided')
    if (row.state !== 'proposed') throw new Refusal('seats-not-computed')
    if (row.proposed_grade !== input.from) {
      const by = (await listChanges(tx, institutionId, row.cycle_id)).findLast((one) => one.appraisal_id === row.appraisal_id)?.changed_by
      const now = grade.nullable().parse(row.proposed_grade)
      throw new Refusal('proposal-changed-meanwhile', { by: by ?? '', zh: nameOfGrade(now).zh, en: nameOfGrade(now).en })
    }
    const invalid = (pointer: string, zh: string, en: string) => new Refusal('decision-not-valid', { count: 1 }, [{ pointer, zh, en }])
    if (row.participation !== 'graded' && row.participation !== 'within-ceiling')
      throw invalid('/grade', '按规定本年度不能确定为该等次。', 'The rules do not allow this grade this year.')
    const ceiling = (await readCeilings(tx, institutionId, { cycle, library }))(row.person_id)
    if (ceiling.kind === 'ceiling' && (ceiling.ceiling === 'ungraded' || lowerGrade(input.grade, ceiling.ceiling) !== input.grade))
      throw invalid('/grade', '等次高于处分规定允许的上限（第43条）。', 'The grade is above what the sanction allows (Art. 43).')
    if (input.grade === 'excellent') {
      const seats = (await latestSeatRun(tx, institutionId, row.cycle_id))?.seats ?? 0
      const rows = await appraisalRows(tx, institutionId, row.cycle_id).execute()
      const taken = rows.filter((one) => one.proposed_grade === 'excellent' && one.appraisal_id !== row.appraisal_id).length
      if (taken >= seats) throw new Refusal('seats-all-taken', { seats })
    }
    const members = (await listMembers(tx, institutionId, row.cycle_id)).map((one) => ({
      person: one.person_id,
      name: one.name,
      memberClass: memberClass.parse(one.member_class),
    }))
    const recused = recusedFor(row.person_id, members, await tiesInForce(tx, institutionId))
    const voters = members.filter((one) => input.present.includes(one.person) && !recused.includes(one.person))
    const everybody = members.map((one) => one.person)
    const standing = quorum(
      { members: everybody, present: voters.map((one) => one.person), recused },
      rulesOf(library, cycle.endsOn).committee,
    )
    if (standing.kind === 'not-quorate')
      throw invalid(
        '/present',
        `到会并可参加表决的 ${standing.present} 人，少于法定人数 ${standing.needed} 人（第16条）。`,
        `${standing.present} may vote, ${standing.needed} are needed (Art. 16).`,
      )
    const byName = input.votes !== undefined && input.votes.length > 0
    const vote: CommitteeVote = byName
      ? { kind: 'by-name', votes: input.votes ?? [] }
      : { kind: 'totals', for: input.votesFor, against: input.votesAgainst, abstained: 0 }
    const fault = byName ? voteFault(vote, voters, members) : null
    if (fault) throw new Refusal('decision-not-valid', { count: 1 }, [{ pointer: '/votes', ...fault }])
    const stored = voteStored(vote, members)
    const { for: votesFor, against: votesAgainst } = stored
    if (votesFor + votesAgainst > voters.length || votesFor * 2 <= voters.length)
      throw new Refusal('calibration-vote', { present: voters.length, votesFor, votesAgainst })
    const nameOf = (personId: string) => members.find((one) => one.person === personId)?.name ?? ''
    await saveChange(tx, {
      institutionId,
      changeId: newId(),
      appraisalId: row.appraisal_id,
      from: row.proposed_grade,
      to: input.grade,
      reasonCode: input.reasonCode,
      reason: input.reason,
      present: voters.map((one) => one.name),
      recused: recused.map(nameOf),
      votesFor,
      votesAgainst,
      votes: stored.names,
      by: actor.name,
      at: now,
    })
    audit({ kind: 'appraisal', id: row.appraisal_id, detail: { from: row.proposed_grade, to: input.grade, reason: input.reasonCode } })
    return { recused: recused.map(nameOf) }
  },
})

export const readCalibrationChangesRoute = serve(readCalibrationChanges, {
  run: async ({ tx, institutionId, input }) => ({
    changes: (await listChanges(tx, institutionId, input.cycleId)).map((row) => ({
      changeId: row.change_id,
      name: row.name,
      from: grade.nullable().parse(row.from_grade),
      to: grade.parse(row.to_grade),
      reasonCode: reasonCode.parse(row.reason_code),
      reason: row.reason,
      present: names.parse(row.present),
      recused: names.parse(row.recused),
      votesFor: row.votes_for,
      votesAgainst: row.votes_against,
      names: voteView.shape.names.nullable().parse(row.votes) ?? [],
      changedBy: row.changed_by,
      changedAt: row.changed_at.toISOString(),
    })),
  }),
})
