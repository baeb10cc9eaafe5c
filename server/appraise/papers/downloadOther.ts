import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { downloadOtherPaper } from '@milepost/contract/appraise/papers'
import { Refusal } from '@milepost/contract/refusals'
import { findInstitutionRow, findPerson, namesIn } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { docxOut, type Paper } from '../../platform/papers/docxOut.ts'
import type { Language } from '../../platform/papers/sheet.ts'
import { findOther, type OtherRow } from '../others/data.ts'
import { viewsOf } from '../others/readOthers.ts'
import { otherPaper } from './otherPaper.ts'

const NAMES = {
  term: { zh: '聘期考核登记表', en: 'term-appraisal-form' },
  special: { zh: '专项考核登记表', en: 'special-appraisal-form' },
} as const

type Asking = { readonly institutionId: string; readonly actor: Actor; readonly today: string; readonly language: Language }

/** The form of one term or special appraisal, as far as the reader may know it. */
async function otherForm(tx: Tx, { language, ...asking }: Asking, row: OtherRow): Promise<Paper> {
  const [appraisal] = await viewsOf(tx, asking, [row])
  const institution = await findInstitutionRow(tx, asking.institutionId)
  const person = await findPerson(tx, asking.institutionId, row.person_id, row.ends_on < asking.today ? row.ends_on : asking.today)
  if (!appraisal) throw new Refusal('not-found')
  const named = await namesIn(tx, asking.institutionId, language)
  const { rating, decision } = appraisal
  const blocks = otherPaper(
    {
      institution: { zh: institution.name_zh, en: institution.name_en },
      employeeNo: person?.employeeNo ?? '',
      post: person?.post.title ?? { zh: '', en: '' },
      appraisal: {
        ...appraisal,
        name: named(appraisal.name),
        rating: rating && { ...rating, ratedBy: named(rating.ratedBy) },
        decision: decision && { ...decision, present: decision.present.map(named) },
      },
    },
    language,
  )
  return { name: `${NAMES[appraisal.kind][language]}-${row.ends_on}-${person?.employeeNo ?? ''}`, blocks }
}

export async function formsOf(tx: Tx, asking: Asking, rows: readonly OtherRow[]): Promise<Paper[]> {
  const forms: Paper[] = []
  for (const row of rows) forms.push(await otherForm(tx, asking, row))
  return forms
}

/** Oversight, the one who rates, and the person. */
export const downloadOtherPaperRoute = serve(downloadOtherPaper, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const row = await findOther(tx, institutionId, input.otherAppraisalId)
    const isSeen = row && (mayByRole(actor, 'appraisal.list') || [row.rater_person_id, row.person_id].includes(actor.personId ?? ''))
    if (!row || !isSeen) throw new Refusal('not-found')
    audit({ kind: 'person', id: row.person_id, detail: { paper: row.kind, language: input.language } })
    const { name, blocks } = await otherForm(tx, { institutionId, actor, today, language: input.language }, row)
    return docxOut(name, blocks, input.language)
  },
})
