import { readScorecard } from '@milepost/contract/design/scorecard'
import { askTargetChange, decideTargetChange } from '@milepost/contract/design/versions'
import { linesOf } from '@milepost/contract/design/weights'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'

/** Mid-year one target is changed by request and approved; another request still waits for a leader. */
export async function changeTargets(scene: Scene, { cycleId, day }: { readonly cycleId: string; readonly day: string }): Promise<void> {
  scene.clock.moveTo(day)
  const { card } = await scene.act(CAST.office, readScorecard, { cycleId })
  const asked: string[] = []
  for (const { code, by, reason } of REQUESTS) {
    const line = card && linesOf(card).find((one) => one.code === code)
    if (line?.rule.kind !== 'floor_target_stretch') continue
    const rule = { ...line.rule, target: String(Number(line.rule.target) + by) }
    asked.push((await scene.act(CAST.office, askTargetChange, { cardMeasureId: line.cardMeasureId, rule, reason })).changeId)
  }
  scene.clock.moveTo(day, '15:30')
  if (asked[0] !== undefined)
    await scene.act(CAST.director, decideTargetChange, {
      changeId: asked[0],
      decision: 'approved',
      answer: '同意。下半年按新目标考核，原目标的得分一并列出。',
    })
}

const REQUESTS = [
  { code: 'PS01', by: -1, reason: '上半年省道改线工程移交晚于计划，新增 18 公里待修路段。' },
  { code: 'PS08', by: -2, reason: '热线并入市政务平台后，受理件数增加约四成。' },
] as const
