import { preparePublication, publishPublication } from '@milepost/contract/open/publications'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'

/** The public page: a snapshot of aggregates is prepared by the office and published by the director. */
export async function publish(scene: Scene, cycleId: string): Promise<void> {
  scene.clock.moveTo('2026-03-02')
  const { publicationId } = await scene.act(CAST.office, preparePublication, { cycleId, story: STORY, contact: '绩效办公室 0000-0000000' })
  scene.clock.moveTo('2026-03-04', '10:00')
  await scene.act(CAST.director, publishPublication, { publicationId, reason: '2025 年度绩效结果经审议，向社会公开。' })
  scene.say({ zh: '公开：2025 年度公开页发布', en: 'Open: the public page of 2025 is published' })
}

const STORY = {
  zh: '2025 年，全市普通国省干线路况稳中有升，群众诉求按时办结率提高。北原片区受雨季水毁影响，坑槽限时修复和巡查闭环没有达到目标，今年已增配养护力量并按周调度。公众满意度比预期低，主要意见集中在施工绕行告知，我们把提前公告列入了各站考核。',
  en: 'In 2025 the condition of our roads held and improved a little, and more requests from the public were closed in time. In Beiyuan the rains washed out several sections, and potholes and patrols missed their targets there; crews have been added and progress is checked every week. Satisfaction stayed below what we aimed for, mostly because detours were announced late: advance notice now counts for every station.',
}
