import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Diagnosis } from './diagnosis.ts'
import { percentOfShare } from './percent.ts'
import { en, zh } from './text.ts'

export function ResponsePanel({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel title={text.response} sentence={text.responseSays}>
      <DataTable
        label={text.response}
        plain
        rows={[...diagnosis.response.strata, diagnosis.response.total]}
        rowKey={(row) => row.stratum}
        columns={[
          { key: 'level', title: text.level, value: (row) => pick(row.name) },
          { key: 'answered', title: text.answered, kind: 'number', value: (row) => row.answered },
          {
            key: 'eligible',
            title: text.eligible,
            kind: 'number',
            value: (row) => row.eligible,
            show: (row) => row.eligible ?? text.unknown,
          },
          {
            key: 'rate',
            title: text.rate,
            kind: 'number',
            value: (row) => row.rate,
            show: (row) => (row.moreAnswersThanPeople ? text.tooMany : row.rate === null ? text.unknown : percentOfShare(row.rate)),
          },
        ]}
      />
    </Panel>
  )
}
