import { decideLink } from '@milepost/contract/diagnose/board'
import { Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { cut, percent } from '../results/percent.ts'
import type { Board } from './given.ts'
import { en, zh } from './text.ts'

type Link = Board['links'][number]
type CausesPanelProps = { readonly waveId: string; readonly board: Board; readonly mayEdit: boolean }

const MARKS = { decided: '*', estimated: '~', belief: '' } as const

export function CausesPanel({ waveId, board, mayEdit }: CausesPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [deciding, setDeciding] = useState<Link | null>(null)
  const linkOf = (cause: string, problem: string) => board.links.find((one) => one.cause === cause && one.problem === problem)
  const why = (link: Link) =>
    [
      text.basis[link.basis],
      link.rho === null ? '' : text.rho(cut(link.rho, 2), link.n),
      link.by === null ? '' : `${link.by}: ${link.reason}`,
    ]
      .filter((one) => one !== '')
      .join(' · ')
  return (
    <Panel title={text.causes} sentence={text.causesSay}>
      <DataTable
        label={text.causes}
        plain
        exportAs="causes"
        rows={board.causes}
        rowKey={(row) => row.code}
        columns={[
          { key: 'cause', title: text.cause, value: (row) => `${row.code} ${pick(row.name)}`, width: 250 },
          {
            key: 'severity',
            title: text.severity,
            kind: 'number',
            value: (row) => row.severity,
            show: (row) => (row.severity === null ? '–' : cut(row.severity, 1)),
            width: 90,
          },
          {
            key: 'share',
            title: text.share,
            kind: 'number',
            value: (row) => row.interviewPercent,
            show: (row) => (row.interviewPercent === null ? '–' : percent(row.interviewPercent)),
            width: 120,
          },
          ...board.problems.map((problem) => ({
            key: problem.code,
            title: problem.code,
            value: (row: Board['causes'][number]) => linkOf(row.code, problem.code)?.strength ?? null,
            show: (row: Board['causes'][number]) => {
              const link = linkOf(row.code, problem.code)
              if (!link) return '–'
              const words = `${link.strength}${MARKS[link.basis]}`
              return mayEdit ? (
                <button
                  type="button"
                  className="mp-link-cell"
                  data-strength={link.strength}
                  title={why(link)}
                  onClick={() => setDeciding(link)}
                >
                  {words}
                </button>
              ) : (
                <span className="mp-link-cell" data-strength={link.strength} title={why(link)}>
                  {words}
                </span>
              )
            },
            width: 90,
          })),
        ]}
      />
      {deciding && <LinkDialog waveId={waveId} link={deciding} why={why(deciding)} onClose={() => setDeciding(null)} />}
    </Panel>
  )
}

type LinkDialogProps = { readonly waveId: string; readonly link: Link; readonly why: string; readonly onClose: () => void }

function LinkDialog({ waveId, link, why, onClose }: LinkDialogProps) {
  const text = useText({ zh, en })
  const deciding = useDo(decideLink)
  const [strength, setStrength] = useState(link.strength)
  const [reason, setReason] = useState(link.reason)
  const save = async () => {
    await deciding.run({ waveId, cause: link.cause, problem: link.problem, strength, reason })
    onClose()
  }
  return (
    <Modal
      open
      title={text.link(link.cause, link.problem)}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={deciding.busy}
      onCancel={onClose}
      onOk={() => void save().catch(() => undefined)}
    >
      {deciding.refused && <RefusalNote refused={deciding.refused} />}
      <p>{why}</p>
      <div className="mp-form">
        <Segmented
          value={strength}
          onChange={setStrength}
          options={[0, 1, 2, 3].map((value) => ({ value, label: text.strengths[value] }))}
        />
        <Field label={text.reason}>
          {(control) => <Input.TextArea {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
      </div>
    </Modal>
  )
}
