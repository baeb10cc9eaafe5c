import { Refusal } from '@milepost/contract/refusals'
import { factorFindings, type PaySettings } from '@milepost/contract/reward/factors'

/** Factors that do not fit are neither computed with nor published. */
export function refuseUnfit(settings: PaySettings, mustCut: Parameters<typeof factorFindings>[1]): void {
  const blocking = factorFindings(settings, mustCut).filter((finding) => finding.severity === 'blocks')
  if (blocking.length === 0) return
  throw new Refusal('pay-factors-not-fit', {
    findings: blocking.map(({ message }) => message.zh),
    findingsEn: blocking.map(({ message }) => message.en),
  })
}
