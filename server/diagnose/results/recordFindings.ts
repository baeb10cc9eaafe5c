import { recordFindings } from '@milepost/contract/diagnose/results'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { problemVerdicts } from '@milepost/statistics/problemVerdicts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { codedInterviews } from '../board/boardOf.ts'
import { voicesOf } from '../interviews/voices.ts'
import { saveFinding } from './data.ts'
import { toldOf } from './toldOf.ts'

const VERDICTS = { confirmed: 'confirmed', suspected: 'suspected', 'not-found': 'not-confirmed', 'not-examined': 'not-confirmed' } as const

export const recordFindingsRoute = serve(recordFindings, {
  run: async ({ tx, institutionId, input, actor, library, today, now, audit }) => {
    const constructs = await (await toldOf(tx, institutionId, input.waveId)).constructs()
    const voices = await voicesOf(tx, { institutionId, waveId: input.waveId, library, today })
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
      // what was coded counts, unless somebody wrote down another count
      const interviews = given.interviews ?? codedInterviews(voices, given.problem)
      const survey = construct.severity === null ? {} : { survey: { severity: construct.severity, n: construct.n } }
      const [judged] = problemVerdicts([
        {
          problem: given.problem,
          ...survey,
          ...(interviews ? { interviews } : {}),
          ...(given.audit ? { audit: { signal: given.audit } } : {}),
        },
      ])
      await saveFinding(tx, {
        institutionId,
        findingId: newId(),
        waveId: input.waveId,
        problem: given.problem,
        verdict: VERDICTS[judged?.verdict ?? 'not-examined'],
        evidence: {
          interviews,
          interviewsBy: given.interviews ? actor.name : null,
          audit: given.audit,
          severity: construct.severity,
          n: construct.n,
        },
        note: given.note,
        by: actor.name,
        at: now,
      })
    }
    audit({ kind: 'wave', id: input.waveId, detail: { problems: input.findings.map((one) => one.problem) } })
    return DONE
  },
})
