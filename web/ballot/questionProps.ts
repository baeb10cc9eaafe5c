import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { Language } from './asked.ts'

export type QuestionProps = {
  readonly item: InstrumentItem
  readonly instrument: Instrument
  readonly language: Language
  readonly value: string
  readonly wrong: boolean
  readonly onAnswer: (value: string) => void
}
