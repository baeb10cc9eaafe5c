import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { listHeld, namesOfThings } from './data.ts'
import { HELD } from './held.ts'
import { CODES } from './heldWords.ts'
import type { Kind } from './register.ts'

type HeldFact = { readonly kind: Kind['code']; readonly name: Bilingual; readonly value: Bilingual }

/** Every row in which a person stands, as one line: what it is, and what it says. */
export async function heldFacts(tx: Tx, institutionId: string, of: { personId: string; timeZone: string }): Promise<HeldFact[]> {
  const names = await namesOfThings(tx, institutionId)
  const facts: HeldFact[] = []
  for (const { table, column, kind, name, says } of HELD) {
    const rows = await listHeld(tx, institutionId, { table, column, columns: Object.keys(says), personId: of.personId })
    for (const row of rows) {
      const said = Object.entries(says).flatMap(([key, label]) => {
        const value = spoken(row[key], { names, timeZone: of.timeZone })
        return value === null ? [] : [{ zh: `${label.zh}：${value.zh}`, en: `${label.en}: ${value.en}` }]
      })
      facts.push({
        kind,
        name,
        value: { zh: said.map(({ zh }) => zh).join('；') || '有', en: said.map(({ en }) => en).join('; ') || 'on record' },
      })
    }
  }
  return facts
}

type Known = { readonly names: ReadonlyMap<string, Bilingual>; readonly timeZone: string }

function spoken(value: unknown, { names, timeZone }: Known): Bilingual | null {
  if (value === null || value === undefined || value === '') return null
  const text = value instanceof Date ? dayIn(timeZone, value) : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return names.get(text) ?? CODES[text] ?? { zh: text, en: text }
}
