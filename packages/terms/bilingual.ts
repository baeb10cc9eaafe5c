import type { SourceCode } from './sources.ts'

/** A text in both languages. Chinese is an equal source, not a translation. */
export type Bilingual = { readonly zh: string; readonly en: string }

/** One word of the field: what it is called in both languages and who says so. */
export type Term = Bilingual & { readonly source: SourceCode; readonly note?: Bilingual }
