import type { OutputOf } from '@milepost/contract/endpoint'
import { purgeDue, readRetention } from '@milepost/contract/open/privacy'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { minuteOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type Kind = OutputOf<typeof readRetention>['kinds'][number]

/** What is due to be erased, kind by kind, and what was. */
export function RetentionPanel() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { kinds, log } = useAsk(readRetention, {})
  const [asking, setAsking] = useState<Kind | null>(null)
  const nameOf = (kind: string) => {
    const found = kinds.find((one) => one.kind === kind)
    return found ? pick(found.name) : kind
  }
  return (
    <Panel title={text.retention} sentence={text.retentionSays}>
      <DataTable
        label={text.retention}
        plain
        onPhone="cards"
        rows={kinds}
        rowKey={(row) => row.kind}
        columns={[
          { key: 'kind', title: text.kind, value: (row) => pick(row.name) },
          { key: 'rule', title: text.rule, value: (row) => pick(row.rule) },
          { key: 'before', title: text.before, value: (row) => row.beforeDay, width: 130 },
          { key: 'due', title: text.due, kind: 'number', value: (row) => row.due, width: 80 },
          {
            key: 'act',
            title: text.purge,
            value: () => null,
            acts: true,
            width: 90,
            show: (row) =>
              row.due > 0 ? (
                <button type="button" className="mp-text-button" onClick={() => setAsking(row)}>
                  {text.purge}
                </button>
              ) : null,
          },
        ]}
      />
      <h3 style={{ marginTop: 16 }}>{text.log}</h3>
      {log.length === 0 ? (
        <p className="mp-soft">{text.noLog}</p>
      ) : (
        <DataTable
          label={text.log}
          plain
          onPhone="cards"
          rows={log}
          rowKey={(row) => `${row.purgedAt} ${row.kind}`}
          columns={[
            { key: 'kind', title: text.kind, value: (row) => nameOf(row.kind) },
            { key: 'erased', title: text.erased, kind: 'number', value: (row) => row.erased, width: 90 },
            { key: 'before', title: text.before, value: (row) => row.beforeDay, width: 130 },
            { key: 'reason', title: text.reason, value: (row) => row.reason },
            { key: 'by', title: text.by, value: (row) => row.purgedBy, width: 110 },
            { key: 'at', title: text.at, value: (row) => row.purgedAt, show: (row) => minuteOf(row.purgedAt), width: 150 },
          ]}
        />
      )}
      {asking && <PurgeDialog kind={asking} onClose={() => setAsking(null)} />}
    </Panel>
  )
}

const SHORTEST = 5

function PurgeDialog({ kind, onClose }: { readonly kind: Kind; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const purging = useDo(purgeDue)
  const [reason, setReason] = useState('')
  const purge = async () => {
    await purging.run({ kind: kind.kind, expected: kind.due, reason })
    onClose()
  }
  return (
    <Modal
      open
      title={text.purgeTitle(pick(kind.name), kind.due)}
      okText={text.purge}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void purge().catch(() => undefined)}
      confirmLoading={purging.busy}
      okButtonProps={{ danger: true, disabled: reason.trim().length < SHORTEST }}
    >
      <div className="mp-form">
        <p>{text.purgeSays}</p>
        {purging.refused && <RefusalNote refused={purging.refused} />}
        <Field label={text.purgeReason}>
          {(control) => (
            <Input.TextArea {...control} rows={3} maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      </div>
    </Modal>
  )
}
