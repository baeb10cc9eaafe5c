import type { Bilingual } from '@milepost/terms/bilingual'
import type { AppraisalRules } from './schemas/appraisalRules.ts'

/** Where a pack allows what the pack of the state does not: the place in the file, and what may stand there. */
export type Looser = { readonly path: string; readonly message: Bilingual }

/** A region or an institution may ask more of itself than the state does, never less: each place where `own` asks less, with its article. */
export function looserThan(national: AppraisalRules, own: AppraisalRules): Looser[] {
  const found: Looser[] = []
  const say = (path: string, article: string | null, zh: string, en: string) =>
    found.push({
      path,
      message: article === null ? { zh, en } : { zh: `${zh}（考核规定第${article}条）`, en: `${en} (Appraisal rules, Art. ${article})` },
    })
  const { notice, quota, committee, remedies } = national
  if (own.notice.workingDays < notice.workingDays)
    say(
      'notice.workingDays',
      notice.article,
      `公示不得少于 ${notice.workingDays} 个工作日，不能改为 ${own.notice.workingDays} 个，只能更长`,
      `the notice runs for at least ${notice.workingDays} working days and cannot be cut to ${own.notice.workingDays}; it may be longer`,
    )
  for (const key of ['normalBp', 'raisedBp', 'loweredBp'] as const)
    if (own.quota[key] > quota[key])
      say(
        `quota.${key}`,
        quota.article,
        `优秀比例不得高于 ${percent(quota[key])}，不能改为 ${percent(own.quota[key])}，只能更低`,
        `the share of excellent grades is at most ${percent(quota[key])} here and cannot be raised to ${percent(own.quota[key])}; it may be lower`,
      )
  if (quota.raisedNeedsApproval && !own.quota.raisedNeedsApproval)
    say(
      'quota.raisedNeedsApproval',
      quota.article,
      '提高优秀比例须经批准，不能取消',
      'a raised share needs the approving document; that cannot be taken away',
    )
  for (const member of committee.required.filter((one) => !own.committee.required.includes(one)))
    say(
      'committee.required',
      committee.article,
      `考核委员会须有${MEMBERS[member].zh}，不能去掉`,
      `the committee has ${MEMBERS[member].en}, which cannot be left out`,
    )
  if (!remedies.mayEndWorse && own.remedies.mayEndWorse)
    say(
      'remedies.mayEndWorse',
      null,
      '复核、申诉的决定不得使结果更重（事业单位工作人员申诉规定第5条）',
      'a review or appeal never ends worse than before (2014 appeal rules, Art. 5)',
    )
  const kept = new Map(own.rules.map((rule) => [rule.id, rule]))
  for (const rule of national.rules)
    if (rule.severity === 'blocking' && kept.get(rule.id)?.severity !== 'blocking')
      say(
        `rules.${rule.id}`,
        rule.article,
        `“${rule.text.zh}”是必须遵守的，不能去掉或改为提示`,
        `“${rule.text.en}” must be kept; it cannot be left out or made advice`,
      )
  return found
}

const percent = (basisPoints: number): string => `${basisPoints / 100}%`

const MEMBERS: Readonly<Record<AppraisalRules['committee']['required'][number], Bilingual>> = {
  chair: { zh: '主要负责人（主任）', en: 'the main leader as chair' },
  leader: { zh: '其他领导班子成员', en: 'another leader' },
  hr: { zh: '组织人事部门人员', en: 'somebody of personnel' },
  discipline: { zh: '纪检监察人员', en: 'somebody of discipline inspection' },
  'staff-representative': { zh: '职工代表', en: 'a staff representative' },
}
