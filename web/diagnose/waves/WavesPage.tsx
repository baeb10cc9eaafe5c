import { listWaves } from '@milepost/contract/diagnose/waves'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

export function WavesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const mayOpen = useMay('questionnaire.edit')
  const { waves } = useAsk(listWaves, {})
  const button = mayOpen && (
    <Button type="primary" onClick={() => go('/diagnose/new')}>
      {text.open}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={waves.length > 0 ? button : undefined}
        more={mayOpen ? [{ key: 'questionnaires', text: text.questionnaires, onClick: () => go('/diagnose/questionnaires') }] : []}
      />
      <DataTable
        label={text.title}
        plain
        rows={waves}
        rowKey={(row) => row.waveId}
        href={(row) => `/diagnose/${row.waveId}`}
        empty={<Empty title={text.emptyTitle} sentence={text.emptySentence} next={button} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => pick(row.name) },
          { key: 'how', title: text.how, value: (row) => text.modes[row.collects], width: 120 },
          { key: 'opened', title: text.opened, value: (row) => row.openedOn, width: 120 },
          { key: 'closed', title: text.closed, value: (row) => row.closedOn ?? text.running, width: 120 },
          {
            key: 'strata',
            title: text.strataColumn,
            value: (row) => row.strata.map((one) => `${pick(one.name)} ${one.answers}`).join(' · '),
          },
        ]}
      />
    </>
  )
}
