import { readDiagnosis } from '@milepost/contract/diagnose/results'
import { Refusal } from '@milepost/contract/refusals'
import { EVIDENCE_RULE, type ProblemEvidence, problemVerdicts } from '@milepost/statistics/problemVerdicts'
import { responseRate, type StratumRate } from '@milepost/statistics/responseRate'
import { serve } from '../../platform/http/serve.ts'
import { findQuestionnaire, findWave } from '../waves/data.ts'
import { readWaves } from '../waves/waves.ts'
import { type ConstructResult, constructResults } from './constructs.ts'
import { listFindings, readSheetsOf } from './data.ts'
import { recordedEvidence } from './recordFindings.ts'

export const readDiagnosisRoute = serve(readDiagnosis, {
  run: async ({ tx, institutionId, input }) => {
    const row = await findWave(tx, institutionId, input.waveId)
    const questionnaire = row && (await findQuestionnaire(tx, institutionId, row.questionnaire_id))
    const [wave] = row ? await readWaves(tx, institutionId, [row]) : []
    if (!wave || !questionnaire) throw new Refusal('not-found')
    const sheets = await readSheetsOf(tx, institutionId, input.waveId)
    const constructs = constructResults(
      questionnaire.instrument,
      sheets,
      wave.strata.map((one) => one.code),
    )
    const findings = await listFindings(tx, institutionId, input.waveId)
    const recorded = new Map(findings.map((one) => [one.problem, recordedEvidence.parse(one.evidence)]))
    return {
      wave,
      title: { zh: questionnaire.title_zh, en: questionnaire.title_en },
      leastCell: questionnaire.instrument.leastCell,
      response: responseOf(wave.strata),
      constructs,
      verdicts: problemVerdicts(
        constructs.filter((one) => one.kind === 'problem').map((one) => evidenceOf(one, recorded.get(one.code))),
      ).map(({ problem, verdict, findings: streams }) => ({
        problem,
        verdict,
        streams: { ...streams },
        evidence: behind(
          constructs.find((one) => one.code === problem),
          recorded.get(problem),
        ),
      })),
      findings: findings.map((one) => ({ problem: one.problem, verdict: one.verdict, note: one.note, recordedBy: one.recorded_by })),
    }
  },
})

function behind(construct: ConstructResult | undefined, recorded: Recorded | undefined) {
  return {
    severity: construct?.severity ?? null,
    n: construct?.n ?? 0,
    severityCut: EVIDENCE_RULE.severity,
    interviews: recorded?.interviews ?? null,
    interviewPercentCut: EVIDENCE_RULE.interviewPercent,
    audit: recorded?.audit ?? null,
  }
}

export type Recorded = { interviews?: { raised: number; asked: number } | null; audit?: 'red' | 'green' | null }

/** The streams of evidence on one problem: the survey as computed, the others as recorded. */
export function evidenceOf(construct: ConstructResult, recorded: Recorded | undefined): ProblemEvidence {
  return {
    problem: construct.code,
    ...(construct.severity === null ? {} : { survey: { severity: construct.severity, n: construct.n } }),
    ...(recorded?.interviews ? { interviews: recorded.interviews } : {}),
    ...(recorded?.audit ? { audit: { signal: recorded.audit } } : {}),
  }
}

type Strata = readonly { code: string; name: { zh: string; en: string }; population: number | null; answers: number }[]

/** Rates where the number of eligible people is known; the public has none. */
function responseOf(strata: Strata) {
  const known = strata.flatMap((one) =>
    one.population === null ? [] : [{ stratum: one.code, eligible: one.population, answered: one.answers }],
  )
  const rates = responseRate(known)
  const line = (stratum: string, name: { zh: string; en: string }, answered: number, rate: StratumRate | undefined) => ({
    stratum,
    name,
    answered,
    eligible: rate?.eligible ?? null,
    rate: rate?.kind === 'rate' ? rate.rate : null,
    moreAnswersThanPeople: rate?.kind === 'more-answers-than-people',
  })
  const answered = strata.reduce((sum, one) => sum + one.answers, 0)
  return {
    strata: strata.map((one) =>
      line(
        one.code,
        one.name,
        one.answers,
        rates.strata.find((rate) => rate.stratum === one.code),
      ),
    ),
    total: line('total', { zh: '合计', en: 'Total' }, answered, known.length === strata.length ? rates.total : undefined),
  }
}
