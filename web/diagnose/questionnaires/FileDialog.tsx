import { readQuestionnaireFile, startDraft } from '@milepost/contract/diagnose/drafts'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { useGo } from '../../platform/address.tsx'
import { useDo, useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

/** A questionnaire of another program: what comes in and what does not, before a draft is made of it. */
export function FileDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const [code, setCode] = useState('')
  const reading = useDoing(async (file: File) => call(readQuestionnaireFile, { name: file.name, content: await file.text() }))
  const starting = useDo(startDraft)
  const read = reading.outcome
  const start = async () => {
    if (!read) return
    const { draftId } = await starting.run({ code, title: read.title, from: { kind: 'instrument', instrument: read.instrument } })
    go(`/diagnose/drafts/${draftId}`)
  }
  return (
    <Modal
      open
      width={860}
      title={text.importFile}
      okText={text.start}
      cancelText={text.cancel}
      okButtonProps={{ disabled: !read || !/^[\w-]{2,40}$/.test(code) }}
      confirmLoading={starting.busy}
      onCancel={onClose}
      onOk={() => void start().catch(() => undefined)}
    >
      {reading.refused && <RefusalNote refused={reading.refused} />}
      {starting.refused && <RefusalNote refused={starting.refused} />}
      <Field label={text.file} hint={text.fileHint}>
        {(control) => (
          <input
            {...{ id: control.id, 'aria-describedby': control['aria-describedby'] }}
            type="file"
            accept=".lss,.qsf"
            onChange={({ target }) => target.files?.[0] && reading.start(target.files[0])}
          />
        )}
      </Field>
      {read && (
        <>
          <Alert
            type="info"
            showIcon
            title={text.fileRead(
              pick(read.title),
              read.questions,
              read.instrument.items.length,
              read.notes.filter((note) => note.lost).length,
            )}
          />
          <Field label={text.code} hint={text.codeHint}>
            {(control) => <Input {...control} value={code} onChange={({ target }) => setCode(target.value.trim())} />}
          </Field>
          {read.notes.length > 0 && (
            <DataTable
              label={text.fileNotes}
              exportAs="import-notes"
              rows={read.notes.map((note, at) => ({ ...note, key: `${at}` }))}
              rowKey={(row) => row.key}
              columns={[
                { key: 'question', title: text.code, value: (row) => row.question, width: 160 },
                { key: 'note', title: text.fileNotes, value: (row) => pick(row) },
              ]}
            />
          )}
        </>
      )}
    </Modal>
  )
}
