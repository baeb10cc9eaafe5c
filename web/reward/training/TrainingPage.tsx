import { importTraining, listTraining, trainingTemplate } from '@milepost/contract/reward/recognition'
import { Select } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { ImportPanel } from '../../parts/ImportPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAskMaybe, useDoing } from '../../platform/asking.ts'
import { download, upload } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { today } from '../../platform/today.ts'
import { en, zh } from './text.ts'

const YEARS_SHOWN = 6

/** Who finished which training, and how to bring in a list of it. */
export function TrainingPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const thisYear = Number(today().slice(0, 4))
  const [named, setNamed] = useAddressValue('year')
  const year = /^\d{4}$/.test(named ?? '') ? Number(named) : thisYear
  const { answer } = useAskMaybe(listTraining, { year })
  // reads everything shown again once a file is in
  const saved = useDoing(async () => undefined)
  const lines = answer?.lines ?? []
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={
          <Select
            aria-label={text.year}
            value={year}
            onChange={(next) => setNamed(String(next))}
            options={Array.from({ length: YEARS_SHOWN }, (_, at) => ({ value: thisYear - at, label: String(thisYear - at) }))}
          />
        }
      />
      <div className="mp-stack">
        {answer && lines.length > 0 && (
          <Panel>
            <Facts
              large
              facts={[
                {
                  key: 'hours',
                  name: text.whole,
                  value: lines.reduce((sum, { hours }) => sum + Number(hours), 0).toFixed(1),
                  note: text.people(new Set(lines.map(({ personId }) => personId)).size, answer.people),
                },
              ]}
            />
          </Panel>
        )}
        <DataTable
          label={text.title}
          rows={lines}
          rowKey={(row) => row.creditId}
          exportAs={`${text.fileName}-${year}`}
          onPhone="cards"
          href={(row) => `/reward/people/${row.personId}?year=${year}`}
          empty={<Empty title={text.emptyTitle} sentence={text.empty} />}
          columns={[
            { key: 'person', title: text.person, value: (row) => row.name, width: 120 },
            { key: 'no', title: text.no, value: (row) => row.employeeNo, width: 110 },
            { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 170 },
            { key: 'course', title: text.course, value: (row) => row.course },
            { key: 'day', title: text.day, value: (row) => row.finishedOn, width: 120 },
            { key: 'hours', title: text.hours, kind: 'number', value: (row) => Number(row.hours), show: (row) => row.hours, width: 90 },
            { key: 'document', title: text.document, value: (row) => row.document, width: 180 },
          ]}
        />
        <Panel title={text.import}>
          <ImportPanel
            send={(file, step, columns) => upload(importTraining, { step, ...(columns === undefined ? {} : { columns }) }, file)}
            mapsColumns
            sentence={text.importSays}
            template={(language) => download(trainingTemplate, { language })}
            onSaved={() => saved.start(undefined)}
          />
        </Panel>
      </div>
    </>
  )
}
