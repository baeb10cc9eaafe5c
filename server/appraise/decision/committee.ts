import { type CommitteeRules, compositionFindings, type MemberClass, recusedFor } from '@milepost/appraisal/committee'
import { memberClass, readCommittee, setCommittee } from '@milepost/contract/appraise/decision'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import { findCycle, listPeople } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { lockCycle } from '../data.ts'
import { tiesInForce } from '../record/tiesData.ts'
import { rulesOf } from '../rulePack.ts'
import { findDecision, listMembers, replaceMembers } from './data.ts'

const CLASSES: Readonly<Record<MemberClass, Bilingual>> = {
  chair: { zh: '主要负责人（主任）', en: 'the main leader as chair' },
  leader: { zh: '其他领导班子成员', en: 'another leader' },
  hr: { zh: '组织人事部门', en: 'personnel' },
  discipline: { zh: '纪检监察', en: 'discipline inspection' },
  'staff-representative': { zh: '职工代表', en: 'a staff representative' },
}

type Members = Parameters<typeof compositionFindings>[0]

/** What Art. 16 still misses, in words. */
export function compositionInWords(members: Members, rules: CommitteeRules): Bilingual[] {
  return compositionFindings(members, rules).map((finding) => {
    if (finding.code === 'class-missing')
      return { zh: `缺少${CLASSES[finding.memberClass].zh}`, en: `${CLASSES[finding.memberClass].en} is missing` }
    if (finding.code === 'more-than-one-chair') return { zh: '主任多于一人', en: 'there is more than one chair' }
    return { zh: '同一人被列入两次', en: 'somebody is named twice' }
  })
}

export const readCommitteeRoute = serve(readCommittee, {
  run: async ({ tx, institutionId, input, library }) => {
    const cycle = await cycleOf(tx, institutionId, input.cycleId)
    const rows = await listMembers(tx, institutionId, input.cycleId)
    const members = rows.map((row) => ({ personId: row.person_id, name: row.name, memberClass: memberClass.parse(row.member_class) }))
    return {
      members,
      findings: compositionInWords(
        members.map((one) => ({ person: one.personId, memberClass: one.memberClass })),
        rulesOf(library, cycle.endsOn).committee,
      ),
      recusals: await recusalsOf(tx, institutionId, members),
    }
  },
})

export const setCommitteeRoute = serve(setCommittee, {
  run: async ({ tx, institutionId, input, library, today, audit }) => {
    await lockCycle(tx, institutionId, input.cycleId)
    if (await findDecision(tx, institutionId, input.cycleId)) throw new Refusal('grades-already-decided')
    const cycle = await cycleOf(tx, institutionId, input.cycleId)
    await refuseUnknown(tx, institutionId, { ...input, today })
    const findings = compositionInWords(
      input.members.map((one) => ({ person: one.personId, memberClass: one.memberClass })),
      rulesOf(library, cycle.endsOn).committee,
    )
    if (findings.length > 0) {
      throw new Refusal('committee-incomplete', { findings: findings.map((one) => one.zh), findingsEn: findings.map((one) => one.en) })
    }
    await replaceMembers(tx, { institutionId, ...input })
    const seated = await listMembers(tx, institutionId, input.cycleId)
    audit({
      kind: 'cycle',
      id: input.cycleId,
      detail: { members: seated.map((one) => ({ name: one.name, memberClass: one.member_class })) },
    })
    return DONE
  },
})

/** Whoever is tied to a member, with the members that have no voice about them (Art. 16). */
async function recusalsOf(tx: Tx, institutionId: string, members: readonly { personId: string; memberClass: MemberClass }[]) {
  const ties = await tiesInForce(tx, institutionId)
  const seated = members.map((one) => ({ person: one.personId, memberClass: one.memberClass }))
  return [...new Set(ties.flatMap((tie) => [tie.person, tie.with]))]
    .map((personId) => ({ personId, members: recusedFor(personId, seated, ties).filter((one) => one !== personId) }))
    .filter((one) => one.members.length > 0)
}

async function cycleOf(tx: Tx, institutionId: string, cycleId: string) {
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  return cycle
}

/** A committee is made of people who work here today. */
async function refuseUnknown(
  tx: Tx,
  institutionId: string,
  given: { members: readonly { personId: string }[]; today: string },
): Promise<void> {
  const here = new Set((await listPeople(tx, institutionId, given.today)).map((person) => person.personId))
  const fields = given.members.flatMap(({ personId }, at) =>
    here.has(personId)
      ? []
      : [
          {
            pointer: `/members/${at}/personId`,
            zh: '该人员不在职，请重新选择。',
            en: 'This person does not work here today. Choose again.',
          },
        ],
  )
  if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
}
