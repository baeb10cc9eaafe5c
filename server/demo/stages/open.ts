import { answerFeedback, listFeedback, sendFeedback } from '@milepost/contract/open/feedback'
import { confirmPrivacyNotice, publishPrivacyNotice } from '@milepost/contract/open/privacy'
import { preparePublication, publishPublication, readMisses, readPublic } from '@milepost/contract/open/publications'
import { collectSnapshot } from '@milepost/contract/open/sideBySide'
import { CAST } from '../cast.ts'
import { EARLIER } from '../content/earlierYears.ts'
import { NEIGHBOURS, neighbourOf } from '../content/neighbours.ts'
import type { Scene } from '../scene.ts'

/** The public page: a snapshot of aggregates is prepared by the office and published by the director. */
export async function publish(scene: Scene, cycleId: string): Promise<void> {
  scene.clock.moveTo('2026-03-02')
  const missed = (await scene.act(CAST.office, readMisses, { cycleId })).misses.map(({ code }) => code)
  const misses = Object.fromEntries(Object.entries(MISSES).filter(([code]) => missed.includes(code)))
  const { publicationId } = await scene.act(CAST.office, preparePublication, {
    cycleId,
    story: STORY,
    contact: CONTACT,
    misses,
    earlier: [...EARLIER],
    conditions: { traffic: '8460', mountain: '41.5', wetDays: '118' },
  })
  scene.clock.moveTo('2026-03-04', '10:00')
  await scene.act(CAST.director, publishPublication, { publicationId, reason: REASON })
  await bringInNeighbours(scene)
  await tellStaff(scene)
  scene.say({ zh: '公开：2025 年度公开页发布', en: 'Open: the public page of 2025 is published' })
}

/** The notice about personal data goes out; those who act this week have read it, the others still have it among their tasks. */
async function tellStaff(scene: Scene): Promise<void> {
  const { version } = await scene.act(CAST.office, publishPrivacyNotice, { contact: '绩效办公室 0000-0000000' })
  for (const username of [CAST.office, CAST.secondOfficer, CAST.director, CAST.secretary, CAST.personnel, CAST.engineer])
    await scene.act(username, confirmPrivacyNotice, { version })
}

/** What people said on the page: two answered for everybody to read, one that waits. */
export async function hearThePublic(scene: Scene): Promise<void> {
  scene.clock.moveTo('2026-03-20', '20:00')
  for (const said of MESSAGES) await scene.hear(sendFeedback, said)
  scene.clock.moveTo('2026-03-23', '15:00')
  const { feedback } = await scene.act(CAST.office, listFeedback, {})
  for (const { said, answer } of MESSAGES) {
    const line = feedback.find((one) => one.said === said)
    if (line && answer !== '')
      await scene.act(CAST.office, answerFeedback, { feedbackId: line.feedbackId, outcome: 'answered', answer, shown: true })
  }
}

/** The authority brings in what eight bureaus with installations of their own have published; one has not. */
async function bringInNeighbours(scene: Scene): Promise<void> {
  const { current } = await scene.hear(readPublic, {})
  if (!current) return
  for (const [at, name] of NEIGHBOURS.entries())
    await scene.act(CAST.authority, collectSnapshot, { code: `NB${at + 1}`, name, snapshot: neighbourOf(current.snapshot, name, at) })
  await scene.act(CAST.authority, collectSnapshot, {
    code: 'NB9',
    name: { zh: '临江市公路事业发展中心', en: 'Linjiang Highway Centre' },
    snapshot: null,
  })
}

const CONTACT = { zh: '绩效办公室 0000-0000000', en: 'Performance office, tel. 0000-0000000' }
const REASON = {
  zh: '2025 年度绩效结果经审议，向社会公开。',
  en: 'The results of 2025 were examined by the leadership and are made public.',
}

const MESSAGES = [
  {
    measureCode: 'PS07',
    said: '北原段封路那天早上才看到牌子，绕了四十分钟。能不能提前几天说？',
    answer: '您说得对。自 4 月起占道施工提前五日在公开页和两端路口公告，并给出绕行时间；做没做到计入各站考核，半年后在这里公布。',
  },
  {
    measureCode: 'PS01',
    said: '东岭到县城这条路补了又坑，是不是只补不修？',
    answer: '这段去年以临时修补为主，今年列入预防性养护，8 月底前完成 12 公里铣刨重铺，完工后公布检测结果。',
  },
  { measureCode: '', said: '分数看得懂，但想知道每个县自己的数。', answer: '' },
]

const STORY = {
  zh: '这是我们按平衡计分卡运行的第一年。干线路况连续第三年好转，安全隐患路段全部治理完毕，占道施工信息全部按时公开，群众诉求按时办结率比上年明显提高。也有没做到的：夏季两次强降雨造成水毁，抢通比上年慢，桥梁维修和路面修复跟着推迟；公众满意度有所提高，但离目标还远，意见集中在施工绕行告知太晚。今年已把抢险设备分到三个站存放，并把提前公告列入各站考核。',
  en: 'This was our first year with a balanced scorecard. Trunk roads improved for the third year running, every hazardous site on the list was treated, every notice of road works came out on time, and clearly more requests from the public were closed in time than the year before. We also fell short: two summer storms washed out roads, reopening them took longer than last year, and bridge repairs and resurfacing slipped with it. Satisfaction rose but stays well below its target, mostly because detours were announced late. Rescue machines now stand at three stations, and advance notice counts for every station.',
}

/** Why a target was missed and what is being done, for those the public asks about most. */
const MISSES = {
  PS01: {
    zh: '北原、东岭两片区雨季水毁后修复跟不上，优良路率低于目标。2026 年安排 146 公里预防性养护，先修群众反映集中的路段，每季度公布进度。',
    en: 'In Beiyuan and Dongling repairs did not keep up after the rains. In 2026, 146 km get preventive maintenance, the most reported sections first; progress is published every quarter.',
  },
  PS07: {
    zh: '满意度比目标低，主要意见是施工绕行告知太晚。自 2026 年起，占道施工提前五日在公开页和路口公告，并列入各站考核。',
    en: 'Satisfaction stayed below the target, mostly because detours were announced late. From 2026 works are announced five days ahead here and at the junctions, and it counts for every station.',
  },
  PS05: {
    zh: '两座三类桥梁的维修因汛期推迟，已在 2026 年第一季度开工。',
    en: 'Repairs of two class 3 bridges were put off by the flood season; work began in the first quarter of 2026.',
  },
  PS14: {
    zh: '一处隐患路段因设计变更未在年内完工，已设临时防护，2026 年 4 月完成。',
    en: 'One site was not finished within the year because its design was changed; it is guarded for now and done by April 2026.',
  },
  PS08: {
    zh: '逾期的多为涉及两个站的诉求，等待分工耽误了时间。自 2026 年起由先接到的站负责到底。',
    en: 'Requests that concerned two stations waited for one of them. From 2026 the station that takes the call sees it through.',
  },
  PS16: {
    zh: '两条占道施工公告晚发一天。公告已改为随施工许可自动生成。',
    en: 'Two notices of works came a day late. Notices are now made together with the permit.',
  },
  IP14: {
    zh: '一项跨区管线审查超期两天，需会同两家单位。已约定五日内一次会审。',
    en: 'One review of a pipeline across districts took two days too long. The offices concerned now meet once, within five days.',
  },
  FB03: {
    zh: '应急设备购置提前到 2025 年支付，投向道路的比例因此略低；2026 年恢复。',
    en: 'Emergency machines were paid for earlier than planned, so the share for roads was a little lower; it recovers in 2026.',
  },
  IP12: {
    zh: '两处水毁抢通超过规定时限，原因是设备集中在一个站。设备已分到三个站存放。',
    en: 'Two washouts took longer to reopen than allowed, since the machines stood at one station. They are now kept at three.',
  },
}
