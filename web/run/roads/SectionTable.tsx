import type { SectionRow } from '@milepost/contract/run/inspections'
import type { ConditionIndex } from '@milepost/terms/road'
import type { Column } from '../../parts/Column.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { GradeMark } from './GradeMark.tsx'
import { stakeText } from './strips.ts'
import { en, zh } from './text.ts'

const SHOWN: readonly ConditionIndex[] = ['MQI', 'PQI', 'PCI', 'RQI', 'RDI', 'SRI']
const MORE: readonly ConditionIndex[] = ['PBI', 'PWI', 'PSSI', 'SCI', 'BCI', 'TCI']

type SectionTableProps = { readonly sections: readonly SectionRow[]; readonly onOpen: (inspectionId: string) => void }

export function SectionTable({ sections, onOpen }: SectionTableProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const indexColumn = (index: ConditionIndex): Column<SectionRow> => ({
    key: index,
    title: index,
    kind: 'number',
    value: (row) => row.indices[index]?.value ?? null,
    show: (row) => {
      const own = row.indices[index]
      return own === undefined ? '–' : <IndexCell value={own.value} grade={own.grade} />
    },
    hiddenAtFirst: MORE.includes(index),
    width: 80,
  })
  return (
    <DataTable
      label={text.sectionsTitle}
      exportAs="road-sections"
      onPhone="cards"
      rows={sections}
      rowKey={(row) => row.inspectionId}
      columns={[
        {
          key: 'stake',
          title: text.stake,
          value: (row) => `${row.route} ${stakeText(row.fromM)}–${stakeText(row.toM)}`,
          show: (row) => (
            <button type="button" className="mp-text-button" onClick={() => onOpen(row.inspectionId)}>
              {row.route} {stakeText(row.fromM)}–{stakeText(row.toM)}
            </button>
          ),
          width: 190,
        },
        { key: 'route', title: text.route, value: (row) => row.route, filter: true, hiddenAtFirst: true, width: 90 },
        { key: 'direction', title: text.direction, value: (row) => text.directions[row.direction], filter: true, width: 84 },
        { key: 'class', title: text.roadClass, value: (row) => text.classes[row.roadClass], filter: true, width: 100 },
        {
          key: 'pavement',
          title: text.pavement,
          value: (row) => text.pavements[row.pavement],
          filter: true,
          hiddenAtFirst: true,
          width: 90,
        },
        { key: 'unit', title: text.unit, value: (row) => (row.unit === null ? '' : pick(row.unit)), filter: true },
        ...SHOWN.map(indexColumn),
        ...MORE.map(indexColumn),
        { key: 'missing', title: text.missing, value: (row) => row.missing.join(' '), hiddenAtFirst: true },
        { key: 'disputed', title: text.disputed, value: (row) => row.disputed.join(' '), width: 110 },
      ]}
    />
  )
}

function IndexCell({ value, grade }: NonNullable<SectionRow['indices']['MQI']>) {
  return (
    <>
      {value} <GradeMark grade={grade} />
    </>
  )
}
