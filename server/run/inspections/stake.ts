import { cellText } from '../../platform/spreadsheet/cellKinds.ts'
import type { CellReading } from '../../platform/spreadsheet/cellReading.ts'
import type { Column } from '../../platform/spreadsheet/columns.ts'

/** A stake as metres from the start of the route: K12+345, or plain metres. A bare 12.5 could be km or m and is refused. */
export function readStake(text: string): CellReading<number> {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  const stake = /^K(\d{1,5})\+(\d{1,3})(?:\.0+)?$/.exec(plain)
  if (stake) return { ok: true, value: Number(stake[1]) * 1000 + Number(stake[2]) }
  if (/^\d{1,8}(\.0+)?$/.test(plain)) return { ok: true, value: Number(plain) }
  return {
    ok: false,
    message: {
      zh: `“${text}”不是可识别的桩号，请写成 K12+345，或以米为单位的整数。`,
      en: `“${text}” is not a stake we can be sure of. Write K12+345, or whole metres.`,
    },
  }
}

/** 12345 -> "K12+345". */
export const stakeText = (metres: number): string => `K${Math.floor(metres / 1000)}+${String(metres % 1000).padStart(3, '0')}`

export const stakeColumn = (heading: { zh: string; en: string }, example: string): Column<number> => ({
  heading,
  example,
  required: true,
  read: (cell) => {
    const text = cellText(cell)
    if (!text.ok) return text
    if (text.value === '') return { ok: false, message: { zh: '请填写桩号。', en: 'Enter the stake.' } }
    return readStake(text.value)
  },
})
