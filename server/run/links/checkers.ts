import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'
import type { StoredValue } from '../values/data.ts'
import { readHeadAsked } from '../values/waitsFor.ts'

type Checkers = (
  what: 'verify' | 'not-applicable',
  value: StoredValue,
) => {
  readonly who: Bilingual
  /** Of which unit the figures are, when its head is waited for. */
  readonly unitId: string | null
}
type Asked = {
  readonly today: string
  readonly unitName: (unitId: string | undefined) => Bilingual
  readonly unitOf: ReadonlyMap<string, string>
}

/** Figures of the institution, and those whose head recorded them or is missing: anybody who sees the whole, but never the recorder. */
const ABOVE = {
  verify: { zh: '领导、纪检或绩效办（录入人除外）', en: 'leaders, discipline or the office (not the recorder)' },
  'not-applicable': { zh: '领导或绩效办（录入人除外）', en: 'leaders or the office (not the recorder)' },
} as const

/** Who is waited for to look at a figure somebody recorded: the head of the unit it is of, named by post. */
export async function readCheckers(tx: Tx, institutionId: string, { today, unitName, unitOf }: Asked): Promise<Checkers> {
  const headAsked = await readHeadAsked(tx, institutionId, { today, unitOf })
  return (what, value) => {
    const unitId = headAsked(value)?.unitId
    if (unitId === undefined) return { who: ABOVE[what], unitId: null }
    const { zh, en } = unitName(unitId)
    return { who: { zh: `${zh}负责人`, en: `head of ${en}` }, unitId }
  }
}
