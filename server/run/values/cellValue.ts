import { hasDoubtfulComma } from '@milepost/exact/written'
import type { Bilingual } from '@milepost/terms/bilingual'
import { cellText, readDecimal } from '../../platform/spreadsheet/cellKinds.ts'
import type { CellReading } from '../../platform/spreadsheet/cellReading.ts'
import type { Column } from '../../platform/spreadsheet/columns.ts'
import type { Cell } from '../../platform/spreadsheet/table.ts'

/** What a cell says: nothing (which is not 0), that the measure does not apply, or a figure, perhaps with its unit behind it. */
export type ValueCell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'figure'; readonly value: string; readonly unit: string | null }

const DOES_NOT_APPLY = ['n/a', '不适用', 'not applicable']
const BLANK: ValueCell = { kind: 'blank' }

export function readValueCell(cell: Cell): CellReading<ValueCell> {
  const text = cellText(cell)
  if (!text.ok) return text
  const plain = text.value.normalize('NFKC').trim()
  if (plain === '') return { ok: true, value: BLANK }
  if (DOES_NOT_APPLY.includes(plain.toLowerCase())) return { ok: true, value: { kind: 'not-applicable' } }
  const parts = /^([+-]?\d[\d,]*(?:\.\d+)?)\s*(.*)$/.exec(plain)
  const figure = parts?.[1] === undefined || /^[\d.,]|^e[+-]?\d/i.test(parts[2] ?? '') ? null : readDecimal(parts[1])
  if (figure?.ok === false && hasDoubtfulComma(parts?.[1] ?? '')) return figure
  if (!figure?.ok) {
    return {
      ok: false,
      message: {
        zh: `“${text.value}”不是数值。没有数据请留空，不适用请填“不适用”或 N/A。`,
        en: `“${text.value}” is not a number. Leave the cell blank where there is no value; write N/A where the measure does not apply.`,
      },
    }
  }
  return { ok: true, value: { kind: 'figure', value: figure.value, unit: parts?.[2] ? parts[2] : null } }
}

export const valueColumn: Column<ValueCell> = {
  heading: { zh: '实际值', en: 'Value' },
  example: '96.5',
  required: false,
  read: readValueCell,
}

const comparable = (unit: string) => unit.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** A unit behind a figure must be the measure's own. null: it is, or none is written. */
export function foreignUnit(unit: string | null, own: Bilingual): Bilingual | null {
  if (unit === null || [own.zh, own.en].some((name) => comparable(name) === comparable(unit))) return null
  return {
    zh: `单位“${unit}”与指标的单位“${own.zh}”不一致。请换算后只填数值。`,
    en: `The unit “${unit}” is not the measure’s unit “${own.en}”. Convert the figure and enter digits only.`,
  }
}
