import { readRaterSigns } from '@milepost/contract/appraise/calibration'
import type { OutputOf } from '@milepost/contract/endpoint'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { AND } from '../words.ts'
import { en, zh } from './changeText.ts'

type Interval = OutputOf<typeof readRaterSigns>['raters'][number]['leniency']

/** How raters rate, each figure with its 95 % interval: something to talk about before voting, never a correction. */
export function SignsPanel({ cycleId }: { readonly cycleId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readRaterSigns, { cycleId })
  const raters = (answer?.raters ?? []).filter((one) => one.leniency !== null)
  if (!answer || raters.length === 0) return null
  return (
    <Panel title={text.signs} sentence={text.signsSay(answer.compared, answer.mean?.toFixed(1) ?? '')}>
      <DataTable
        label={text.signs}
        exportAs="rater-signs"
        onPhone="cards"
        rows={raters}
        rowKey={(row) => row.raterId}
        sortedBy={{ key: 'leniency', direction: 'down' }}
        columns={[
          { key: 'name', title: text.rater, value: (row) => row.name, width: 110 },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 170 },
          { key: 'n', title: text.ratees, kind: 'number', value: (row) => row.ratees, width: 80 },
          {
            key: 'leniency',
            title: text.leniency,
            kind: 'number',
            value: (row) => row.leniency?.value ?? null,
            show: (row) => said(row.leniency),
            width: 190,
          },
          {
            key: 'objective',
            title: text.aboveObjective,
            kind: 'number',
            value: (row) => row.aboveObjective?.value ?? null,
            show: (row) => said(row.aboveObjective),
            width: 190,
          },
          {
            key: 'range',
            title: text.range,
            kind: 'number',
            value: (row) => row.range,
            show: (row) => row.range?.toFixed(2) ?? '–',
            width: 90,
          },
          {
            key: 'flags',
            title: text.flags,
            value: (row) => row.flags.map((flag) => text.flagNames[flag as keyof typeof text.flagNames] ?? flag).join(pick(AND)) || '–',
            filter: true,
          },
        ]}
      />
    </Panel>
  )
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(2)}`
const said = (figure: Interval) => (figure === null ? '–' : `${signed(figure.value)} (${signed(figure.low)} … ${signed(figure.high)})`)
