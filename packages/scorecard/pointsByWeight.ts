/**
 * Shares points (whole numbers) among lines by their weights, in hundredths that add up to the points exactly: largest remainder, among
 * equals the line that comes first. Nothing to share among, or no weight at all: null for every line.
 */
export function pointsByWeight(points: number, weights: readonly number[]): (string | null)[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0) return weights.map(() => null)
  const units = points * 100
  const exactly = weights.map((weight) => ({ down: Math.floor((units * weight) / whole), left: (units * weight) % whole }))
  let spare = units - exactly.reduce((sum, { down }) => sum + down, 0)
  const order = exactly.map((_, at) => at).sort((a, b) => exactly[b]!.left - exactly[a]!.left || a - b)
  const given = exactly.map(({ down }) => down)
  for (const at of order) {
    if (spare === 0) break
    given[at] = given[at]! + 1
    spare--
  }
  return given.map((hundredths) => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`)
}
