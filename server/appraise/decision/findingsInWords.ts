import type { DecisionFinding } from '@milepost/appraisal/decisionCheck'
import type { Bilingual } from '@milepost/terms/bilingual'

/** A fault of the decision where it is mended: at the line of a person, or at the meeting as a whole. */
export type FindingInWords = {
  readonly place: 'line' | 'lines' | 'minutes' | 'present'
  readonly person: string | null
  readonly text: Bilingual
}

/**
 * What stands between a meeting and a valid decision, in words that say how to mend it. What is wrong with the meeting itself
 * (somebody present who is no member, too few for a quorum) is said once, however many people were decided on.
 */
export function findingsInWords(findings: readonly DecisionFinding[], nameOf: ReadonlyMap<string, string>): FindingInWords[] {
  const said = findings.filter((finding) => finding.code !== 'below-quorum' && finding.code !== 'decider-not-present')
  return [...meetingInWords(findings, nameOf), ...said.map((finding) => inWords(finding, nameOf))]
}

function meetingInWords(findings: readonly DecisionFinding[], nameOf: ReadonlyMap<string, string>): FindingInWords[] {
  const spoken: FindingInWords[] = []
  if (findings.some((finding) => finding.code === 'decider-not-present')) {
    spoken.push({
      place: 'present',
      person: null,
      text: { zh: '到会人员中有人不是考核委员会成员。', en: 'Somebody named as present is not a member of the committee.' },
    })
  }
  const short = findings.filter((finding) => finding.code === 'below-quorum')
  const [first] = short
  if (first) {
    const name = nameOf.get(first.person) ?? ''
    const others = short.length - 1
    spoken.push({
      place: 'present',
      person: null,
      text: {
        zh: `到会并可参加决定的 ${first.present} 人，少于法定人数 ${first.needed} 人（涉及“${name}”${others > 0 ? `等 ${short.length} 人` : ''}）。`,
        en: `${first.present} of the members present may decide, ${first.needed} are needed (for “${name}”${others > 0 ? ` and ${others} others` : ''}).`,
      },
    })
  }
  return spoken
}

function inWords(finding: DecisionFinding, nameOf: ReadonlyMap<string, string>): FindingInWords {
  const person = 'person' in finding ? finding.person : null
  const text = sentence(finding, person === null ? '' : (nameOf.get(person) ?? ''))
  return { place: person !== null ? 'line' : finding.code === 'no-minutes' ? 'minutes' : 'lines', person, text }
}

function sentence(finding: DecisionFinding, name: string): Bilingual {
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
      return { zh: `决定“${name}”的人员中有人没有到会。`, en: `Somebody who decided on “${name}” was not present.` }
    case 'decider-recused':
      return { zh: `决定“${name}”的人员中有应回避者。`, en: `Somebody who must be recused decided on “${name}”.` }
    case 'below-quorum':
      return { zh: `“${name}”未达到法定人数。`, en: `There is no quorum for “${name}”.` }
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
