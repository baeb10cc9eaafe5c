import { STATUSES, type StatusCode } from '@milepost/terms/status'

const isStatus = (code: string): code is StatusCode => code in STATUSES

/** A band as one of the house's signs; a scheme of its own may have bands the house has no sign for. */
export const bandSign = (band: string | null): { status?: StatusCode } => (band !== null && isStatus(band) ? { status: band } : {})
