import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import type { Tx } from '../platform/database/database.ts'
import { listChoiceRows } from './choice/data.ts'

/** The newest decided choice, for the design that rests on it. */
export async function findDecidedChoice(tx: Tx, institutionId: string) {
  const row = (await listChoiceRows(tx, institutionId)).find((one) => one.state === 'decided')
  return row
    ? {
        choiceId: row.choice_id,
        title: { zh: row.title_zh, en: row.title_en },
        method: row.decided_method ?? '',
        decidedAt: row.decided_at,
      }
    : null
}

export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, _today: string) {
  const rows = await listChoiceRows(tx, institutionId)
  const open = rows.filter((row) => row.state === 'open')
  if (mayByRole(actor, 'choice.decide')) {
    return open.map((row) => ({
      key: `choose.decide.${row.choice_id}`,
      text: { zh: `对“${row.title_zh}”作出决定`, en: `Decide “${row.title_en}”` },
      href: `/choose/${row.choice_id}`,
      dueOn: null,
      stage: 'choose' as const,
    }))
  }
  if (!mayByRole(actor, 'choice.edit') || rows.length > 0) return []
  return [
    {
      key: 'choose.open',
      text: { zh: '比较绩效管理方法，选定本单位的做法', en: 'Compare methods and choose one' },
      href: '/choose',
      dueOn: null,
      stage: 'choose' as const,
    },
  ]
}
