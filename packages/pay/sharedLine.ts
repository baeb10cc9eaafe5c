import { div, type Exact } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import type { PayShare } from './apportion.ts'
import type { PayLine, PayPerson } from './payRun.ts'
import { lineWords } from './payWords.ts'

/** Not in lowest terms: nobody looks at most of them. */
export type Ratio = { readonly n: bigint; readonly d: bigint }

/** A person's claim on a unit's share; `whole`: the weight over the common denominator of the unit. */
export type Claimant = {
  person: PayPerson
  gradeFactor: string
  unitMean: Exact | null
  scoreFactor: Ratio
  weight: Ratio
  whole: bigint
  clipped: boolean
}

/** What a line says of its unit, and the share it came to; null: nobody there has a claim. */
export type Shared = { unitWeight: string; unitShareFen: number; mean: string | null; share: PayShare | null }

/**
 * A line of a pool. What only a reader looks at (the sentence, exact texts) is worked out when it is looked at: a pool is tried out many
 * times while a slider moves. Stored or sent, a line is whole.
 */
export class SharedLine implements PayLine {
  readonly #claimant: Claimant
  readonly #shared: Shared
  readonly person: string
  readonly unit: string
  readonly fen: number

  constructor(claimant: Claimant, shared: Shared) {
    this.#claimant = claimant
    this.#shared = shared
    this.person = claimant.person.id
    this.unit = claimant.person.unit
    this.fen = shared.share?.fen ?? 0
  }

  get inputs(): PayLine['inputs'] {
    const { person, gradeFactor, scoreFactor } = this.#claimant
    const { postCoefficient, grade, attendance, time, score } = person
    return { postCoefficient, grade, gradeFactor, attendance, time, score, unitMean: this.#shared.mean, scoreFactor: textOf(scoreFactor) }
  }

  get weight(): string {
    return textOf(this.#claimant.weight)
  }

  get unitWeight(): string {
    return this.#shared.unitWeight
  }

  get unitShareFen(): number {
    return this.#shared.unitShareFen
  }

  get exactFen(): string {
    return roundHalfAway(this.#shared.share?.quota ?? 0, 4)
  }

  get byRemainder(): boolean {
    return this.#shared.share?.byRemainder ?? false
  }

  get held(): PayLine['held'] {
    return this.#shared.share?.held ?? null
  }

  get text(): PayLine['text'] {
    return lineWords(this.#claimant.person.name, this)
  }

  toJSON(): PayLine {
    const { person, unit, inputs, weight, unitWeight, unitShareFen, exactFen, fen, byRemainder, held, text } = this
    return { person, unit, inputs, weight, unitWeight, unitShareFen, exactFen, fen, byRemainder, held, text }
  }
}

const textOf = ({ n, d }: Ratio): string => toExactText(div(n, d))
