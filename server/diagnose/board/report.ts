import { downloadDiagnosisReport } from '@milepost/contract/diagnose/board'
import { Refusal } from '@milepost/contract/refusals'
import { findInstitutionRow } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { DOCX, toDocx } from '../../platform/papers/sheet.ts'
import { listSheetCounts } from '../results/responses.ts'
import { boardOf } from './boardOf.ts'
import { groundOf } from './ground.ts'
import { reportBlocks } from './reportBlocks.ts'
import { reportWords } from './reportWords.ts'

/** The thread from question to remedy as a paper an office can sign. */
export const downloadDiagnosisReportRoute = serve(downloadDiagnosisReport, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    const { waveId, language } = input
    const asked = { institutionId, waveId, library, today }
    const ground = await groundOf(tx, asked)
    if (ground.sheets === 0) throw new Refusal('report-without-answers')
    const institution = await findInstitutionRow(tx, institutionId)
    const blocks = reportBlocks(
      {
        institution: { zh: institution.name_zh, en: institution.name_en },
        today,
        ground,
        board: await boardOf(tx, asked, ground),
        validity: await ground.validity(),
        reliability: await ground.reliability(),
        factors: await ground.factors(),
        priorities: await ground.priorities(),
        response: await listSheetCounts(tx, institutionId, ground.wave),
      },
      language,
    )
    audit({ kind: 'wave', id: waveId, detail: { language } })
    const about = language === 'zh' ? ground.wave.name_zh : ground.wave.name_en || ground.wave.name_zh
    return { fileName: `${reportWords(language).file}-${about}.docx`, mediaType: DOCX, bytes: await toDocx(blocks, language) }
  },
})
