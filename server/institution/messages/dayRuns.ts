import { daysBetween } from '@milepost/appraisal/days'
import type { Tx } from '../../platform/database/database.ts'
import { claimDay, countDay, listDays } from './data.ts'
import { type NewMessage, queueMessages } from './queueMessages.ts'

type Day = { readonly institutionId: string; readonly today: string; readonly now: Date }

/** Claims a day, works through it once (told which day was worked through before), and says how many messages were new; null: somebody has done so already. */
export async function workDay(
  tx: Tx,
  day: Day,
  collect: (lastDay: string | null) => Promise<readonly NewMessage[]>,
): Promise<number | null> {
  const { institutionId, today, now } = day
  const [last] = await listDays(tx, institutionId, 1)
  const missed = last && last.on_day < today ? daysBetween(last.on_day, today) - 1 : 0
  if (!(await claimDay(tx, { institutionId, day: today, missed, at: now }))) return null
  const messages = await collect(last?.on_day ?? null)
  const told = await queueMessages(tx, institutionId, [...messages, ...digestOf(messages, today)], now)
  await countDay(tx, { institutionId, day: today, messages: told })
  return told
}

/** What the group robots are told: how many people were, and nobody's name. */
function digestOf(messages: readonly NewMessage[], today: string): NewMessage[] {
  const people = new Set(messages.flatMap((one) => (one.personId === null ? [] : [one.personId]))).size
  if (people === 0) return []
  return [
    {
      key: `digest ${today}`,
      personId: null,
      subject: { zh: `今天有 ${people} 人有考核事项待办`, en: `${people} people have something to do today` },
      body: { zh: '请登录查看“今日”页，逐项办理。', en: 'Open the page “Today” and work through it.' },
      href: '/',
      dueOn: null,
    },
  ]
}
