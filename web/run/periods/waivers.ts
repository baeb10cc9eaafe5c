import type { Gap } from '@milepost/contract/run/gap'

const FEWEST_LETTERS = 4
const isReason = (text: string) => text.trim().length >= FEWEST_LETTERS

type Written = {
  readonly gaps: readonly Pick<Gap, 'key'>[]
  readonly reasons: Readonly<Record<string, string>>
  readonly rest: string
}

/** The reasons as they are sent; `explained`: every gap has one, its own or that of the rest. */
export function waiversOf({ gaps, reasons, rest }: Written) {
  const waivers = gaps.flatMap(({ key }) => {
    const reason = (reasons[key] ?? '').trim()
    return isReason(reason) ? [{ key, reason }] : []
  })
  const waiveRest = isReason(rest) ? rest.trim() : null
  return { waivers, waiveRest, explained: waivers.length === gaps.length || waiveRest !== null }
}
