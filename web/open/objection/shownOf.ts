import type { LineObjection } from '@milepost/contract/open/objections'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'
import { yuanOfFen } from '../../parts/figures.ts'

/** What the line showed, as the ticket writes it: a grade by its name, an amount as money, a figure as it is. */
export function shownOf({ line, shown }: Pick<LineObjection, 'line' | 'shown'>): Bilingual {
  if (line === 'grade') return Object.values(GRADES).find((one) => one.zh === shown) ?? { zh: shown, en: shown }
  const amount = line.startsWith('pay:') ? Number(shown) : Number.NaN
  const same = Number.isNaN(amount) ? shown : yuanOfFen(Math.round(amount * 100))
  return { zh: same, en: same }
}
