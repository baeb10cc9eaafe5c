import type { readRules } from '@milepost/contract/appraise/rules'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GROUPS } from '../words.ts'

type Numbers = OutputOf<typeof readRules>['numbers']
/** A number of the pack: its place in the file, what it is called, and what it is now as people write it (a share in per cent). */
type NumberOfPack = { readonly path: string; readonly name: Bilingual; readonly isShare: boolean; readonly now: number }
export type NumberGroup = {
  readonly key: 'heads' | 'raterGroups' | 'rest'
  /** Shares that have to make up the whole. */
  readonly isWhole: boolean
  readonly numbers: readonly NumberOfPack[]
}

const SHARES: Readonly<Record<keyof Numbers['quota'], Bilingual>> = {
  normalBp: { zh: '优秀比例', en: 'Share of excellent' },
  raisedBp: { zh: '经批准提高后的优秀比例', en: 'Share once raised with approval' },
  loweredBp: { zh: '应降低时的优秀比例', en: 'Share where it has to be lowered' },
}
const NOTICE: Bilingual = { zh: '公示工作日', en: 'Working days of the notice' }

export function numberGroups({ heads, raterGroups, quota, noticeWorkingDays }: Numbers): NumberGroup[] {
  const share = (path: string, name: Bilingual, bp: number): NumberOfPack => ({ path, name, isShare: true, now: bp / 100 })
  return [
    { key: 'heads', isWhole: true, numbers: heads.map((one) => share(`heads.${one.code}.weightBp`, one.name, one.weightBp)) },
    {
      key: 'raterGroups',
      isWhole: true,
      numbers: raterGroups.map(({ code, weightBp }) =>
        share(`raterGroups.${code}.weightBp`, GROUPS[code] ?? { zh: code, en: code }, weightBp),
      ),
    },
    {
      key: 'rest',
      isWhole: false,
      numbers: [
        ...(Object.keys(SHARES) as (keyof Numbers['quota'])[]).map((key) => share(`quota.${key}`, SHARES[key], quota[key])),
        { path: 'notice.workingDays', name: NOTICE, isShare: false, now: noticeWorkingDays },
      ],
    },
  ]
}

/** What was typed, by place. */
export type Typed = Readonly<Record<string, number>>

export const sumOf = ({ numbers }: NumberGroup, typed: Typed): number =>
  numbers.reduce((sum, { path, now }) => sum + Math.round((typed[path] ?? now) * 100), 0) / 100

/** The changes of a pack, in the shape of its file, with only what differs from now; `written` is what was written by hand besides. */
export function changesOf(
  groups: readonly NumberGroup[],
  typed: Typed,
  written: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changes: Record<string, unknown> = { ...written }
  for (const { path, isShare, now } of groups.flatMap(({ numbers }) => numbers)) {
    const next = typed[path] ?? now
    if (next === now) continue
    const value = isShare ? Math.round(next * 100) : next
    const [part = '', second = '', third] = path.split('.')
    const before = changes[part]
    if (third === undefined) changes[part] = { ...(isRecord(before) ? before : {}), [second]: value }
    else changes[part] = withEntry(Array.isArray(before) ? before : [], { code: second, [third]: value })
  }
  return changes
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function withEntry(entries: readonly unknown[], entry: { readonly code: string }): unknown[] {
  const isSame = (one: unknown) => isRecord(one) && one.code === entry.code
  return entries.some(isSame) ? entries.map((one) => (isSame(one) && isRecord(one) ? { ...one, ...entry } : one)) : [...entries, entry]
}
