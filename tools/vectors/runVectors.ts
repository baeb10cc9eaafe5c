import { alignColumns } from './alignColumns.ts'
import { type Answer, type Comparison, compare, type Difference } from './compare.ts'
import { disputeOf } from './disputed.ts'
import { stretchFields } from './stretchFields.ts'
import type { Vector } from './vector.ts'

/** A function of the product under the name the vectors know it by. `{ cannot: reason }` is the honest "cannot be computed". */
export type Offer = (vector: Vector) => Answer
export type Offers = Readonly<Record<string, Offer>>
export type Outcome = {
  readonly vector: Vector
  readonly verdict: 'passed' | 'passed-in-part' | 'failed' | 'not-offered'
  /** Numbers compared. */
  readonly checked: number
  readonly wrong: readonly Difference[]
  /** Differences of fields that are nice to have, and how many such fields agree: counted apart. */
  readonly stretchWrong: readonly Difference[]
  readonly stretchPassed: number
  /** Differences the engines stand by, with the argument. */
  readonly disputed: readonly { readonly difference: Difference; readonly because: string }[]
  /** Fields the vector expects and the product does not answer yet. */
  readonly notOffered: readonly string[]
  /** What an exception said, where one was thrown. */
  readonly thrown?: string
}

export function runVectors(vectors: readonly Vector[], offers: Offers): Outcome[] {
  return vectors.map((vector) => runOne(vector, offers[vector.fn]))
}

function runOne(vector: Vector, offer: Offer | undefined): Outcome {
  const nothing = { vector, checked: 0, wrong: [], notOffered: [], stretchWrong: [], stretchPassed: 0, disputed: [] }
  if (!offer) return { ...nothing, verdict: 'not-offered' }
  const answer = answerOf(vector, offer)
  if ('thrown' in answer) return { ...nothing, verdict: 'failed', thrown: answer.thrown }
  if (saysCannot(answer.value)) {
    return vector.undefined
      ? { ...nothing, verdict: 'passed', checked: 1 }
      : { ...nothing, verdict: 'failed', thrown: 'says it cannot be computed' }
  }
  const compared = judged(vector, aligned(answer.value, vector))
  // where no answer can be had, numbers that hide the missing reason are wrong, not incomplete
  const hidden =
    vector.undefined !== undefined && compared.notOffered.length > 0
      ? `gives numbers where it should say ${vector.undefined.reason}`
      : undefined
  return hidden === undefined ? { ...nothing, ...compared } : { ...nothing, ...compared, verdict: 'failed', thrown: hidden }
}

/** Compared field by field: what counts, what is a stretch, what is disputed. */
function judged(vector: Vector, answer: Answer): Omit<Outcome, 'vector' | 'thrown'> {
  const stretch = stretchFields(vector)
  const fields = Object.entries(vector.expected).map(([field, expected]) => {
    const tolerance = stretch.get(field) ?? vector.tolerance
    return { apart: stretch.has(field), ...compare(isFields(answer) ? answer[field] : undefined, expected, tolerance, field) }
  })
  const [counted, apart] = [fields.filter((field) => !field.apart), fields.filter((field) => field.apart)]
  const differences = counted.flatMap((field) => field.wrong)
  const disputed = differences.flatMap((difference) => {
    const dispute = disputeOf(vector, difference)
    return dispute ? [{ difference, because: dispute.because }] : []
  })
  const wrong = differences.filter((difference) => !disputed.some((one) => one.difference === difference))
  const notOffered = counted.flatMap((field) => field.notOffered)
  return {
    verdict: verdictOf({ wrong, notOffered }),
    checked: fields.reduce((total, field) => total + field.checked, 0),
    wrong,
    notOffered,
    stretchWrong: apart.flatMap((field) => field.wrong),
    stretchPassed: apart.filter((field) => field.wrong.length + field.notOffered.length === 0).length,
    disputed,
  }
}

/** The answer with the columns of its loadings turned as the vector allows. */
function aligned(answer: Answer, { compare: modes, expected }: Vector): Answer {
  if (Object.keys(modes).length === 0 || !isFields(answer)) return answer
  return Object.fromEntries(
    Object.entries(answer).map(([field, value]) => {
      const [mode, wanted] = [modes[field], expected[field]]
      return [field, mode && wanted !== undefined ? alignColumns(value, wanted, mode) : value]
    }),
  )
}

function isFields(answer: Answer): answer is { readonly [field: string]: Answer } {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer)
}

function verdictOf({ wrong, notOffered }: Pick<Comparison, 'wrong' | 'notOffered'>): Outcome['verdict'] {
  if (wrong.length > 0) return 'failed'
  return notOffered.length > 0 ? 'passed-in-part' : 'passed'
}

function answerOf(vector: Vector, offer: Offer): { value: Answer } | { thrown: string } {
  try {
    return { value: offer(vector) }
  } catch (error) {
    return { thrown: error instanceof Error ? error.message : String(error) }
  }
}

function saysCannot(answer: Answer): boolean {
  return typeof answer === 'object' && answer !== null && 'cannot' in answer
}
