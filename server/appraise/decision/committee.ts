import { compositionFindings } from '@milepost/appraisal/committee'
import { memberClass, readCommittee, setCommittee } from '@milepost/contract/appraise/decision'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import { serve } from '../../platform/http/serve.ts'
import { COMMITTEE_RULES } from '../rulePack.ts'
import { listMembers, replaceMembers } from './data.ts'

const CLASSES: Readonly<Record<(typeof COMMITTEE_RULES.required)[number], Bilingual>> = {
  chair: { zh: '主要负责人（主任）', en: 'the main leader as chair' },
  leader: { zh: '其他领导班子成员', en: 'another leader' },
  hr: { zh: '组织人事部门', en: 'personnel' },
  discipline: { zh: '纪检监察', en: 'discipline inspection' },
  'staff-representative': { zh: '职工代表', en: 'a staff representative' },
}

type Members = Parameters<typeof compositionFindings>[0]

/** What Art. 16 still misses, in words. */
function findingsOf(members: Members): Bilingual[] {
  return compositionFindings(members, COMMITTEE_RULES).map((finding) => {
    if (finding.code === 'class-missing')
      return { zh: `缺少${CLASSES[finding.memberClass].zh}`, en: `${CLASSES[finding.memberClass].en} is missing` }
    if (finding.code === 'more-than-one-chair') return { zh: '主任多于一人', en: 'there is more than one chair' }
    return { zh: '有人重复', en: 'somebody is named twice' }
  })
}

export const readCommitteeRoute = serve(readCommittee, {
  run: async ({ tx, institutionId, input }) => {
    const rows = await listMembers(tx, institutionId, input.cycleId)
    const members = rows.map((row) => ({ personId: row.person_id, name: row.name, memberClass: memberClass.parse(row.member_class) }))
    return { members, findings: findingsOf(members.map((one) => ({ person: one.personId, memberClass: one.memberClass }))) }
  },
})

export const setCommitteeRoute = serve(setCommittee, {
  run: async ({ tx, institutionId, input, audit }) => {
    const findings = findingsOf(input.members.map((one) => ({ person: one.personId, memberClass: one.memberClass })))
    if (findings.length > 0) {
      throw new Refusal('committee-incomplete', { findings: findings.map((one) => one.zh), findingsEn: findings.map((one) => one.en) })
    }
    await replaceMembers(tx, { institutionId, ...input })
    audit({ kind: 'cycle', id: input.cycleId, detail: { members: input.members.length } })
    return DONE
  },
})
