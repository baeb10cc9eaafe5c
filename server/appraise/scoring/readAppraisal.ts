import { readAppraisal } from '@milepost/contract/appraise/appraisals'
import { Refusal } from '@milepost/contract/refusals'
import { HEADS } from '@milepost/terms/appraisal'
import { z } from 'zod'
import { personSubject } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { isAmong } from '../data.ts'
import { type lastLineOf, lastLinesOf } from '../decision/data.ts'
import { type AppraisalLine, readLines } from '../enrolment/appraisalLines.ts'
import { gradeChangesOf, type listGradeChanges } from '../results/data.ts'
import { shownTo } from './shownTo.ts'

const group = z.object({
  group: z.string(),
  n: z.number(),
  minimum: z.number(),
  weightGiven: z.number(),
  weightUsed: z.number(),
  value: z.string().nullable(),
  standing: z.string(),
})
const storedInput = z.object({
  rulePack: z.string(),
  heads: z.record(z.string(), z.object({ evidence: z.array(z.object({ kind: z.string(), reference: z.string() })).optional() })),
  combined: z.record(z.string(), z.object({ groups: z.array(group).optional() })),
})
const recused = z.array(z.string())
const storedResult = z.object({
  contributions: z.array(
    z.object({
      head: z.enum(['virtue', 'ability', 'diligence', 'results', 'integrity']),
      score: z.string().nullable(),
      weightGiven: z.number(),
      points: z.string(),
    }),
  ),
  lines: z.array(z.object({ zh: z.string(), en: z.string() })),
  official: z.string(),
})

type Asked = { readonly institutionId: string; readonly cycleId: string; readonly library: Library }

/** One person's appraisal with everything behind the score; values of small rater groups stay hidden. */
export const appraisalDetail = async (tx: Tx, { personId, ...asked }: Asked & { readonly personId: string }) =>
  (await appraisalDetails(tx, { ...asked, personIds: [personId] }))[0] ?? null

/** The same of several: a handful of queries, however many people. */
export async function appraisalDetails(tx: Tx, asked: Asked & { readonly personIds: readonly string[] }) {
  const { institutionId } = asked
  const lines = await readLines(tx, asked)
  const ids = lines.map((line) => line.appraisalId)
  const scores = new Map((await scoresOf(tx, institutionId, ids)).map((row) => [row.appraisal_id, row]))
  const decided = await lastLinesOf(tx, institutionId, ids)
  const changes = await gradeChangesOf(tx, institutionId, ids)
  return lines.map((line) =>
    detailOf(line, {
      score: scores.get(line.appraisalId),
      decided: decided.get(line.appraisalId),
      changes: changes.get(line.appraisalId) ?? [],
    }),
  )
}

const scoresOf = (tx: Tx, institutionId: string, appraisalIds: readonly string[]) =>
  tx
    .selectFrom('appraisal')
    .select(['appraisal_id', 'score_input', 'score_result', 'score_run_id'])
    .where('institution_id', '=', institutionId)
    .where(isAmong('appraisal_id', appraisalIds))
    .execute()

type Behind = {
  readonly score: Awaited<ReturnType<typeof scoresOf>>[number] | undefined
  readonly decided: Awaited<ReturnType<typeof lastLineOf>> | undefined
  readonly changes: Awaited<ReturnType<typeof listGradeChanges>>
}

function detailOf(appraisal: AppraisalLine, { score, decided, changes }: Behind) {
  const row = score ?? { score_input: null, score_result: null, score_run_id: null }
  const taken = storedInput.safeParse(row.score_input)
  const result = storedResult.safeParse(row.score_result)
  const reference = taken.success ? taken.data.heads.results?.evidence?.[0]?.reference : undefined
  return {
    appraisal,
    heads: result.success
      ? result.data.contributions.map((one) => ({
          head: one.head,
          name: { zh: HEADS[one.head].zh, en: HEADS[one.head].en },
          score: one.score,
          weightBp: one.weightGiven,
          points: one.points,
          groups: (taken.success && taken.data.combined[one.head]?.groups) || [],
        }))
      : [],
    lines: result.success ? result.data.lines : [],
    decision: decided
      ? {
          decidedOn: decided.decided_on,
          // whoever had to step aside did not decide on this person
          present: decided.present.filter((one) => !recused.parse(decided.recused).includes(one.personId)).map((one) => one.name),
          reason: decided.reason,
          recordedBy: decided.recorded_by,
        }
      : null,
    changes,
    cardId: reference?.split('/')[1] ?? null,
    runId: row.score_run_id,
    rulePack: taken.success ? taken.data.rulePack : null,
    stored: { input: row.score_input, result: row.score_result },
  }
}

export const readAppraisalRoute = serve(readAppraisal, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, library, actor }) => {
    const detail = await appraisalDetail(tx, { institutionId, ...input, library })
    if (!detail) throw new Refusal('not-found')
    return {
      appraisal: shownTo(actor, detail.appraisal),
      heads: detail.heads,
      lines: detail.lines,
      decision: detail.decision,
      cardId: detail.cardId,
    }
  },
})
