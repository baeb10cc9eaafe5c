import { addDays } from '@milepost/appraisal/days'
import {
  checkRedLineNote,
  closeReview,
  openReview,
  readRedLines,
  readReview,
  saveReviewItem,
  writeRedLineNote,
} from '@milepost/contract/run/reviews'
import { roundHalfAway } from '@milepost/exact/rounding'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'

type Said = { readonly cause: string; readonly action: string }

/** What could be behind a red measure, by its perspective: figures of people are not late for want of material. */
const CAUSES: Readonly<Record<string, readonly [Said, Said]>> = {
  PS: [
    { cause: '雨水偏多，作业面打开不足', action: '增派一个作业班组，雨后优先处置积水路段' },
    { cause: '上半年集中施工，绕行提示不够', action: '施工段提前一周公告，增设绕行标志' },
  ],
  IP: [
    { cause: '材料到场晚于计划', action: '与供货方改签旬供计划，站内备料增加一周用量' },
    { cause: '上报人员调整，台账未及时交接', action: '指定专人填报，周五前核对台账' },
  ],
  FB: [
    { cause: '项目批复晚，上半年支付集中到三季度', action: '与财政对接，按月排出支付计划' },
    { cause: '油料和机械租赁价格上涨', action: '机械统一调度，减少单站租赁' },
  ],
  LG: [
    { cause: '外业旺季与培训班期冲突，报名后未能参加', action: '下季度班期排在雨季停工周，分两批送训' },
    { cause: '应知应会考试题库更新后组织偏晚', action: '每月一练，季末补考' },
  ],
}

const UNSAID: Said = { cause: '台账未及时交接', action: '指定专人填报，周五前核对台账' }

/** Every red line gets its note but the last few, which wait for the meeting. */
export async function explainRedLines(
  scene: Scene,
  { cycleId, day, unsaid }: { cycleId: string; day: string; unsaid: number },
): Promise<void> {
  scene.clock.moveTo(day)
  const { lines, people } = await scene.act(CAST.office, readRedLines, { cycleId })
  const open = lines.filter((line) => line.notes.length === 0)
  for (const [at, { cardId, measureId, code, actual, digits, unit }] of open.slice(0, Math.max(0, open.length - unsaid)).entries()) {
    const owner = people[(at * 37) % people.length]
    const said = CAUSES[code.slice(0, 2)]?.[at % 2] ?? UNSAID
    const fact = actual === null ? '到期未报' : `本期 ${roundHalfAway(actual, digits)} ${unit.zh}，未达目标`
    if (owner)
      await scene.act(CAST.office, writeRedLineNote, {
        cardId,
        measureId,
        fact,
        ...said,
        ownerPersonId: owner.personId,
        dueOn: addDays(day, 60),
      })
  }
}

/** The leaders meet over what has no answer yet; each item is decided, and the minutes are fixed. */
export async function holdReview(scene: Scene, { cycleId, day, title }: { cycleId: string; day: string; title: string }): Promise<void> {
  scene.clock.moveTo(day, '09:00')
  const given = { cycleId, title, heldOn: day, chair: '局长', present: '班子成员、各科室负责人' }
  const { reviewId, items } = await scene.act(CAST.director, openReview, given)
  if (items === 0) return
  const { items: agenda, people } = await scene.act(CAST.director, readReview, { reviewId })
  for (const { itemId, version } of agenda)
    await scene.act(CAST.director, saveReviewItem, {
      ...{ itemId, version, discussion: '分管领导说明情况，与会人员讨论。', decision: '同意责任部门意见，下次会议复查。' },
      ...{ action: '责任部门半月内报进展', ownerPersonId: people[0]?.personId ?? null, dueOn: addDays(day, 15) },
    })
  await scene.act(CAST.director, closeReview, { reviewId })
  scene.say({ zh: `分析会：${agenda.length} 项红灯议定`, en: `Review: ${agenda.length} red lines decided` })
}

/** When the day of an action has come, a leader looks whether it worked. */
export async function checkActions(scene: Scene, { cycleId, day }: { cycleId: string; day: string }): Promise<void> {
  scene.clock.moveTo(day)
  const { lines, past } = await scene.act(CAST.director, readRedLines, { cycleId })
  const due = [
    ...past.map((one) => ({ note: one.note, red: false })),
    ...lines.flatMap((line) => line.notes.map((note) => ({ note, red: true }))),
  ]
  for (const { note, red } of due.filter((one) => one.note.mayCheck).slice(0, 6))
    await scene.act(CAST.director, checkRedLineNote, {
      noteId: note.noteId,
      verdict: red ? 'did-not' : 'worked',
      note: red ? '指标仍未转好，须再议' : '指标已转好，措施见效',
    })
}
