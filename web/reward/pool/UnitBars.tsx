import type { PictureUnit } from '@milepost/contract/reward/picture'
import { yuanOfFen } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import './pool.css'
import { en, zh } from './text.ts'

/** Units as bars of the amount per head, with share and head count in words. */
export function UnitBars({ units }: { readonly units: readonly PictureUnit[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const most = Math.max(1, ...units.map((unit) => unit.perHeadFen ?? 0))
  return (
    <ul className="mp-unit-bars">
      {units.map((unit) => (
        <li key={unit.unitId} title={pick(unit.text)}>
          <span>{pick(unit.name)}</span>
          <meter
            min={0}
            max={most}
            value={unit.perHeadFen ?? 0}
            aria-label={`${pick(unit.name)} ${text.perHead} ${yuanOfFen(unit.perHeadFen)}`}
          />
          <span className="mp-figures">{yuanOfFen(unit.perHeadFen)}</span>
          <span className="mp-figures mp-soft">
            {yuanOfFen(unit.amountFen)} / {unit.people}
          </span>
        </li>
      ))}
    </ul>
  )
}
