import { discardDraft, listDrafts, readDraft, saveDraft, startDraft } from '@milepost/contract/diagnose/drafts'
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Services } from '../../platform/http/services.ts'
import { newId } from '../../platform/newId.ts'
import { findQuestionnaire, listQuestionnaireRows } from '../waves/data.ts'
import { instrumentOfLibrary } from '../waves/instrumentOfLibrary.ts'
import { deleteDraft, findDraft, insertDraft, listDraftRows, updateDraft } from './data.ts'

type Row = Awaited<ReturnType<typeof listDraftRows>>[number]

const lineOf = (row: Row, items: number) => ({
  draftId: row.draft_id,
  code: row.code,
  title: { zh: row.title_zh, en: row.title_en },
  items,
  revision: row.revision,
  changedBy: row.changed_by,
  changedAt: row.changed_at.toISOString(),
})

export const listDraftsRoute = serve(listDrafts, {
  run: async ({ tx, institutionId }) => {
    const rows = await listDraftRows(tx, institutionId)
    const drafts = await Promise.all(
      rows.map(async (row) => lineOf(row, (await findDraft(tx, institutionId, row.draft_id))?.instrument.items.length ?? 0)),
    )
    return { drafts }
  },
})

export const startDraftRoute = serve(startDraft, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const draftId = newId()
    const instrument = await startOf(tx, institutionId, input.from, library)
    await insertDraft(tx, { institutionId, draftId, code: input.code, title: input.title, instrument, by: actor.name, at: now })
    audit({ kind: 'questionnaire-draft', id: draftId, detail: { from: input.from.kind } })
    return { draftId }
  },
})

type From =
  | { kind: 'blank' }
  | { kind: 'library' }
  | { kind: 'questionnaire'; questionnaireId: string }
  | { kind: 'instrument'; instrument: Instrument }

async function startOf(tx: Tx, institutionId: string, from: From, library: Services['library']): Promise<Instrument> {
  const own = instrumentOfLibrary(library)
  if (from.kind === 'library') return own
  if (from.kind === 'instrument') return from.instrument
  if (from.kind === 'questionnaire') {
    const known = await findQuestionnaire(tx, institutionId, from.questionnaireId)
    if (!known) throw new Refusal('not-found')
    return known.instrument
  }
  const first = { code: 'Q1', kind: 'scale' as const, construct: null, link: null, reverse: false, text: { zh: '', en: '' } }
  return { scale: own.scale, constructs: [], items: [first], leastCell: own.leastCell, severityBands: own.severityBands }
}

export const readDraftRoute = serve(readDraft, {
  run: async ({ tx, institutionId, input }) => {
    const draft = await findDraft(tx, institutionId, input.draftId)
    if (!draft) throw new Refusal('not-found')
    const versions = (await listQuestionnaireRows(tx, institutionId)).filter((row) => row.code === draft.code)
    const newest = versions[0] ? await findQuestionnaire(tx, institutionId, versions[0].questionnaire_id) : null
    return {
      ...lineOf(draft, draft.instrument.items.length),
      instrument: draft.instrument,
      newest: newest ? { questionnaireId: newest.questionnaire_id, version: newest.version, instrument: newest.instrument } : null,
    }
  },
})

export const saveDraftRoute = serve(saveDraft, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const draft = await findDraft(tx, institutionId, input.draftId, { forUpdate: true })
    if (!draft) throw new Refusal('draft-gone')
    if (draft.revision !== input.revision) throw new Refusal('changed-meanwhile')
    const revision = draft.revision + 1
    const { draftId, title, instrument } = input
    await updateDraft(tx, { institutionId, draftId, title, instrument, revision, by: actor.name, at: now })
    audit({ kind: 'questionnaire-draft', id: draftId, detail: { revision } })
    return { revision }
  },
})

export const discardDraftRoute = serve(discardDraft, {
  run: async ({ tx, institutionId, input, audit }) => {
    if (!(await deleteDraft(tx, institutionId, input.draftId))) throw new Refusal('not-found')
    audit({ kind: 'questionnaire-draft', id: input.draftId })
    return DONE
  },
})
