import { readDiagnosis } from '@milepost/contract/diagnose/results'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { problemsOf } from '../board/boardOf.ts'
import { listEvidence } from '../board/data.ts'
import { voicesOf } from '../interviews/voices.ts'
import { findQuestionnaire, findWave } from '../waves/data.ts'
import { readWaves } from '../waves/waves.ts'
import { constructResults } from './constructs.ts'
import { listFindings } from './data.ts'
import { released, withheldBy } from './releasedSheets.ts'
import { responseOf } from './responses.ts'

export const readDiagnosisRoute = serve(readDiagnosis, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const row = await findWave(tx, institutionId, input.waveId)
    const questionnaire = row && (await findQuestionnaire(tx, institutionId, row.questionnaire_id))
    const [wave] = row ? await readWaves(tx, institutionId, [row]) : []
    if (!wave || !questionnaire) throw new Refusal('not-found')
    const told = await released(tx, institutionId, input.waveId)
    const constructs = constructResults(
      questionnaire.instrument,
      told.sheets,
      wave.strata.map((one) => one.code),
      withheldBy(told),
    )
    const findings = await listFindings(tx, institutionId, input.waveId)
    const voices = await voicesOf(tx, { institutionId, waveId: input.waveId, library, today })
    const evidence = await listEvidence(tx, institutionId, input.waveId)
    return {
      wave,
      title: { zh: questionnaire.title_zh, en: questionnaire.title_en },
      leastCell: questionnaire.instrument.leastCell,
      released: { sheets: told.sheets.length, waiting: told.waiting > 0 },
      response: responseOf(wave.strata),
      constructs,
      verdicts: (await problemsOf(tx, { institutionId, waveId: input.waveId }, { constructs, voices }, evidence)).map(
        ({ code, proposed, streams, evidence: behind }) => ({ problem: code, verdict: proposed, streams, evidence: behind }),
      ),
      findings: findings.map((one) => ({ problem: one.problem, verdict: one.verdict, note: one.note, recordedBy: one.recorded_by })),
    }
  },
})
