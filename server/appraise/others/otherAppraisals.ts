import { decideOtherAppraisal, openOtherAppraisal, rateOtherAppraisal } from '@milepost/contract/appraise/otherAppraisals'
import { DONE } from '@milepost/contract/fields'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { findHeadOf, findPerson, listCycles } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { listMembers } from '../decision/data.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { decidersOn } from '../results/committeeActs.ts'
import { findOther, insertOther, saveOtherDecision, saveOtherRating } from './data.ts'
import { ruleOn, yearsWithin } from './readOthers.ts'

const wrong = (...fields: InvalidField[]) => new Refusal('input-invalid', { count: fields.length }, fields)

/** Opened with a reason and a period; rated by whoever stands above the person, or another who is named. */
export const openOtherAppraisalRoute = serve(openOtherAppraisal, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    if (input.endsOn <= input.startsOn)
      throw wrong({ pointer: '/endsOn', zh: '结束日期须晚于开始日期。', en: 'It must end after it starts.' })
    const person = await findPerson(tx, institutionId, input.personId, today)
    if (!person) throw new Refusal('not-found')
    const raterPersonId = input.raterPersonId ?? (await findHeadOf(tx, institutionId, person, today))?.personId
    if (raterPersonId === undefined)
      throw wrong({ pointer: '/raterPersonId', zh: '没有上级，请指定评价人。', en: 'Nobody stands above: name who rates.' })
    if (raterPersonId === input.personId) throw new Refusal('nominee-not-fit', { because: 'self' })
    if (!(await findPerson(tx, institutionId, raterPersonId, today))) throw new Refusal('not-found')
    if (areTied(await tiesInForce(tx, institutionId), raterPersonId, input.personId)) throw new Refusal('rater-recused')
    const otherAppraisalId = newId()
    await insertOther(tx, { institutionId, otherAppraisalId, ...input, raterPersonId, openedBy: actor.name, openedOn: today })
    audit({ kind: 'other-appraisal', id: otherAppraisalId, detail: { kind: input.kind, personId: input.personId } })
    return { otherAppraisalId }
  },
})

export const rateOtherAppraisalRoute = serve(rateOtherAppraisal, {
  run: async ({ tx, institutionId, input, actor, today, audit }) => {
    const row = await findOther(tx, institutionId, input.otherAppraisalId)
    if (!row) throw new Refusal('not-found')
    if (actor.personId !== row.rater_person_id) throw new Refusal('not-permitted')
    if (row.decided_on !== null) throw new Refusal('ratings-locked')
    await saveOtherRating(tx, { institutionId, ...input, by: actor.name, on: today })
    audit({ kind: 'other-appraisal', id: row.other_appraisal_id })
    return DONE
  },
})

/** A quorum decides, without those who must step aside. Where the rule gives the result it stands; where it is silent, people decide with a reason. */
export const decideOtherAppraisalRoute = serve(decideOtherAppraisal, {
  run: async ({ tx, institutionId, input, library, actor, today, audit }) => {
    const row = await findOther(tx, institutionId, input.otherAppraisalId)
    if (!row) throw new Refusal('not-found')
    if (row.decided_on !== null) throw new Refusal('grades-already-decided')
    if (row.rated_on === null) throw new Refusal('other-not-rated')
    const years = (await yearsWithin(tx, institutionId, [row]))(row)
    const byRule = ruleOn(row, years)
    const fields: InvalidField[] = []
    const isTerm = row.kind === 'term'
    if (isTerm && input.result !== 'qualified' && input.result !== 'unqualified')
      fields.push({
        pointer: '/result',
        zh: '聘期考核只分合格、不合格（第19条）。',
        en: 'A term appraisal is qualified or unqualified (Art. 19).',
      })
    if ((byRule === 'qualified' || byRule === 'unqualified') && input.result !== byRule)
      fields.push({
        pointer: '/result',
        zh: `按规定应为${byRule === 'qualified' ? '合格（第20条）' : '不合格（第21条）'}。`,
        en: `The rule says ${byRule === 'qualified' ? 'qualified (Art. 20)' : 'unqualified (Art. 21)'}.`,
      })
    const isSilent = byRule !== 'qualified' && byRule !== 'unqualified'
    if (isSilent && input.reason.length < 10)
      fields.push({
        pointer: '/reason',
        zh: '规定未明确，由集体研究确定，请写明理由（至少 10 字）。',
        en: 'The rule is silent and the committee decides: give the reason (at least 10 characters).',
      })
    if (fields.length > 0) throw wrong(...fields)
    const cycleId = await committeeOf(tx, institutionId, row.ends_on)
    const { present: presentIds } = input
    const present = await decidersOn(tx, { institutionId, library, cycleId, personId: row.person_id, present: presentIds })
    const decided = { institutionId, otherAppraisalId: row.other_appraisal_id, result: input.result, byRule, years, on: today, present }
    if (!(await saveOtherDecision(tx, { ...decided, reason: input.reason, by: actor.name }))) throw new Refusal('grades-already-decided')
    audit({ kind: 'other-appraisal', id: row.other_appraisal_id, detail: { result: input.result, present } })
    return DONE
  },
})

/** The committee of the year the period ends in, else the newest there is. */
async function committeeOf(tx: Tx, institutionId: string, endsOn: string): Promise<string> {
  const cycles = await listCycles(tx, institutionId)
  const inOrder = [...cycles.filter((one) => one.startsOn <= endsOn && endsOn <= one.endsOn), ...cycles]
  for (const { cycleId } of inOrder) if ((await listMembers(tx, institutionId, cycleId)).length > 0) return cycleId
  throw new Refusal('committee-incomplete', { findings: ['尚未成立考核委员会'], findingsEn: ['there is none yet'] })
}
