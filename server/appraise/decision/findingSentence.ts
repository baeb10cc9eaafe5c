import type { DecisionFinding } from '@milepost/appraisal/decisionCheck'
import type { Bilingual } from '@milepost/terms/bilingual'

/** What stands between a meeting and a valid decision, in words that say how to mend it. */
export function findingSentence(finding: DecisionFinding, name: string): Bilingual {
  switch (finding.code) {
    case 'no-minutes':
      return { zh: '请填写会议记录。', en: 'Write the minutes.' }
    case 'cap-exceeded':
      return {
        zh: `优秀 ${finding.excellent} 人，超过名额 ${finding.seats} 个（第15条）。`,
        en: `${finding.excellent} excellent grades exceed the ${finding.seats} seats (Art. 15).`,
      }
    case 'no-deciders':
      return { zh: `“${name}”没有可参与决定的委员。`, en: `Nobody present may decide on “${name}”.` }
    case 'decider-not-present':
      return { zh: '到会人员中有人不是考核委员会成员。', en: 'Somebody named as present is not a member of the committee.' }
    case 'decider-recused':
      return { zh: `决定“${name}”的人员中有应回避者。`, en: `Somebody who must be recused decided on “${name}”.` }
    case 'below-quorum':
      return {
        zh: `“${name}”：到会 ${finding.present} 人，未达到法定人数 ${finding.needed} 人。`,
        en: `“${name}”: ${finding.present} present, ${finding.needed} needed.`,
      }
    case 'above-ceiling':
      return { zh: `“${name}”的等次高于处分规定允许的上限。`, en: `The grade of “${name}” is above what a sanction allows.` }
    case 'graded-against-rule':
      return { zh: `按规定“${name}”本年度不能确定为该等次。`, en: `The rules do not allow this grade for “${name}” this year.` }
    case 'ungraded-against-rule':
      return { zh: `“${name}”应当确定等次。`, en: `“${name}” has to be given a grade.` }
    case 'decided-twice':
      return { zh: `“${name}”出现两次。`, en: `“${name}” occurs twice.` }
  }
}
