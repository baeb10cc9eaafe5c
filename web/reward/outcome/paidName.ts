import type { Bilingual } from '@milepost/terms/bilingual'
import { en, zh } from './text.ts'

type Paid = { readonly pool: Bilingual; readonly corrections: readonly unknown[] }

/** What an amount is called: the pool, and once something was settled after it, that it is all of it. */
export const paidName = ({ pool, corrections }: Paid): Bilingual =>
  corrections.length === 0 ? pool : { zh: zh.paidInAll(pool.zh), en: en.paidInAll(pool.en || pool.zh) }
