import { downloadPrivacyPaper, publishPrivacyNotice, readReceipts } from '@milepost/contract/open/privacy'
import { Button, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDo, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import '../open.css'
import { RetentionPanel } from './RetentionPanel.tsx'
import { en, zh } from './text.ts'

/** Everything that keeping personal data asks of the office. */
export function PrivacyPage() {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  const { version, contact, read, accounts, missing } = useAsk(readReceipts, {})
  const [publishing, setPublishing] = useState(false)
  const paper = useDoing(async (which: 'register' | 'impact') => saveFile(await download(downloadPrivacyPaper, { paper: which, language })))
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={
          <Button type="primary" onClick={() => setPublishing(true)}>
            {text.publish}
          </Button>
        }
      />
      <div className="mp-sheets">
        <Panel title={text.notice} sentence={text.noticeSays}>
          <p>{version === null ? text.none : text.version(version, read, accounts)}</p>
          {missing.length > 0 && (
            <details>
              <summary>{text.missing(missing.length)}</summary>
              <DataTable
                label={text.missing(missing.length)}
                rows={missing}
                rowKey={(row) => row.accountId}
                columns={[
                  { key: 'name', title: text.name, value: (row) => row.name },
                  { key: 'username', title: text.username, value: (row) => row.username },
                ]}
              />
            </details>
          )}
        </Panel>
        <RetentionPanel />
        <Panel title={text.papers} sentence={text.papersSay}>
          {paper.refused && <RefusalNote refused={paper.refused} />}
          <Space wrap>
            {(['register', 'impact'] as const).map((which) => (
              <Button key={which} loading={paper.busy} onClick={() => paper.start(which)}>
                {text[which]}
              </Button>
            ))}
          </Space>
        </Panel>
      </div>
      {publishing && <PublishDialog before={contact} onClose={() => setPublishing(false)} />}
    </>
  )
}

const SHORTEST = 3

function PublishDialog({ before, onClose }: { readonly before: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const publishing = useDo(publishPrivacyNotice)
  const [contact, setContact] = useState(before)
  const publish = async () => {
    await publishing.run({ contact })
    onClose()
  }
  return (
    <Modal
      open
      title={text.publish}
      okText={text.publish}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void publish().catch(() => undefined)}
      confirmLoading={publishing.busy}
      okButtonProps={{ disabled: contact.trim().length < SHORTEST }}
    >
      <div className="mp-form">
        <p>{text.noticeSays}</p>
        {publishing.refused && <RefusalNote refused={publishing.refused} />}
        <Field label={text.contact}>
          {(control) => <Input {...control} maxLength={200} value={contact} onChange={({ target }) => setContact(target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
