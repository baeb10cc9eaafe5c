import {
  answerComment,
  commentOnPlan,
  openHearing,
  readCycleSteps,
  readHearing,
  setStage,
  stateCondition,
} from '@milepost/contract/institution/cycleSteps'
import { CAST } from '../cast.ts'
import type { HeardOn } from '../content/hearings.ts'
import type { Scene } from '../scene.ts'

type Stage = 'choose' | 'design' | 'run' | 'appraise' | 'reward' | 'open' | 'closed'

/** Whose word a condition takes, and what they say. */
const SAYS: Readonly<Record<string, { readonly by: string; readonly note: string }>> = {
  'performance-office': { by: CAST.office, note: '已逐项核对，材料齐全，存绩效办。' },
  discipline: { by: CAST.disciplineHead, note: '经核对请假审批、处分台账与申诉登记，无异议。' },
  leader: { by: CAST.director, note: '经审阅，同意。' },
}

/** On to the next stage: what only people can tell is stated by them, the rest has to be there already. */
export async function stageIs(scene: Scene, cycleId: string, stage: Stage): Promise<void> {
  const { next } = await scene.act(CAST.office, readCycleSteps, { cycleId })
  for (const { guard, state, statedBy } of next?.to === stage ? next.conditions : []) {
    const says = statedBy === null ? undefined : SAYS[statedBy]
    if (state === 'unstated' && says) await scene.act(says.by, stateCondition, { cycleId, guard, note: says.note })
  }
  await scene.act(CAST.office, setStage, { cycleId, stage })
}

/** Staff are heard on the draft. */
export async function hear(scene: Scene, cycleId: string, { subject, comments }: HeardOn): Promise<void> {
  await scene.act(CAST.office, openHearing, { cycleId, subject, workingDays: 5 })
  for (const { by, named, text } of comments) await scene.act(CAST[by], commentOnPlan, { cycleId, text, named })
}

/** Every comment is answered before the plan is published. */
export async function answerHearing(scene: Scene, cycleId: string, heard: HeardOn): Promise<void> {
  const { comments } = await scene.act(CAST.office, readHearing, { cycleId })
  for (const { commentId, text } of comments) {
    const answer = heard.comments.find((one) => one.text === text)?.answer
    if (answer !== undefined) await scene.act(CAST.office, answerComment, { commentId, answer })
  }
}
