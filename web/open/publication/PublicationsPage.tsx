import { listPublications } from '@milepost/contract/open/publications'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { PrepareDialog } from './PrepareDialog.tsx'
import { stateWord } from './stateWord.ts'
import { en, zh } from './text.ts'

export function PublicationsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { publications } = useAsk(listPublications, {})
  const mayPrepare = useMay('publication.prepare')
  const [preparing, setPreparing] = useState(false)
  const button = mayPrepare && (
    <Button type="primary" onClick={() => setPreparing(true)}>
      {text.prepare}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={publications.length > 0 ? button : undefined}
        more={[{ key: 'public', text: text.publicPage, onClick: () => window.open('/public', '_blank', 'noopener') }]}
      />
      <DataTable
        label={text.title}
        plain
        rows={publications}
        rowKey={(row) => row.publicationId}
        href={(row) => `/open/publications/${row.publicationId}`}
        empty={<Empty title={text.emptyTitle} sentence={text.emptySentence} next={button} />}
        columns={[
          { key: 'year', title: text.year, value: (row) => String(row.year), width: 90 },
          { key: 'revision', title: text.revision, kind: 'number', value: (row) => row.revision, width: 90 },
          {
            key: 'state',
            title: text.state,
            value: (row) => stateWord(row, text),
            width: 150,
          },
          { key: 'prepared', title: text.prepared, value: (row) => `${dayOf(row.preparedAt)} ${row.preparedBy}` },
          {
            key: 'published',
            title: text.published,
            value: (row) => (row.publishedAt ? `${dayOf(row.publishedAt)} ${row.publishedBy}` : ''),
          },
          { key: 'reason', title: text.reason, value: (row) => pick(row.reason) },
        ]}
      />
      {preparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </>
  )
}
