import type { Bilingual } from '@milepost/terms/bilingual'

/** What a cell turned out to be, or the sentence that says how to mend it. */
export type CellReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: Bilingual }
