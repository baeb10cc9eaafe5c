import type { PaySettings } from '@milepost/contract/reward/factors'
import type { PayStep } from '@milepost/contract/reward/outcome'
import { sum } from '@milepost/exact/exact'
import { toExactText } from '@milepost/exact/rounding'
import { payPool } from '@milepost/pay/payPool'
import type { PayLine, PayRunInput } from '@milepost/pay/payRun'
import type { LineExplanation } from '../pool/explanation.ts'
import { paySteps } from './paySteps.ts'

type Of = { readonly person: string; readonly first: LineExplanation | null }

/** How what was due by a settlement's inputs came about, from the stored inputs; null: they give no line for this person. `first`: the line of the approved run, if there was one. */
export function dueSteps(input: PayRunInput, settings: PaySettings, { person, first }: Of): PayStep | null {
  const run = payPool(input)
  if (run.kind === 'refused') return null
  const line = run.lines.find((one) => one.person === person)
  const unitLine = line && run.units.find((one) => one.id === line.unit)
  const unit = unitLine && input.units.find((one) => one.id === unitLine.id)
  if (!line || !unitLine || !unit) return null
  return paySteps({
    amounts: { amountFen: run.poolFen, reserveFen: run.reserveFen, distributedFen: run.distributedFen },
    settings,
    unitName: unit.name,
    unitLine,
    weightOfAll: toExactText(sum(run.units.map(({ weight }) => weight))),
    explanation: { line, facts: first && sameDays(line, first) ? first.facts : null },
  })
}

/** Days and post are told where they are still those of the first run; a settlement keeps the factors alone. */
const sameDays = ({ inputs: is }: PayLine, { line: { inputs: was } }: LineExplanation): boolean =>
  is.attendance === was.attendance && is.time === was.time && is.postCoefficient === was.postCoefficient
