import { STATUSES, type StatusCode } from '@milepost/terms/status'
import { StatusMark } from '../parts/StatusMark.tsx'

/** A band as it is stored, shown as a status; anything unknown is shown as missing. */
export function BandMark({ band }: { readonly band: string }) {
  const known = Object.hasOwn(STATUSES, band)
  return <StatusMark status={known ? (band as StatusCode) : 'missing'} />
}
