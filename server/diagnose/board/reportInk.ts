import type { responseLine } from '@milepost/contract/diagnose/results'
import type { factorTable, validityTable } from '@milepost/contract/diagnose/statistics'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { z } from 'zod'
import type { Board } from './boardOf.ts'
import { figure } from './figure.ts'
import type { Ground } from './ground.ts'
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
export type Ink = { readonly file: ReportFile; readonly text: ReportWords; readonly pick: Pick; readonly joint: string }

export const cut = (value: number | null, digits: number): string => (value === null ? '–' : figure(value, digits))
export const saidP = (p: number | null): string => (p === null ? '–' : p < 0.001 ? 'p < 0.001' : `p = ${figure(p, 3)}`)
