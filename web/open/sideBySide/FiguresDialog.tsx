import type { OutputOf } from '@milepost/contract/endpoint'
import type { readSideBySide, SideInstitution } from '@milepost/contract/open/sideBySide'
import { Modal } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export type SideMeasures = OutputOf<typeof readSideBySide>['measures']

type FiguresDialogProps = {
  readonly institution: SideInstitution
  readonly measures: SideMeasures
  /** The mean of the scores of the measures that everybody has, and these measures; null: it is not ranked. */
  readonly mean: { readonly value: number; readonly of: readonly string[] } | null
  readonly onClose: () => void
}

/** What an institution's figures stand on: every measure as it was published, and where that was read. */
export function FiguresDialog({ institution, measures, mean, onClose }: FiguresDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { published } = institution
  if (published === null) return null
  const known = new Map(measures.map((one) => [one.code, one]))
  return (
    <Modal open width={760} title={pick(institution.name)} footer={null} onCancel={onClose}>
      <div className="mp-stack">
        <p className="mp-soft">
          {institution.source === 'here'
            ? text.fromPage(published.publishedOn, published.revision)
            : text.fromFile(published.publishedOn, published.revision)}
        </p>
        {mean !== null && <p>{text.meanOf(mean.of.length, mean.value.toFixed(1))}</p>}
        <DataTable
          label={pick(institution.name)}
          plain
          onPhone="cards"
          rows={published.figures}
          rowKey={(row) => row.code}
          columns={[
            { key: 'name', title: text.one, value: (row) => nameOf(known.get(row.code)?.name, row.code, pick) },
            {
              key: 'actual',
              title: text.actual,
              kind: 'number',
              value: (row) => row.actual,
              show: (row) => (row.actual === null ? '–' : `${row.actual} ${pick(known.get(row.code)?.unit ?? { zh: '', en: '' })}`),
              width: 120,
            },
            { key: 'target', title: text.target, kind: 'number', value: (row) => row.target, show: (row) => row.target ?? '–', width: 90 },
            { key: 'points', title: text.points, kind: 'number', value: (row) => row.score, show: (row) => row.score ?? '–', width: 90 },
            {
              key: 'counted',
              title: text.counted,
              value: (row) => (mean?.of.includes(row.code) ? text.yes : ''),
              width: 110,
            },
          ]}
        />
      </div>
    </Modal>
  )
}

const nameOf = (name: { zh: string; en: string } | undefined, code: string, pick: (words: { zh: string; en: string }) => string) =>
  name === undefined ? code : pick(name)
