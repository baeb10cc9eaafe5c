import type { PaySettings } from '@milepost/contract/reward/factors'
import type { RulesVersion } from '@milepost/contract/reward/payRules'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'

/** What a version of the factors changed, line by line, as people read it. */
export function settingsChanges(before: PaySettings, after: PaySettings): RulesVersion['changes'] {
  const was = new Map(linesOf(before).map((line) => [line.what.en, line.value]))
  return linesOf(after).flatMap(({ what, value }) => {
    const old = was.get(what.en) ?? ''
    return old === value ? [] : [{ what, before: old, after: value }]
  })
}

function linesOf(settings: PaySettings): { what: Bilingual; value: string }[] {
  const { unitScore, personScore } = settings
  const line = (zh: string, en: string, value: string | null) => ({ what: { zh, en }, value: value ?? '–' })
  return [
    ...settings.grades.map(({ grade, factor }) => line(`${GRADES[grade].zh}系数`, `factor of ${GRADES[grade].en}`, factor)),
    line('单位绩效系数限', 'limits of the unit factor', `${unitScore.from} – ${unitScore.to}`),
    line('得分系数限', 'limits of the score factor', `${personScore.from} – ${personScore.to}`),
    line('无得分单位的系数', 'factor of a unit without a score', settings.unitWithoutScore),
    line('无得分人员的系数', 'factor of a person without a score', settings.personWithoutScore),
    line('每人最低（元）', 'least a person receives (yuan)', settings.personLeast),
    line('每人最高（元）', 'most a person receives (yuan)', settings.personMost),
    line('部门负责人最高（全员平均的倍数）', 'most a head of a unit receives (times the mean)', settings.leadersMost),
    line('计入缺勤的假别数', 'kinds of absence counted', settings.absencesCounted.join(', ')),
  ]
}
