import type { TriedWeights } from '@milepost/contract/run/dryRunCards'

/** "PQI:120,QQ:50" as it stands in the address; what cannot be read is left out. */
export function readTried(kept: string | null): TriedWeights {
  const pairs = (kept ?? '').split(',').map((part) => /^(.+):(\d{1,4})$/.exec(part))
  return Object.fromEntries(pairs.flatMap((found) => (found ? [[found[1] ?? '', Number(found[2])]] : [])))
}

/** null: every weight is as designed. */
export function triedText(tried: TriedWeights): string | null {
  const moved = Object.entries(tried).filter(([, share]) => share !== 100)
  return moved.length === 0 ? null : moved.map(([code, share]) => `${code}:${share}`).join(',')
}
