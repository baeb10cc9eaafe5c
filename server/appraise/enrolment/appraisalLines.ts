import { type appraisalLine, appraisalState, grade, participation } from '@milepost/contract/appraise/appraisals'
import type { z } from 'zod'
import { findCycle, listPosts } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { type AppraisalRow, appraisalRows, countRatings, isAmong, type ScoreGist, scoreGists } from '../data.ts'
import { type Ceilings, readCeilings } from '../record/ceilings.ts'
import { listHearings } from '../record/standingData.ts'
import { type ExplainedMissing, missingOf, provisionalNote } from './missing.ts'

export type AppraisalLine = z.infer<typeof appraisalLine>
type Asked = { readonly institutionId: string; readonly cycleId: string; readonly library: Library; readonly personIds?: readonly string[] }
type Hearing = Awaited<ReturnType<typeof listHearings>>[number]
type Beside = {
  readonly gist: ScoreGist | undefined
  readonly counts: Readonly<Record<string, number>>
  readonly ceilingOf: Ceilings
  readonly hearing: Hearing | undefined
  readonly secondPost: { readonly zh: string; readonly en: string } | null
}

/** Appraisals as every list shows them. */
export async function readLines(tx: Tx, { institutionId, cycleId, library, personIds }: Asked): Promise<AppraisalLine[]> {
  const all = appraisalRows(tx, institutionId, cycleId)
  const rows = await (personIds === undefined ? all : all.where(isAmong('appraisal.person_id', personIds))).execute()
  const gists = await scoreGists(tx, institutionId, cycleId, personIds)
  const counts = await countRatings(tx, institutionId, cycleId, personIds)
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) return []
  const ceilingOf = await readCeilings(tx, institutionId, { cycle, library })
  const hearings = new Map((await listHearings(tx, institutionId, cycleId)).map((one) => [one.appraisal_id, one]))
  const posts = new Map((await listPosts(tx, institutionId)).map((post) => [post.postId, post.title]))
  return rows.map((row) =>
    lineOf(row, {
      gist: gists.get(row.appraisal_id),
      counts: counts.get(row.appraisal_id) ?? {},
      ceilingOf,
      hearing: hearings.get(row.appraisal_id),
      secondPost: row.second_post_id === null ? null : (posts.get(row.second_post_id) ?? null),
    }),
  )
}

function ceilingShown(ceilingOf: Ceilings, personId: string): AppraisalLine['ceiling'] {
  const found = ceilingOf(personId)
  return found.kind === 'ceiling' ? { ceiling: found.ceiling, reason: found.reason, citation: found.citation } : null
}

function lineOf(row: AppraisalRow, { gist, counts, ceilingOf, hearing, secondPost }: Beside): AppraisalLine {
  const rule = participation.parse(row.participation_rule)
  const missing: ExplainedMissing = gist ? [...missingOf(gist.undefined_result), ...provisionalNote(gist.is_provisional)] : []
  return {
    appraisalId: row.appraisal_id,
    personId: row.person_id,
    employeeNo: row.employee_no,
    name: row.name,
    unitId: row.unit_id,
    unit: { zh: row.unit_zh, en: row.unit_en },
    post: { zh: row.post_zh, en: row.post_en },
    state: appraisalState.parse(row.state),
    participation: rule,
    ceiling: ceilingShown(ceilingOf, row.person_id),
    hearing: hearing
      ? {
          heard: hearing.heard,
          heardOn: hearing.heard_on,
          opinion: hearing.opinion,
          suggestedGrade: hearing.suggested_grade === null ? null : grade.parse(hearing.suggested_grade),
        }
      : null,
    secondPost,
    officialScore: row.official_score,
    missing,
    ratings: {
      superior: counts.superior ?? 0,
      peers: counts.peers ?? 0,
      subordinates: counts.subordinates ?? 0,
      serviceUsers: counts['service-users'] ?? 0,
    },
    proposedGrade: row.proposed_grade === null ? null : grade.parse(row.proposed_grade),
    standing: row.standing,
    grade: row.grade === null ? null : grade.parse(row.grade),
  }
}
