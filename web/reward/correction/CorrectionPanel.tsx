import type { CorrectionLine } from '@milepost/contract/reward/corrections'
import { exportSettlement, readCorrections, settleCorrection } from '@milepost/contract/reward/corrections'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Field } from '../../parts/Field.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useMay } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

/** What has been paid from the reserve of an approved pool, and what is due to be. */
export function CorrectionPanel({ poolId }: { readonly poolId: string }) {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const exporting = useDoing(async (no: number) => saveFile(await download(exportSettlement, { poolId, no, language })))
  const mayApprove = useMay('pool.approve')
  const [settling, setSettling] = useState(false)
  const { answer, refused } = useAskMaybe(readCorrections, { poolId })
  if (!answer) return refused ? <RefusalNote refused={refused} /> : null
  const { open } = answer
  return (
    <Panel title={text.title} sentence={text.sentence}>
      <div className="mp-stack">
        <Facts facts={[{ key: 'reserve', name: text.reserveLeft, value: yuanOfFen(answer.reserveFen) }]} />
        {answer.refused && <Alert type="warning" showIcon title={pick(answer.refused)} />}
        {!open && !answer.refused && <p>{text.none}</p>}
        {open && (
          <>
            <Alert
              type="info"
              showIcon
              title={text.open(open.lines.filter(({ fromReserveFen }) => fromReserveFen > 0).length, yuanOfFen(open.paidFen))}
              description={`${text.after(yuanOfFen(open.reserveAfterFen))}${open.othersFen < 0 ? ` · ${text.others(yuanOfFen(-open.othersFen))}` : ''}`}
              action={
                mayApprove ? (
                  <Button type="primary" onClick={() => setSettling(true)}>
                    {text.settle}
                  </Button>
                ) : undefined
              }
            />
            <Lines lines={open.lines} />
          </>
        )}
        {answer.settled.map((one) => (
          <section key={one.no}>
            <h3>{text.settled(one.no, one.approvedBy, dayOf(one.approvedAt))}</h3>
            <p>{one.reason}</p>
            <Button loading={exporting.busy} onClick={() => exporting.start(one.no)}>
              {text.export}
            </Button>
            <Lines lines={one.lines} />
          </section>
        ))}
      </div>
      {settling && open && <SettleDialog poolId={poolId} inputHash={open.inputHash} onClose={() => setSettling(false)} />}
    </Panel>
  )
}

type LineShown = Omit<CorrectionLine, 'changed'> & Partial<Pick<CorrectionLine, 'changed'>>

function Lines({ lines }: { readonly lines: readonly LineShown[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <DataTable
      label={text.title}
      plain={lines.length <= 20}
      rows={lines}
      rowKey={(row) => row.personId}
      columns={[
        { key: 'person', title: text.person, value: (row) => row.name, width: 110 },
        { key: 'unit', title: text.unit, value: (row) => pick(row.unit), width: 150 },
        { key: 'changed', title: text.changed, value: (row) => (row.changed ?? []).map(pick).join('; ') },
        { key: 'paid', title: text.paid, kind: 'number', value: (row) => row.paidFen, show: (row) => yuanOfFen(row.paidFen), width: 130 },
        { key: 'due', title: text.due, kind: 'number', value: (row) => row.dueFen, show: (row) => yuanOfFen(row.dueFen), width: 130 },
        {
          key: 'from',
          title: text.fromReserve,
          kind: 'number',
          value: (row) => row.fromReserveFen,
          show: (row) => (row.fromReserveFen === 0 ? '' : yuanOfFen(row.fromReserveFen)),
          width: 130,
        },
        { key: 'status', title: text.status, value: (row) => text.standing[row.standing], width: 150 },
      ]}
    />
  )
}

type SettleDialogProps = { readonly poolId: string; readonly inputHash: string; readonly onClose: () => void }

function SettleDialog({ poolId, inputHash, onClose }: SettleDialogProps) {
  const text = useText({ zh, en })
  const settling = useDo(settleCorrection)
  const [reason, setReason] = useState('')
  const settle = async () => {
    await settling.run({ poolId, inputHash, reason })
    onClose()
  }
  return (
    <Modal
      open
      title={text.settle}
      okText={text.settle}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void settle().catch(() => undefined)}
      confirmLoading={settling.busy}
      okButtonProps={{ disabled: reason.trim().length < 5 }}
    >
      <div className="mp-form">
        <p>{text.settleSays}</p>
        {settling.refused && <RefusalNote refused={settling.refused} />}
        <Field label={text.reason}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              maxLength={2000}
              showCount
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
