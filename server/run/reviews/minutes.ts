import { Refusal } from '@milepost/contract/refusals'
import { downloadMinutes } from '@milepost/contract/run/reviews'
import { findCycle, findInstitutionRow, listPeopleDuring, namesIn } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import {
  type Block,
  dayInWords,
  type Language,
  line,
  list,
  picking,
  sealed,
  signature,
  title,
  toDocx,
} from '../../platform/papers/sheet.ts'
import { listItems, listReviews } from './data.ts'

const zh = {
  file: '绩效分析会纪要',
  draft: '（草稿，会议尚未结束）',
  heldOn: (day: string) => `时间：${day}`,
  chair: (who: string) => `主持：${who}`,
  present: (who: string) => `出席：${who}`,
  headings: ['序号', '议题与事实', '讨论', '决定', '措施、责任人、期限'],
  none: '没有议题。',
  hash: (by: string) => `本纪要由${by}结束会议时固定，指纹：`,
  chairSigns: '主持人',
}
const en: typeof zh = {
  file: 'minutes',
  draft: '(draft: the meeting has not been closed)',
  heldOn: (day) => `Held on: ${day}`,
  chair: (who) => `Chair: ${who}`,
  present: (who) => `Present: ${who}`,
  headings: ['No.', 'Item and facts', 'Discussion', 'Decision', 'Action, owner, due'],
  none: 'There was no item.',
  hash: (by) => `Fixed when ${by} closed the meeting; fingerprint:`,
  chairSigns: 'Chair',
}

/** The minutes as they stand; once closed, with the fingerprint of what was fixed. */
export const downloadMinutesRoute = serve(downloadMinutes, {
  run: async ({ tx, institutionId, input }) => {
    const [review] = await listReviews(tx, institutionId, { reviewId: input.reviewId })
    const cycle = review && (await findCycle(tx, institutionId, review.cycleId))
    if (!review || !cycle) throw new Refusal('not-found')
    const { language } = input
    const text = language === 'zh' ? zh : en
    const pick = picking(language)
    const items = await listItems(tx, institutionId, { reviewIds: [review.reviewId] })
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const named = await namesIn(tx, institutionId, language)
    const names = new Map(people.map((one) => [one.personId, named(one.name)]))
    const institution = await findInstitutionRow(tx, institutionId)
    const rows = items.map((item) => [
      String(item.orderNo),
      [pick(item.subject), pick(item.facts)].filter((one) => one !== '').join('\n'),
      item.discussion || '–',
      item.decision || '–',
      [item.action, names.get(item.ownerPersonId ?? '') ?? '', item.dueOn ?? ''].filter((one) => one !== '').join('\n'),
    ])
    const blocks: Block[] = [
      title(review.title),
      ...(review.state === 'closed' ? [] : [line(text.draft)]),
      line(text.heldOn(dayInWords(review.heldOn, language))),
      line(text.chair(named(review.chair))),
      line(text.present(review.present)),
      ...(rows.length === 0 ? [line(text.none)] : [list([7, 30, 21, 21, 21], text.headings, rows)]),
      ...(review.hash === null ? [] : [line(text.hash(named(review.closedBy ?? '')), { stays: true }), line(review.hash, { stays: true })]),
      ...signature(text.chairSigns, language),
      ...sealed(institutionName(institution, language), review.heldOn, language),
    ]
    return {
      fileName: `${text.file}-${review.heldOn}.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: await toDocx(blocks, language),
    }
  },
})

type Row = Awaited<ReturnType<typeof findInstitutionRow>>
const institutionName = (row: Row, language: Language) => (row ? (language === 'en' && row.name_en !== '' ? row.name_en : row.name_zh) : '')
