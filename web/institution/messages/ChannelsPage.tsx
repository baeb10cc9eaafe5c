import type { OutputOf } from '@milepost/contract/endpoint'
import { channelKind, readChannels, saveChannel, tryChannel } from '@milepost/contract/institution/messages'
import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Channel = OutputOf<typeof readChannels>['channels'][number]
type Asked = { readonly what: 'edit'; readonly of: Channel | null } | { readonly what: 'trial'; readonly of: Channel }

/** Where messages go out, how many did, and on which days reminders were worked through. */
export function ChannelsPage() {
  const text = useText({ zh, en })
  const { channels, days } = useAsk(readChannels, {})
  const [asked, setAsked] = useState<Asked | null>(null)
  const [tried, setTried] = useState<OutputOf<typeof tryChannel> | null>(null)
  const add = (
    <Button type="primary" onClick={() => setAsked({ what: 'edit', of: null })}>
      {text.add}
    </Button>
  )
  return (
    <>
      <PageHead title={text.channelsTitle} sentence={text.channelsSentence} primary={channels.length > 0 ? add : undefined} />
      <div className="mp-stack">
        {tried && (
          <Alert
            type={tried.sent ? 'success' : 'error'}
            showIcon
            role="status"
            title={tried.sent ? text.trialSent : text.trialFailed(tried.error)}
          />
        )}
        <DataTable
          label={text.channelsTitle}
          onPhone="cards"
          rows={channels}
          rowKey={(row) => row.channelId}
          empty={<Empty title={text.noChannels} sentence={text.noChannelsSay} next={add} />}
          columns={[
            { key: 'name', title: text.name, value: (row) => row.name, width: 140 },
            { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], filter: true, width: 160 },
            { key: 'address', title: text.addressField, value: (row) => row.shownAddress },
            { key: 'active', title: text.active, value: (row) => (row.active ? text.yes : text.no), width: 80 },
            {
              key: 'counts',
              title: text.counts,
              value: (row) => [text.countsOf(row.sent, row.waiting, row.failed), row.lastError].filter((one) => one !== '').join(' · '),
            },
            {
              key: 'acts',
              title: '',
              acts: true,
              value: () => '',
              show: (row: Channel) => (
                <Space>
                  <Button size="small" onClick={() => setAsked({ what: 'edit', of: row })}>
                    {text.edit}
                  </Button>
                  <Button size="small" onClick={() => setAsked({ what: 'trial', of: row })}>
                    {text.trial}
                  </Button>
                </Space>
              ),
              width: 190,
            },
          ]}
        />
        {days.length > 0 && (
          <Panel title={text.days} sentence={text.daysSay}>
            <DataTable
              label={text.days}
              plain
              onPhone="cards"
              rows={days}
              rowKey={(row) => row.on}
              columns={[
                { key: 'on', title: text.day, value: (row) => row.on, width: 130 },
                { key: 'n', title: text.messages, kind: 'number', value: (row) => row.messages, width: 120 },
                { key: 'missed', title: text.missed, value: (row) => text.missedDays(row.missed) },
              ]}
            />
          </Panel>
        )}
      </div>
      {asked?.what === 'edit' && <ChannelForm channel={asked.of} onClose={() => setAsked(null)} />}
      {asked?.what === 'trial' && <TrialForm channel={asked.of} onTried={setTried} onClose={() => setAsked(null)} />}
    </>
  )
}

function ChannelForm({ channel, onClose }: { readonly channel: Channel | null; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const saving = useDo(saveChannel)
  return (
    <FormDialog
      title={channel ? `${text.edit} · ${channel.name}` : text.add}
      fields={[
        {
          key: 'kind',
          label: text.kind,
          kind: 'choice',
          options: channelKind.options.map((one) => ({ value: one, label: text.kinds[one] })),
        },
        { key: 'name', label: text.name, kind: 'text' },
        { key: 'address', label: text.addressField, hint: text.addressHint, kind: 'text', optional: channel !== null },
        { key: 'secret', label: text.secret, hint: text.secretHint, kind: 'text', optional: true },
        { key: 'sender', label: text.sender, kind: 'text', optional: true },
        {
          key: 'active',
          label: text.active,
          kind: 'choice',
          options: [
            { value: 'yes', label: text.yes },
            { value: 'no', label: text.no },
          ],
        },
      ]}
      start={{
        kind: channel?.kind ?? 'mail',
        name: channel?.name ?? '',
        sender: channel?.sender ?? '',
        active: channel?.active === false ? 'no' : 'yes',
      }}
      acting={saving}
      onSave={({ kind = '', name = '', address = '', secret = '', sender = '', active = '' }) =>
        saving.run({
          channelId: channel?.channelId ?? null,
          kind: channelKind.parse(kind),
          name,
          address,
          secret,
          sender,
          active: active !== 'no',
        })
      }
      onClose={onClose}
    />
  )
}

type TrialFormProps = {
  readonly channel: Channel
  readonly onTried: (outcome: OutputOf<typeof tryChannel>) => void
  readonly onClose: () => void
}

function TrialForm({ channel, onTried, onClose }: TrialFormProps) {
  const text = useText({ zh, en })
  const trying = useDo(tryChannel)
  return (
    <FormDialog
      title={`${text.trial} · ${channel.name}`}
      fields={channel.kind === 'mail' ? [{ key: 'to', label: text.trialTo, kind: 'text' }] : []}
      start={{}}
      acting={trying}
      okText={text.trial}
      onSave={({ to = '' }) => trying.run({ channelId: channel.channelId, to }).then(onTried)}
      onClose={onClose}
    />
  )
}
