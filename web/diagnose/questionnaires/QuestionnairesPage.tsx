import { compareQuestionnaires, listDrafts } from '@milepost/contract/diagnose/drafts'
import { listQuestionnaires } from '@milepost/contract/diagnose/waves'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CompareTable } from './CompareTable.tsx'
import { FileDialog } from './FileDialog.tsx'
import { StartDialog, type StartFrom } from './StartDialog.tsx'
import { en, zh } from './text.ts'

export function QuestionnairesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { drafts } = useAsk(listDrafts, {})
  const { questionnaires } = useAsk(listQuestionnaires, {})
  const [starting, setStarting] = useState<StartFrom | null>(null)
  const [readingFile, setReadingFile] = useState(false)
  const [pair, setPair] = useState<{ questionnaireId: string; before: string } | null>(null)
  const comparison = useAskMaybe(compareQuestionnaires, pair)
  const beforeOf = (row: (typeof questionnaires)[number]) =>
    questionnaires.find((one) => one.code === row.code && one.version === row.version - 1)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: '/diagnose', text: text.surveys }}
        more={[{ key: 'file', text: text.importFile, onClick: () => setReadingFile(true) }]}
        primary={
          <Button type="primary" onClick={() => setStarting({ code: '', title: { zh: '', en: '' }, questionnaireId: null })}>
            {text.new}
          </Button>
        }
      />
      <Panel title={text.drafts}>
        <DataTable
          label={text.drafts}
          plain
          rows={drafts}
          rowKey={(row) => row.draftId}
          href={(row) => `/diagnose/drafts/${row.draftId}`}
          empty={<Empty title={text.noDrafts} sentence={text.noDraftsSay} />}
          columns={[
            { key: 'name', title: text.name, value: (row) => pick(row.title) || row.code },
            { key: 'code', title: text.code, value: (row) => row.code, width: 140 },
            { key: 'items', title: text.items, kind: 'number', value: (row) => row.items, width: 80 },
            { key: 'changed', title: text.changed, value: (row) => text.by(row.changedBy, dayOf(row.changedAt)), width: 220 },
          ]}
        />
      </Panel>
      <Panel title={text.versions}>
        <DataTable
          label={text.versions}
          plain
          rows={questionnaires}
          rowKey={(row) => row.questionnaireId}
          empty={<Empty title={text.noVersions} sentence={text.noVersionsSay} />}
          columns={[
            { key: 'name', title: text.name, value: (row) => pick(row.title) },
            { key: 'code', title: text.code, value: (row) => row.code, width: 140 },
            { key: 'version', title: text.version, kind: 'number', value: (row) => row.version, width: 80 },
            { key: 'items', title: text.items, kind: 'number', value: (row) => row.items, width: 80 },
            {
              key: 'hash',
              title: text.hash,
              value: (row) => row.hash,
              show: (row) => <code title={row.hash}>{row.hash.slice(0, 12)}</code>,
              width: 140,
            },
            {
              key: 'acts',
              title: '',
              value: () => null,
              acts: true,
              width: 300,
              show: (row) => {
                const before = beforeOf(row)
                return (
                  <>
                    <Button
                      size="small"
                      onClick={() => setStarting({ code: row.code, title: row.title, questionnaireId: row.questionnaireId })}
                    >
                      {text.copy}
                    </Button>{' '}
                    {before && (
                      <Button
                        size="small"
                        onClick={() => setPair({ questionnaireId: row.questionnaireId, before: before.questionnaireId })}
                      >
                        {text.compare}
                      </Button>
                    )}
                  </>
                )
              },
            },
          ]}
        />
      </Panel>
      {readingFile && <FileDialog onClose={() => setReadingFile(false)} />}
      {starting && <StartDialog from={starting} onClose={() => setStarting(null)} />}
      {pair && (
        <Modal open width={980} title={text.compareTitle} footer={null} onCancel={() => setPair(null)}>
          <p>{text.same}</p>
          <CompareTable items={comparison.answer?.items ?? []} />
        </Modal>
      )}
    </>
  )
}
