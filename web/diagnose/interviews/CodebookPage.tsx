import { exportCodes, importCodebook, importCodes, readCodes } from '@milepost/contract/diagnose/voices'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { ImportPanel } from '../../parts/ImportPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDoing } from '../../platform/asking.ts'
import { download, upload } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { CodeDialog } from './CodeDialog.tsx'
import type { CodeRow } from './given.ts'
import { en, zh } from './text.ts'

export function CodebookPage() {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const { codes } = useAsk(readCodes, {})
  const [editing, setEditing] = useState<CodeRow | 'new' | null>(null)
  const fetching = useDoing(async (format: 'csv' | 'qdc') => saveFile(await download(exportCodes, { format, language })))
  return (
    <>
      <PageHead
        title={text.codebookTitle}
        sentence={text.codebookSentence}
        primary={
          <Button type="primary" onClick={() => setEditing('new')}>
            {text.addCode}
          </Button>
        }
        more={[
          { key: 'csv', text: text.exportCsv, onClick: () => fetching.start('csv') },
          { key: 'qdc', text: text.exportQdc, onClick: () => fetching.start('qdc') },
        ]}
      />
      {fetching.refused && <RefusalNote refused={fetching.refused} />}
      <Panel>
        <DataTable
          label={text.codebookTitle}
          rows={codes}
          rowKey={(row) => row.code}
          onPhone="cards"
          columns={[
            {
              key: 'code',
              title: text.code,
              value: (row) => row.code,
              show: (row) => (row.parent === null ? row.code : `└ ${row.code}`),
              width: 170,
            },
            { key: 'name', title: text.name, value: (row) => pick(row.name) },
            { key: 'kind', title: '', value: (row) => text.kinds[row.kind], filter: true, width: 100 },
            { key: 'description', title: text.description, value: (row) => row.description },
            { key: 'uses', title: text.uses, kind: 'number', value: (row) => row.passages, width: 100 },
            { key: 'retired', title: text.retired, value: (row) => (row.retired ? text.retired : ''), width: 90 },
            {
              key: 'acts',
              title: '',
              acts: true,
              value: () => null,
              show: (row) =>
                row.own && (
                  <Button size="small" onClick={() => setEditing(row)}>
                    {text.change}
                  </Button>
                ),
              width: 120,
            },
          ]}
        />
      </Panel>
      <Panel title={text.importCodes}>
        <ImportPanel
          mapsColumns
          sentence={text.importCodesSay}
          send={(file, step, columns) => upload(importCodes, columns ? { step, columns } : { step }, file)}
        />
      </Panel>
      <Panel title={text.importQdc}>
        <ImportPanel accept=".qdc" sentence={text.importQdcSay} send={(file, step) => upload(importCodebook, { step }, file)} />
      </Panel>
      {editing !== null && <CodeDialog code={editing === 'new' ? null : editing} codes={codes} onClose={() => setEditing(null)} />}
    </>
  )
}
