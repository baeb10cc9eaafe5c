import type { importScheme } from '@milepost/contract/design/exchange'
import type { OutputOf } from '@milepost/contract/endpoint'
import { schemeDifference } from '@milepost/scorecard/schemeDifference'
import { listCycles } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listScorecardRows } from '../scorecard/data.ts'
import { readSchemeText } from '../version/keepVersion.ts'
import type { SchemeContent } from './schemeRows.ts'

type Into = { readonly cycle: { readonly year: number }; readonly scheme: SchemeContent }

/** What a scheme says otherwise than the one of the year before: what stood there and what the file says, before anything is saved. */
export async function againstLast(
  tx: Tx,
  institutionId: string,
  { cycle, scheme }: Into,
): Promise<OutputOf<typeof importScheme>['against']> {
  const years = new Map((await listCycles(tx, institutionId)).map(({ cycleId, year }) => [cycleId, year]))
  const others = (await listScorecardRows(tx, institutionId))
    .map((row) => ({ row, year: years.get(row.cycle_id) ?? 0 }))
    .sort((a, b) => b.year - a.year)
  const last = others.find(({ year }) => year < cycle.year) ?? others.at(-1)
  if (!last) return null
  const stands = await readSchemeText(tx, institutionId, last.row.scorecard_id)
  return {
    year: last.year,
    name: { zh: last.row.name_zh, en: last.row.name_en },
    changes: schemeDifference(stands, named(scheme, stands)),
  }
}

/** A file written by hand may leave names of cards and measures to their codes; they are then called what they are called here. */
function named(scheme: SchemeContent, stands: Awaited<ReturnType<typeof readSchemeText>>): SchemeContent {
  const cards = new Map(stands.cards.map((card) => [card.holder, card.name]))
  const measures = new Map(stands.cards.flatMap(({ lines }) => lines.map((line) => [line.code, line.name] as const)))
  const given = (name: { zh: string; en: string }, other: { readonly zh: string; readonly en: string } | undefined) =>
    name.zh === '' && name.en === '' && other ? { ...other } : name
  return {
    ...scheme,
    cards: scheme.cards.map((card) => ({
      ...card,
      name: given(card.name, cards.get(card.holder)),
      lines: card.lines.map((line) => ({ ...line, name: given(line.name, measures.get(line.code)) })),
    })),
  }
}
