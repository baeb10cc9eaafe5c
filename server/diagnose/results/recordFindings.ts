import { recordFindings } from '@milepost/contract/diagnose/results'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { problemVerdicts } from '@milepost/statistics/problemVerdicts'
import { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { findQuestionnaire, findWave } from '../waves/data.ts'
import { constructResults } from './constructs.ts'
import { readSheetsOf, saveFinding } from './data.ts'

/** What was recorded beside the survey, and the survey as it stood then. */
export const recordedEvidence = z.object({
  interviews: z.object({ raised: z.number(), asked: z.number() }).nullable(),
  audit: z.enum(['red', 'green']).nullable(),
  severity: z.number().nullable(),
  n: z.number(),
})

const VERDICTS = { confirmed: 'confirmed', suspected: 'suspected', 'not-found': 'not-confirmed', 'not-examined': 'not-confirmed' } as const

export const recordFindingsRoute = serve(recordFindings, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    const questionnaire = wave && (await findQuestionnaire(tx, institutionId, wave.questionnaire_id))
    if (!wave || !questionnaire) throw new Refusal('not-found')
    const constructs = constructResults(questionnaire.instrument, await readSheetsOf(tx, institutionId, input.waveId), [])
    for (const [at, given] of input.findings.entries()) {
      const construct = constructs.find((one) => one.code === given.problem && one.kind === 'problem')
      if (!construct)
        throw new Refusal('input-invalid', { count: 1 }, [
          { pointer: `/findings/${at}/problem`, zh: '问卷中没有这一问题。', en: 'The questionnaire has no such problem.' },
        ])
      if (given.interviews && given.interviews.raised > given.interviews.asked) {
        throw new Refusal('input-invalid', { count: 1 }, [
          { pointer: `/findings/${at}/interviews`, zh: '提到的人数不能多于受访人数。', en: 'More people raised it than were asked.' },
        ])
      }
      const survey = construct.severity === null ? {} : { survey: { severity: construct.severity, n: construct.n } }
      const [judged] = problemVerdicts([
        {
          problem: given.problem,
          ...survey,
          ...(given.interviews ? { interviews: given.interviews } : {}),
          ...(given.audit ? { audit: { signal: given.audit } } : {}),
        },
      ])
      await saveFinding(tx, {
        institutionId,
        findingId: newId(),
        waveId: input.waveId,
        problem: given.problem,
        verdict: VERDICTS[judged?.verdict ?? 'not-examined'],
        evidence: { interviews: given.interviews, audit: given.audit, severity: construct.severity, n: construct.n },
        note: given.note,
        by: actor.name,
        at: now,
      })
    }
    audit({ kind: 'wave', id: input.waveId, detail: { problems: input.findings.map((one) => one.problem) } })
    return DONE
  },
})
