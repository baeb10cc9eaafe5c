import type { Gap } from '@milepost/contract/run/gap'

const FEWEST_LETTERS = 4
const isReason = (text: string) => text.trim().length >= FEWEST_LETTERS

type Written = {
  readonly gaps: readonly Pick<Gap, 'key' | 'asked'>[]
  readonly reasons: Readonly<Record<string, string>>
  readonly rest: string
}

/** The reasons as they are sent; `unexplained`: so many gaps have none, of their own or that of the rest; a request that waits for its answer is never left under that of the rest. */
export function waiversOf({ gaps, reasons, rest }: Written) {
  const waivers = gaps.flatMap(({ key }) => {
    const reason = (reasons[key] ?? '').trim()
    return isReason(reason) ? [{ key, reason }] : []
  })
  const waiveRest = isReason(rest) ? rest.trim() : null
  const own = new Set(waivers.map(({ key }) => key))
  return { waivers, waiveRest, unexplained: gaps.filter(({ key, asked }) => !own.has(key) && (waiveRest === null || asked)).length }
}
