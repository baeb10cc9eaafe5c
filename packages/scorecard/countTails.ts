/** ln n! summed directly: counts here are of units and periods, hundreds at most a few thousand. */
function logFactorial(n: number): number {
  let sum = 0
  for (let factor = 2; factor <= n; factor++) sum += Math.log(factor)
  return sum
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** Chance of at least k heads in n throws of a fair coin. */
export function atLeastInBinomial(k: number, n: number): number {
  let chance = 0
  for (let heads = Math.max(0, k); heads <= n; heads++) chance += Math.exp(logChoose(n, heads) - n * Math.LN2)
  return Math.min(1, chance)
}

/** Chance of at least k marked ones among `drawn` from `all` of which `marked` are marked (one-sided Fisher test). */
export function atLeastInHypergeometric(k: number, { drawn, marked, all }: { drawn: number; marked: number; all: number }): number {
  let chance = 0
  const whole = logChoose(all, drawn)
  for (let got = Math.max(k, drawn + marked - all, 0); got <= Math.min(drawn, marked); got++)
    chance += Math.exp(logChoose(marked, got) + logChoose(all - marked, drawn - got) - whole)
  return Math.min(1, chance)
}
