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
  const failures = outcomes.filter((outcome) => outcome.verdict === 'failed').map(failureOf)
  return [...lines, ...(failures.length > 0 ? ['', ...failures] : []), '', sumsOf(outcomes)].join('\n')
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

function failureOf({ vector, wrong, thrown }: Outcome): string {
  const shown = wrong
    .slice(0, 4)
    .map(({ path, got, expected }) => `${path}: got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`)
  const more = wrong.length > 4 ? ` (and ${wrong.length - 4} more)` : ''
  return `FAILED ${vector.file} ${vector.name} [${vector.fn}] ${thrown ?? shown.join('; ')}${more}`
}

function sumsOf(outcomes: readonly Outcome[]): string {
  const count = (verdict: Outcome['verdict']): number => outcomes.filter((outcome) => outcome.verdict === verdict).length
  const numbers = outcomes.reduce((total, outcome) => total + outcome.checked, 0)
  const passed = `${count('passed') + count('passed-in-part')} passed (${count('passed-in-part')} in part)`
  return `${passed}, ${count('failed')} failed, ${count('not-offered')} not offered; ${numbers} numbers compared`
}
