import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import type { Tx } from '../platform/database/database.ts'
import { findChoice, listChoiceRows } from './choice/data.ts'
import { choiceOf } from './choice/openedChoice.ts'
import { listWaitedFor } from './judging/data.ts'

/** The newest decided choice, for the design that rests on it. */
export async function findDecidedChoice(tx: Tx, institutionId: string) {
  const decidedAt = (one: { readonly decided_at: Date | null }) => one.decided_at?.getTime() ?? 0
  const decided = (await listChoiceRows(tx, institutionId)).filter((one) => one.state === 'decided')
  const row = decided.toSorted((a, b) => decidedAt(b) - decidedAt(a))[0]
  return row
    ? {
        choiceId: row.choice_id,
        title: { zh: row.title_zh, en: row.title_en },
        method: row.decided_method ?? '',
        decidedAt: row.decided_at,
      }
    : null
}

/** One decision by name: which method, by whom, when. null while it is not decided. */
export async function findDecision(tx: Tx, institutionId: string, choiceId: string) {
  const row = await findChoice(tx, institutionId, choiceId)
  if (!row || row.decided_method === null || row.decided_at === null) return null
  const { methods, title } = choiceOf(row)
  return {
    choiceId,
    title,
    method: methods.find(({ code }) => code === row.decided_method)?.name ?? { zh: row.decided_method, en: row.decided_method },
    decidedBy: row.decided_by ?? '',
    decidedAt: row.decided_at.toISOString(),
  }
}

/** Judges are asked to judge; leaders to decide, once nobody is waited for; the office to begin. */
export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, _today: string) {
  const rows = await listChoiceRows(tx, institutionId)
  const open = rows.filter((row) => row.state === 'open')
  const waited = open.length > 0 ? await listWaitedFor(tx, institutionId) : []
  const lineOf = (row: (typeof rows)[number], key: string, line: { zh: string; en: string; href: string }) => ({
    key: `choose.${key}.${row.choice_id}`,
    text: { zh: line.zh, en: line.en },
    href: line.href,
    dueOn: null,
    stage: 'choose' as const,
  })
  const judging = open
    .filter((row) => waited.some((one) => one.choice_id === row.choice_id && one.account_id === actor.accountId))
    .map((row) =>
      lineOf(row, 'judge', {
        zh: `为“${row.title_zh}”逐对比较准则`,
        en: `Compare the criteria pair by pair for “${row.title_en}”`,
        href: `/choose/${row.choice_id}/judge`,
      }),
    )
  if (mayByRole(actor, 'choice.decide')) {
    const ready = open.filter((row) => !waited.some((one) => one.choice_id === row.choice_id))
    const deciding = ready.map((row) =>
      lineOf(row, 'decide', { zh: `对“${row.title_zh}”作出决定`, en: `Decide “${row.title_en}”`, href: `/choose/${row.choice_id}` }),
    )
    return [...judging, ...deciding]
  }
  if (!mayByRole(actor, 'choice.edit') || rows.length > 0) return judging
  return [
    ...judging,
    {
      key: 'choose.open',
      text: { zh: '比较绩效管理方法，选定本单位的做法', en: 'Compare methods and choose one' },
      href: '/choose',
      dueOn: null,
      stage: 'choose' as const,
    },
  ]
}
