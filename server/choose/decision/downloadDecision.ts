import { downloadDecision, hybridPart } from '@milepost/contract/choose/choice'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { findInstitutionRow } from '../../institution/published.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serve } from '../../platform/http/serve.ts'
import { DOCX, toDocx } from '../../platform/papers/sheet.ts'
import { findChoice } from '../choice/data.ts'
import { decisionPaper } from './decisionPaper.ts'
import { frozenDecision } from './frozen.ts'
import { wordsOf } from './words.ts'

export const downloadDecisionRoute = serve(downloadDecision, {
  run: async ({ tx, institutionId, input, config, audit }) => {
    const { choiceId, language } = input
    const row = await findChoice(tx, institutionId, choiceId)
    if (!row) throw new Refusal('not-found')
    if (row.decided_method === null || row.decided_at === null) throw new Refusal('choice-not-decided')
    const institution = await findInstitutionRow(tx, institutionId)
    const dayOf = (instant: string) => dayIn(config.timeZone, new Date(instant))
    const on = dayIn(config.timeZone, row.decided_at)
    const blocks = decisionPaper(
      {
        institution: { zh: institution.name_zh, en: institution.name_en },
        title: { zh: row.title_zh, en: row.title_en },
        method: row.decided_method,
        reason: row.decision_reason ?? '',
        hybrid: z.array(hybridPart).parse(row.decided_hybrid),
        by: row.decided_by ?? '',
        on,
        hash: row.decided_hash ?? '',
        frozen: frozenDecision.parse(row.decided_result),
        dayOf,
      },
      language,
    )
    audit({ kind: 'choice', id: choiceId, detail: { paper: 'decision', language } })
    return { fileName: `${wordsOf(language).fileName}-${on}.docx`, mediaType: DOCX, bytes: await toDocx(blocks, language) }
  },
})
