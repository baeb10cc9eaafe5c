import type { Difference } from './compare.ts'
import type { Outcome } from './runVectors.ts'

/** One line a function, then every failure in full, then the sums. */
export function report(outcomes: readonly Outcome[]): string {
  const functions = [...new Set(outcomes.map((outcome) => outcome.vector.fn))].sort()
  const lines = functions.map((fn) =>
    lineOf(
      fn,
      outcomes.filter((outcome) => outcome.vector.fn === fn),
    ),
  )
  const failures = outcomes.filter(fails).map(failureOf)
  const apart = [...outcomes.flatMap(stretchOf), ...outcomes.flatMap(disputesOf)]
  return [...lines, ...paragraph(failures), ...paragraph(apart), '', ...sumsOf(outcomes)].join('\n')
}

function lineOf(fn: string, outcomes: readonly Outcome[]): string {
  if (outcomes.every((outcome) => outcome.verdict === 'not-offered'))
    return `${fn.padEnd(26)} ${'not offered'.padStart(11)} (${outcomes.length})`
  const lacking = [...new Set(outcomes.flatMap((outcome) => outcome.notOffered.map((path) => path.replace(/\[\d+\]/g, '[]'))))]
  const fields =
    lacking.length > 0 ? `  without ${lacking.slice(0, 6).join(', ')}${lacking.length > 6 ? ` and ${lacking.length - 6} more` : ''}` : ''
  const passed = outcomes.filter((outcome) => outcome.verdict === 'passed' || outcome.verdict === 'passed-in-part').length
  return `${fn.padEnd(26)} ${`${passed} passed`.padStart(11)} ${`${outcomes.length - passed} failed`.padStart(10)}${fields}`
}

const paragraph = (lines: readonly string[]): string[] => (lines.length > 0 ? ['', ...lines] : [])

function stretchOf({ vector, stretchWrong }: Outcome): string[] {
  return stretchWrong.map((difference) => `stretch  ${vector.file} ${vector.name} [${vector.fn}] ${said(difference)}`)
}

function disputesOf({ vector, disputed }: Outcome): string[] {
  return disputed.map(({ difference, because }) => `disputed ${vector.file} ${vector.name} [${vector.fn}] ${said(difference)}. ${because}`)
}

const said = ({ path, got, expected }: Difference): string => `${path}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`

function failureOf({ vector, wrong, thrown }: Outcome): string {
  const shown = wrong.slice(0, 4).map(said)
  const more = wrong.length > 4 ? ` (and ${wrong.length - 4} more)` : ''
  return `FAILED ${vector.file} ${vector.name} [${vector.fn}] ${thrown ?? (wrong.length === 0 ? 'not offered' : shown.join('; '))}${more}`
}

/** A function nobody offers fails as a wrong number does; a vector that is nice to have is counted apart. */
export const fails = ({ verdict, vector }: Outcome): boolean => !vector.stretch && (verdict === 'failed' || verdict === 'not-offered')

/** What was compared, then the one line that counts. */
function sumsOf(outcomes: readonly Outcome[]): [string, string] {
  const count = (verdict: Outcome['verdict']): number => outcomes.filter((outcome) => outcome.verdict === verdict).length
  const numbers = outcomes.reduce((total, outcome) => total + outcome.checked, 0)
  const stretch = [
    outcomes.reduce((total, { stretchPassed }) => total + stretchPassed, 0),
    outcomes.filter((one) => one.stretchWrong.length > 0).length,
  ]
  const disputed = outcomes.filter((outcome) => outcome.disputed.length > 0).length
  const parts = `${count('passed-in-part')} vectors passed in part, ${count('not-offered')} not offered, ${disputed} with a disputed number`
  return [
    `${numbers} numbers compared; ${parts}; stretch fields: ${stretch[0]} passed, ${stretch[1]} failed`,
    `${count('passed') + count('passed-in-part')} passed, ${outcomes.filter(fails).length} failed`,
  ]
}
