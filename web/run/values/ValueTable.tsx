import type { ValueView } from '@milepost/contract/run/values'
import type { ReactNode } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { StateSign } from '../StateSign.tsx'
import { minuteOf, VALUE_STATES } from '../words.ts'
import { en, zh } from './text.ts'

const CHECK_SIGNS = { verified: '✓', returned: '↩', none: '○', notNeeded: '–' } as const

/** Only figures are verified: what does not apply is granted instead. */
const checkOf = ({ check, state }: ValueView): keyof typeof CHECK_SIGNS =>
  check !== null ? check.verdict : state === 'reported' || state === 'estimated' ? 'none' : 'notNeeded'

type ValueTableProps = { readonly values: readonly ValueView[]; readonly empty: ReactNode; readonly onOpen: (valueId: string) => void }

export function ValueTable({ values, empty, onOpen }: ValueTableProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const parts = (row: ValueView) =>
    row.numerator === null && row.denominator === null ? '' : `${written(row.numerator)} / ${written(row.denominator)}`
  return (
    <DataTable
      label={text.title}
      exportAs="values"
      onPhone="cards"
      rows={values}
      rowKey={(row) => row.valueId}
      empty={empty}
      columns={[
        {
          key: 'measure',
          title: text.measure,
          value: (row) => `${row.measure.code} ${pick(row.measure.name)}`,
          show: (row) => (
            <button type="button" className="mp-text-button" onClick={() => onOpen(row.valueId)}>
              {row.measure.code} {pick(row.measure.name)}
            </button>
          ),
          filter: true,
        },
        { key: 'holder', title: text.holder, value: (row) => pick(row.holderName) },
        { key: 'period', title: text.period, value: (row) => row.period.code, filter: true, width: 100 },
        {
          key: 'state',
          title: text.state,
          value: (row) => pick(VALUE_STATES[row.state]),
          show: (row) => <StateSign sign={VALUE_STATES[row.state]} />,
          filter: true,
          width: 140,
        },
        {
          key: 'check',
          title: text.check,
          value: (row) => text.checks[checkOf(row)],
          show: (row) => (
            <span data-check={checkOf(row)}>
              {CHECK_SIGNS[checkOf(row)]} {text.checks[checkOf(row)]}
            </span>
          ),
          filter: true,
          width: 120,
        },
        {
          key: 'actual',
          title: text.value,
          kind: 'number',
          value: (row) => row.actual,
          show: (row) => (row.actual === null ? '–' : written(row.actual, row.measure.digits)),
          width: 110,
        },
        { key: 'unit', title: text.unitOf, value: (row) => pick(row.measure.unit), width: 110 },
        { key: 'parts', title: text.parts, value: parts, hiddenAtFirst: true },
        { key: 'n', title: text.n, kind: 'number', value: (row) => row.n, hiddenAtFirst: true, width: 90 },
        { key: 'revision', title: text.revision, kind: 'number', value: (row) => row.revision, width: 80 },
        { key: 'recorded', title: text.recorded, value: (row) => text.by(row.recordedBy, minuteOf(row.recordedAt)), width: 250 },
        { key: 'source', title: text.source, value: (row) => row.source, hiddenAtFirst: true, filter: true },
        { key: 'note', title: text.note, value: (row) => row.note, hiddenAtFirst: true },
      ]}
    />
  )
}
