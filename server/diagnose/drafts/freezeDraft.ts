import { freezeDraft } from '@milepost/contract/diagnose/drafts'
import { instrumentFaults } from '@milepost/contract/diagnose/instrumentFaults'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { findQuestionnaire } from '../waves/data.ts'
import { adopt } from '../waves/questionnaires.ts'
import { deleteDraft, findDraft } from './data.ts'

/** A draft becomes a version that never changes again. Of two who freeze at once, the second finds the draft gone. */
export const freezeDraftRoute = serve(freezeDraft, {
  run: async ({ tx, institutionId, input, audit }) => {
    const draft = await findDraft(tx, institutionId, input.draftId, { forUpdate: true })
    if (!draft) throw new Refusal('draft-gone')
    if (draft.revision !== input.revision) throw new Refusal('changed-meanwhile')
    const faults = instrumentFaults(draft.instrument)
    if (faults.length > 0) throw new Refusal('input-invalid', { count: faults.length }, faults)
    const title = { zh: draft.title_zh, en: draft.title_en }
    const questionnaireId = await adopt(tx, { institutionId, code: draft.code, title, instrument: draft.instrument })
    await deleteDraft(tx, institutionId, input.draftId)
    const frozen = await findQuestionnaire(tx, institutionId, questionnaireId)
    audit({ kind: 'questionnaire', id: questionnaireId, detail: { hash: frozen?.body_hash ?? '' } })
    return { questionnaireId, version: frozen?.version ?? 1, hash: frozen?.body_hash ?? '' }
  },
})
