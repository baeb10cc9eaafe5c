import { memberClass, type readCommittee, setCommittee } from '@milepost/contract/appraise/decision'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readPeople } from '@milepost/contract/institution/people'
import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type Members = OutputOf<typeof readCommittee>['members']
type Row = { readonly key: number; readonly personId: string | null; readonly memberClass: Members[number]['memberClass'] }
type CommitteeDialogProps = { readonly cycleId: string; readonly members: Members; readonly onClose: () => void }

export function CommitteeDialog({ cycleId, members, onClose }: CommitteeDialogProps) {
  const text = useText({ zh, en })
  const setting = useDo(setCommittee)
  const people = useAskMaybe(readPeople, {}).answer?.people ?? []
  const [rows, setRows] = useState<readonly Row[]>(
    members.length > 0
      ? members.map((one, key) => ({ key, personId: one.personId, memberClass: one.memberClass }))
      : memberClass.options.map((one, key) => ({ key, personId: null, memberClass: one })),
  )
  const change = (key: number, part: Partial<Row>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const save = async () => {
    await setting.run({
      cycleId,
      members: rows.flatMap((row) => (row.personId === null ? [] : [{ personId: row.personId, memberClass: row.memberClass }])),
    })
    onClose()
  }
  return (
    <Modal
      open
      width={640}
      title={text.committee}
      okText={text.save}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void save().catch(() => undefined)}
      confirmLoading={setting.busy}
    >
      <p>{text.committeeSays}</p>
      {setting.refused && (
        <div className="mp-notes">
          <RefusalNote refused={setting.refused} />
        </div>
      )}
      {rows.map((row, at) => (
        <div key={row.key} style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 8 }}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={`${text.person} ${at + 1}`}
            placeholder={text.person}
            style={{ flex: '1 1 240px' }}
            value={row.personId}
            onChange={(personId) => change(row.key, { personId })}
            options={people.map((person) => ({ value: person.personId, label: `${person.name} ${person.employeeNo}` }))}
          />
          <Select
            aria-label={`${text.class} ${at + 1}`}
            style={{ width: 180 }}
            value={row.memberClass}
            onChange={(next) => change(row.key, { memberClass: next })}
            options={memberClass.options.map((one) => ({ value: one, label: text.classes[one] }))}
          />
          <Button onClick={() => setRows(rows.filter((one) => one.key !== row.key))}>{text.remove}</Button>
        </div>
      ))}
      <Button
        onClick={() => setRows([...rows, { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, personId: null, memberClass: 'leader' }])}
      >
        {text.add}
      </Button>
    </Modal>
  )
}
