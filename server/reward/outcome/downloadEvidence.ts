import { Refusal } from '@milepost/contract/refusals'
import { downloadEvidence } from '@milepost/contract/reward/outcome'
import { findInstitutionRow, findPerson, listUnits, namesIn, personSubject } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { docxOut } from '../../platform/papers/docxOut.ts'
import { cycleOf } from '../pool/settledPool.ts'
import { evidencePaper } from './evidencePaper.ts'
import { yearsOf } from './yearsOf.ts'

export const downloadEvidenceRoute = serve(downloadEvidence, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, today, audit }) => {
    const { cycleId, personId, language } = input
    const cycle = await cycleOf(tx, institutionId, cycleId)
    const person = await findPerson(tx, institutionId, personId, today)
    if (!person) throw new Refusal('not-found')
    const institution = await findInstitutionRow(tx, institutionId)
    const unit = (await listUnits(tx, institutionId)).find((one) => one.unitId === person.unitId)?.name ?? { zh: '', en: '' }
    const { years, recognition, training, goals } = await yearsOf(tx, institutionId, { cycle, personId, today })
    const file = {
      institution: { zh: institution.name_zh, en: institution.name_en },
      person: { personId, name: (await namesIn(tx, institutionId, language))(person.name), unit, post: person.post.title },
      employeeNo: person.employeeNo,
      today,
      years,
      recognition,
      training,
      goals,
    }
    audit({ kind: 'person', id: personId, detail: { cycleId, language } })
    return docxOut(
      language === 'zh' ? `佐证材料-${person.employeeNo}` : `evidence-${person.employeeNo}`,
      evidencePaper(file, language),
      language,
    )
  },
})
