import { type Instrument, instrument } from '@milepost/contract/diagnose/instrument'
import { instrumentFaults } from '@milepost/contract/diagnose/instrumentFaults'
import { adoptQuestionnaire, createQuestionnaire, listQuestionnaires, readQuestionnaire } from '@milepost/contract/diagnose/waves'
import { Refusal } from '@milepost/contract/refusals'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { findQuestionnaire, findQuestionnaireByHash, insertQuestionnaire, listQuestionnaireRows } from './data.ts'
import { instrumentOfLibrary } from './instrumentOfLibrary.ts'

export const listQuestionnairesRoute = serve(listQuestionnaires, {
  run: async ({ tx, institutionId }) => {
    const rows = await listQuestionnaireRows(tx, institutionId)
    return {
      questionnaires: rows.map((row) => ({
        questionnaireId: row.questionnaire_id,
        code: row.code,
        version: row.version,
        title: { zh: row.title_zh, en: row.title_en },
        items: instrument.parse(row.body).items.length,
        hash: row.body_hash,
      })),
    }
  },
})

export const readQuestionnaireRoute = serve(readQuestionnaire, {
  run: async ({ tx, institutionId, input }) => {
    const row = await findQuestionnaire(tx, institutionId, input.questionnaireId)
    if (!row) throw new Refusal('not-found')
    return {
      questionnaireId: row.questionnaire_id,
      code: row.code,
      version: row.version,
      title: { zh: row.title_zh, en: row.title_en },
      hash: row.body_hash,
      instrument: row.instrument,
    }
  },
})

export const adoptQuestionnaireRoute = serve(adoptQuestionnaire, {
  run: async ({ tx, institutionId, library, audit }) => {
    const { id, title } = library.questionnaire
    const questionnaireId = await adopt(tx, { institutionId, code: id, title, instrument: instrumentOfLibrary(library) })
    audit({ kind: 'questionnaire', id: questionnaireId })
    return { questionnaireId }
  },
})

export const createQuestionnaireRoute = serve(createQuestionnaire, {
  run: async ({ tx, institutionId, input, audit }) => {
    const fields = instrumentFaults(input.instrument)
    if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
    const questionnaireId = await adopt(tx, { institutionId, ...input })
    audit({ kind: 'questionnaire', id: questionnaireId })
    return { questionnaireId }
  },
})

/** The same content under the same code is the same questionnaire; other content is its next version. */
export async function adopt(
  tx: Tx,
  given: { institutionId: string; code: string; title: { zh: string; en: string }; instrument: Instrument },
) {
  const hash = contentHash(given.instrument)
  const same = await findQuestionnaireByHash(tx, given.institutionId, given.code, hash)
  if (same) return same.questionnaire_id
  const questionnaireId = newId()
  await insertQuestionnaire(tx, { ...given, questionnaireId, hash })
  return questionnaireId
}
