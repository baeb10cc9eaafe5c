import { Alert } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Diagnosis } from './diagnosis.ts'
import { percentOfShare } from './percent.ts'
import { en, zh } from './text.ts'

export function ResponsePanel({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { wave } = diagnosis
  const isRounded = wave.collects === 'online' && wave.mode === 'anonymous' && wave.closedOn === null
  return (
    <Panel title={text.response} sentence={text.responseSays} acts={<a href={`/diagnose/${wave.waveId}/statistics`}>{text.statistics}</a>}>
      {isRounded && <Alert type="info" showIcon title={text.responseRounded} style={{ marginBottom: 12 }} />}
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
