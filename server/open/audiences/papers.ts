import { downloadAuthorityForm, downloadBriefing } from '@milepost/contract/open/audiences'
import { serve } from '../../platform/http/serve.ts'
import { docxOut } from '../../platform/papers/docxOut.ts'
import { authorityForm } from './authorityForm.ts'
import { reportOf } from './authorityView.ts'
import { briefingBook } from './briefingBook.ts'

const NAMES = {
  briefing: { zh: '绩效简报', en: 'briefing' },
  form: { zh: '绩效自评表', en: 'self-evaluation' },
} as const

export const downloadBriefingRoute = serve(downloadBriefing, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const { publicationId, language } = input
    const { row, snapshot, inside } = await reportOf(tx, institutionId, { publicationId, actor, today })
    audit({ kind: 'publication', id: publicationId, detail: { language } })
    return docxOut(
      `${NAMES.briefing[language]}-${row.year}-${row.revision}`,
      briefingBook({ snapshot, inside, hash: row.snapshot_hash }, language),
      language,
    )
  },
})

export const downloadAuthorityFormRoute = serve(downloadAuthorityForm, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const { publicationId, language } = input
    const { row, snapshot, inside } = await reportOf(tx, institutionId, { publicationId, actor, today })
    audit({ kind: 'publication', id: publicationId, detail: { language } })
    const blocks = authorityForm({ snapshot, inside, hash: row.snapshot_hash, today }, language)
    return docxOut(`${NAMES.form[language]}-${row.year}-${row.revision}`, blocks, language)
  },
})
