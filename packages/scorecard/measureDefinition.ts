import type { Decimal } from '@milepost/exact/exact'
import type { LocalText } from './localText.ts'
import type { Direction, ScoringRule } from './rules.ts'

/** A measure as it is designed, before any value: what the lints read. */
export type MeasureDefinition = {
  id: string
  name: LocalText
  scope: 'institution' | 'unit' | 'person'
  direction: Direction
  weightBp: number
  unit: LocalText | null
  formula: string | null
  source: string | null
  /** Who collects and reports it. */
  collector: string | null
  frequency: string | null
  dueOn: string | null
  baseline: Decimal | null
  target: Decimal | null
  rule: ScoringRule | null
  /** Earlier years' actuals, oldest first. */
  history?: Decimal[]
  /** Years in a row in which everybody met the target. */
  metByAllYears?: number
  /** What it serves: objectives or measures above it. */
  parents: string[]
  control: 'own' | 'shared' | 'external'
  role: 'lead' | 'lag'
  logic: 'input' | 'process' | 'output' | 'outcome'
  /** What it counts: how much, how well, how soon, at what cost, or what people say. */
  aspect: 'quantity' | 'quality' | 'timeliness' | 'cost' | 'satisfaction'
  /** The public meets its result: service, satisfaction, openness. */
  servesPublic: boolean
}
