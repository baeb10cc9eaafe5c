import type { OutputOf } from '@milepost/contract/endpoint'
import type { RatesView, readInspections } from '@milepost/contract/run/inspections'
import { CONDITION_INDICES } from '@milepost/terms/road'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Row = OutputOf<typeof readInspections>['rates'][number]

const percent = (view: RatesView, which: 'excellent' | 'goodOrBetter' | 'poorOrWorse') => view?.[which].percent ?? null
const shown = (figure: string | null) => (figure === null ? '?' : `${written(figure, 1)}%`)

/** Length-weighted rates of the whole network. */
export function RatesPanel({ rates }: { readonly rates: readonly Row[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const whole = rates.find((row) => row.unitId === null)
  return (
    <Panel title={whole ? pick(whole.name) : text.network} sentence={text.everyRoad}>
      {whole !== undefined &&
        (['mqi', 'pqi'] as const).map((key) => {
          const view = whole[key]
          const index = key === 'mqi' ? 'MQI' : 'PQI'
          return (
            <section key={key} className="mp-road-rates">
              <h3>{text.ofIndex(index, pick(CONDITION_INDICES[index]))}</h3>
              <Facts
                facts={[
                  { key: 'mean', name: text.mean, value: written(view?.mean ?? null, 2) },
                  { key: 'excellent', name: text.excellent, value: shown(percent(view, 'excellent')) },
                  { key: 'good', name: text.goodOrBetter, value: shown(percent(view, 'goodOrBetter')) },
                  { key: 'poor', name: text.poorOrWorse, value: shown(percent(view, 'poorOrWorse')) },
                  { key: 'km', name: text.assessed, value: `${written(view?.km ?? null, 1)} km` },
                  { key: 'unassessed', name: text.unassessed, value: `${written(view?.unassessedKm ?? null, 1)} km` },
                ]}
              />
            </section>
          )
        })}
    </Panel>
  )
}

/** The same unit by unit; a unit's roads are those of the units below too. */
export function UnitRatesPanel({ rates }: { readonly rates: readonly Row[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const units = rates.filter((row) => row.unitId !== null)
  if (units.length === 0) return null
  return (
    <Panel title={text.units}>
      <DataTable
        label={text.units}
        plain
        onPhone="cards"
        rows={units}
        rowKey={(row) => row.unitId ?? ''}
        columns={[
          { key: 'unit', title: text.unit, value: (row) => pick(row.name) },
          { key: 'sections', title: text.sections, kind: 'number', value: (row) => row.sections, width: 90 },
          {
            key: 'km',
            title: text.km,
            kind: 'number',
            value: (row) => row.mqi?.km ?? null,
            show: (row) => written(row.mqi?.km ?? null, 1),
            width: 120,
          },
          {
            key: 'mqi',
            title: 'MQI',
            kind: 'number',
            value: (row) => row.mqi?.mean ?? null,
            show: (row) => written(row.mqi?.mean ?? null, 2),
            width: 90,
          },
          {
            key: 'mqi-good',
            title: `MQI ${text.goodOrBetter}`,
            kind: 'number',
            value: (row) => percent(row.mqi, 'goodOrBetter'),
            show: (row) => shown(percent(row.mqi, 'goodOrBetter')),
            width: 150,
          },
          {
            key: 'pqi',
            title: 'PQI',
            kind: 'number',
            value: (row) => row.pqi?.mean ?? null,
            show: (row) => written(row.pqi?.mean ?? null, 2),
            width: 90,
          },
          {
            key: 'pqi-poor',
            title: `PQI ${text.poorOrWorse}`,
            kind: 'number',
            value: (row) => percent(row.pqi, 'poorOrWorse'),
            show: (row) => shown(percent(row.pqi, 'poorOrWorse')),
            width: 150,
          },
        ]}
      />
    </Panel>
  )
}
