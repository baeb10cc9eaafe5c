import { readDiagnosis } from '@milepost/contract/diagnose/results'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { problemsOf } from '../board/boardOf.ts'
import { listEvidence } from '../board/data.ts'
import { voicesOf } from '../interviews/voices.ts'
import { readWaves } from '../waves/waves.ts'
import { listFindings } from './data.ts'
import { recordedEvidence } from './recordedEvidence.ts'
import { responseOf } from './responses.ts'
import { toldOf } from './toldOf.ts'

export const readDiagnosisRoute = serve(readDiagnosis, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const told = await toldOf(tx, institutionId, input.waveId)
    const [wave] = await readWaves(tx, institutionId, [told.wave], (_, stratum) => told.cameIn(stratum))
    if (!wave) throw new Refusal('not-found')
    const constructs = await told.constructs()
    const findings = await listFindings(tx, institutionId, input.waveId)
    const voices = await voicesOf(tx, { institutionId, waveId: input.waveId, library, today })
    const evidence = await listEvidence(tx, institutionId, input.waveId)
    return {
      wave,
      title: { zh: told.questionnaire.title_zh, en: told.questionnaire.title_en },
      leastCell: told.instrument.leastCell,
      released: { sheets: told.n, waiting: told.waiting > 0 },
      response: responseOf(wave.strata),
      constructs,
      verdicts: (await problemsOf(tx, { institutionId, waveId: input.waveId }, { constructs, voices }, evidence)).map(
        ({ code, proposed, streams, evidence: behind }) => ({ problem: code, verdict: proposed, streams, evidence: behind }),
      ),
      findings: findings.map((one) => {
        const { interviews, interviewsBy, audit } = recordedEvidence.parse(one.evidence)
        const entered = interviewsBy ? interviews : null
        return { problem: one.problem, verdict: one.verdict, note: one.note, recordedBy: one.recorded_by, interviews: entered, audit }
      }),
    }
  },
})
