import { readItemBank } from '@milepost/contract/diagnose/drafts'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export type BankLine = OutputOf<typeof readItemBank>['items'][number]

export function BankDialog({ onAdd, onClose }: { readonly onAdd: (chosen: readonly BankLine[]) => void; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readItemBank, {})
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const rows = answer?.items ?? []
  const keyOf = (row: BankLine) => `${row.item.code}/${row.source.zh}`
  return (
    <Modal
      open
      width={980}
      title={text.bank}
      okText={text.bankAdd(selected.size)}
      cancelText={text.cancel}
      okButtonProps={{ disabled: selected.size === 0 }}
      onCancel={onClose}
      onOk={() => onAdd(rows.filter((row) => selected.has(keyOf(row))))}
    >
      <DataTable
        label={text.bank}
        rows={rows}
        rowKey={keyOf}
        selection={{ selected, onChange: setSelected }}
        columns={[
          { key: 'code', title: text.code, value: (row) => row.item.code, width: 90 },
          { key: 'text', title: text.question, value: (row) => pick(row.item.text) },
          { key: 'kind', title: text.kind, value: (row) => text.kinds[row.item.kind], filter: true, width: 110 },
          {
            key: 'construct',
            title: text.construct,
            value: (row) => (row.construct ? pick(row.construct.name) : ''),
            filter: true,
            width: 180,
          },
          { key: 'source', title: text.source, value: (row) => pick(row.source), filter: true, width: 200 },
        ]}
      />
    </Modal>
  )
}
