import type { PictureUnit } from '@milepost/contract/reward/picture'
import { yuanOfFen } from '../../parts/figures.ts'
import { useLanguage } from '../../platform/language.tsx'
import './pool.css'

/** Units as bars of the amount per head, with share and head count in words. */
export function UnitBars({ units }: { readonly units: readonly PictureUnit[] }) {
  const { pick } = useLanguage()
  const most = Math.max(1, ...units.map((unit) => unit.perHeadFen ?? 0))
  return (
    <ul className="mp-unit-bars">
      {units.map((unit) => (
        <li key={unit.unitId} title={pick(unit.text)}>
          <span>{pick(unit.name)}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width={((unit.perHeadFen ?? 0) / most) * 100} height="10" rx="1" fill="var(--mp-accent)" opacity="0.75" />
          </svg>
          <span className="mp-figures">{yuanOfFen(unit.perHeadFen)}</span>
          <span className="mp-figures mp-soft">
            {yuanOfFen(unit.amountFen)} / {unit.people}
          </span>
        </li>
      ))}
    </ul>
  )
}
