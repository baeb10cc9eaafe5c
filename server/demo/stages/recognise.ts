import { readPeople } from '@milepost/contract/institution/people'
import { readUnits } from '@milepost/contract/institution/units'
import { recordConsequence } from '@milepost/contract/reward/consequenceActs'
import { listConsequences } from '@milepost/contract/reward/outcome'
import { giveRecognition, importTraining } from '@milepost/contract/reward/recognition'
import { readValues } from '@milepost/contract/run/values'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'
import { tableOf } from '../tables.ts'

const COURSES = [
  { name: '路面预防性养护技术培训班', day: '2025-05-16', hours: '16', document: '培字〔2025〕08号' },
  { name: '安全生产月专题培训', day: '2025-06-20', hours: '8', document: '' },
  { name: '绩效面谈与辅导', day: '2025-09-12', hours: '6', document: '' },
]

/** What is said when it happens, courses that were finished, and the first proposals the office has carried out. */
export async function recognise(scene: Scene, cycleId: string): Promise<void> {
  scene.clock.moveTo('2026-02-09')
  const { people } = await scene.act(CAST.office, readPeople, {})
  const { units } = await scene.act(CAST.office, readUnits, {})
  const idOf = (employeeNo: string) => people.find((person) => person.employeeNo === employeeNo)?.personId ?? ''
  await scene.act(CAST.director, giveRecognition, {
    kind: 'commendation',
    personIds: [idOf(CAST.worker)],
    unitIds: [],
    givenOn: '2026-02-09',
    title: '2025 年防汛抢通先进个人',
    reason: '2025 年 7 月两次水毁现场连续值守，所在路段均在 24 小时内恢复单幅通行。',
    document: '〔2026〕3号',
  })
  const [station] = units.filter((unit) => unit.kind === 'station')
  await scene.act(CAST.secretary, giveRecognition, {
    kind: 'title',
    personIds: [],
    unitIds: station ? [station.unitId] : [],
    givenOn: '2026-02-09',
    title: '2025 年度公众满意养护站',
    reason: '两次公路使用者问卷中“反映问题后处理得快”一项得分最高。',
    document: '〔2026〕3号',
  })
  const counted = await hoursReported(scene, cycleId)
  const isCounted = new Set(counted.map((row) => row.职工编号))
  const attended = people.filter(({ employeeNo }, at) => !isCounted.has(employeeNo) && (at % 4 === 0 || employeeNo === CAST.engineer))
  const others = attended.flatMap((person, at) =>
    COURSES.filter((_, course) => (at + course) % 2 === 0 || person.employeeNo === CAST.engineer).map((course) => ({
      职工编号: person.employeeNo,
      培训名称: course.name,
      结业日期: course.day,
      学时: course.hours,
      证书编号: course.document,
    })),
  )
  const rows = [...counted, ...others]
  await scene.bring(CAST.office, importTraining, { step: 'save' }, tableOf('training-2025.csv', rows))
  await carryOut(scene, cycleId)
  scene.say({ zh: `激励：表彰 2 项，培训 ${rows.length} 人次入账`, en: `Reward: 2 recognised, ${rows.length} courses on record` })
}

const QUARTERS = [
  { period: '2025Q1', name: '冬训：规范与安全', day: '2025-03-14' },
  { period: '2025Q2', name: '路面预防性养护技术培训', day: '2025-06-13' },
  { period: '2025Q3', name: '防汛抢通与应急处置', day: '2025-09-12' },
  { period: '2025Q4', name: '岗位技能提升班', day: '2025-12-12' },
] as const

/** Whoever has training hours on the card has them on record, course by course: what was reported is what was attended. */
async function hoursReported(scene: Scene, cycleId: string) {
  const rows = []
  for (const { period, name, day } of QUARTERS) {
    const { values } = await scene.act(CAST.office, readValues, { cycleId, period, level: 'person' })
    for (const { measure, holderCode, actual } of values)
      if (measure.code === 'LG01' && actual !== null && Number(actual) > 0)
        rows.push({ 职工编号: holderCode, 培训名称: name, 结业日期: day, 学时: actual, 证书编号: '' })
  }
  return rows
}

/** The pay steps of the first few, on one form; the rest waits for the office. */
async function carryOut(scene: Scene, cycleId: string): Promise<void> {
  const { rows } = await scene.act(CAST.office, listConsequences, { cycleId })
  for (const row of rows.filter((one) => one.isFinal).slice(0, 4)) {
    const step = row.outcomes[0]?.proposals.find(({ kind }) => kind === 'pay-step')
    if (!step) continue
    await scene.act(CAST.office, recordConsequence, {
      cycleId,
      personId: row.personId,
      proposal: step.key,
      outcome: 'carried-out',
      document: '薪级工资审批表 2026-01 号',
      reason: '',
    })
  }
}
