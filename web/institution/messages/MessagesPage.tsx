import type { OutputOf } from '@milepost/contract/endpoint'
import { downloadMyCalendar, markMessagesRead, readMessages, setMessageAddress } from '@milepost/contract/institution/messages'
import { Alert, Button, Input, Select, Space, Tag } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useActor } from '../../platform/session.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

/** What the program has told this person, and where else it is told. */
export function MessagesPage() {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const { messages, address, mailGoesOut } = useAsk(readMessages, {})
  const reading = useDo(markMessagesRead)
  const { personId } = useActor()
  const unread = messages.some((one) => !one.isRead)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={
          <Space wrap>
            {messages.some((one) => one.dueOn !== null) && (
              <Button onClick={() => void download(downloadMyCalendar, { language }).then(saveFile)}>{text.calendar}</Button>
            )}
            {unread && (
              <Button loading={reading.busy} onClick={() => reading.start({})}>
                {text.readAll}
              </Button>
            )}
          </Space>
        }
      />
      <DataTable
        label={text.title}
        onPhone="cards"
        rows={messages}
        rowKey={(row) => row.messageId}
        empty={<Empty title={text.none} sentence={text.noneSays} />}
        columns={[
          {
            key: 'subject',
            title: text.subject,
            value: (row) => `${pick(row.subject)} ${pick(row.body)}`,
            show: (row) => (
              <>
                {!row.isRead && <Tag color="blue">{text.unread}</Tag>}
                <PageLink href={row.href}>{pick(row.subject)}</PageLink>
                <div className="mp-soft">{pick(row.body)}</div>
              </>
            ),
          },
          { key: 'due', title: text.due, value: (row) => row.dueOn ?? '–', width: 120 },
          { key: 'at', title: text.at, value: (row) => dayOf(row.at), width: 120 },
        ]}
      />
      {personId !== null && <AddressPanel key={address.email} address={address} mailGoesOut={mailGoesOut} />}
    </>
  )
}

type AddressPanelProps = { readonly address: OutputOf<typeof readMessages>['address']; readonly mailGoesOut: boolean }

function AddressPanel({ address, mailGoesOut }: AddressPanelProps) {
  const text = useText({ zh, en })
  const saving = useDo(setMessageAddress)
  const wrong = useFieldError(saving.refused)
  const [email, setEmail] = useState(address.email)
  const [language, setLanguage] = useState(address.language)
  return (
    <Panel title={text.address} sentence={text.addressSays(mailGoesOut)}>
      {saving.refused && wrong('/email') === undefined && <RefusalNote refused={saving.refused} />}
      {saving.outcome && <Alert type="success" showIcon role="status" title={text.saved} />}
      <Field label={text.email} error={wrong('/email')}>
        {({ status, ...control }) => (
          <Input
            {...control}
            {...(status === undefined ? {} : { status })}
            type="email"
            style={{ maxWidth: 360 }}
            value={email}
            onChange={(event) => setEmail(event.target.value.trim())}
          />
        )}
      </Field>
      <Field label={text.language}>
        {({ status: _status, ...control }) => (
          <Select<'zh' | 'en'>
            {...control}
            style={{ width: 160 }}
            value={language}
            onChange={setLanguage}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        )}
      </Field>
      <Button type="primary" loading={saving.busy} onClick={() => saving.start({ email, language })}>
        {text.save}
      </Button>
    </Panel>
  )
}
