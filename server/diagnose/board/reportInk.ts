import type { responseLine } from '@milepost/contract/diagnose/results'
import type { factorTable, validityTable } from '@milepost/contract/diagnose/statistics'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { z } from 'zod'
import { type Block, line } from '../../platform/papers/sheet.ts'
import type { Board } from './boardOf.ts'
import { figure } from './figure.ts'
import type { Ground } from './ground.ts'
import type { ReportSayings } from './reportSayings.ts'
import type { ReportWords } from './reportWords.ts'

type Response = { readonly strata: readonly z.infer<typeof responseLine>[]; readonly total: z.infer<typeof responseLine> }
export type ReportFile = {
  readonly institution: Bilingual
  readonly today: string
  readonly ground: Ground
  readonly board: Board
  readonly response: Response
  readonly validity: z.infer<typeof validityTable>
  readonly reliability: Awaited<ReturnType<Ground['reliability']>>
  readonly factors: z.infer<typeof factorTable>
  readonly priorities: Awaited<ReturnType<Ground['priorities']>>
}
export type Pick = (text: Bilingual) => string
export type Ink = {
  readonly file: ReportFile
  readonly text: ReportWords
  readonly say: ReportSayings
  readonly pick: Pick
  readonly joint: string
  /** The caption above the next table, and below the picture before: numbered as they come. */
  readonly table: (words: string) => Block
  readonly figure: (words: string) => Block
}

export function captions(say: ReportSayings): { table: Ink['table']; figure: Ink['figure'] } {
  let tables = 0
  let figures = 0
  return {
    table: (words) => {
      tables += 1
      return line(say.table(tables, words), { caption: true, stays: true })
    },
    figure: (words) => {
      figures += 1
      return line(say.figure(figures, words), { caption: true })
    },
  }
}

export const cut = (value: number | null, digits: number): string => (value === null ? '–' : figure(value, digits))
export const saidP = (p: number | null): string => (p === null ? '–' : p < 0.001 ? 'p < 0.001' : `p = ${figure(p, 3)}`)
