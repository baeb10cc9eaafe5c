import { questionnaireSheetTemplate, readQuestionnaireFile, readQuestionnaireSheet, startDraft } from '@milepost/contract/diagnose/drafts'
import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { useGo } from '../../platform/address.tsx'
import { useDo, useDoing } from '../../platform/asking.ts'
import { call, download, upload } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { en, zh } from './text.ts'

type Read = {
  readonly title: { readonly zh: string; readonly en: string }
  readonly instrument: Instrument | null
  readonly questions: number
  readonly notes: readonly { readonly question: string; readonly zh: string; readonly en: string; readonly lost: boolean }[]
}

/** Another program's file, or a plain table whose wrong rows are named and left out. */
async function readFile(file: File): Promise<Read> {
  if (!/\.(xlsx|csv|tsv|txt)$/i.test(file.name)) return call(readQuestionnaireFile, { name: file.name, content: await file.text() })
  const { title, instrument, rows } = await upload(readQuestionnaireSheet, {}, file)
  const notes = rows.flatMap(({ row, key, problems }) =>
    problems.map(({ column, message }) => ({
      question: `${row} · ${key}`,
      zh: `${column}：${message.zh}`,
      en: `${column}: ${message.en}`,
      lost: true,
    })),
  )
  return { title, instrument, questions: rows.length, notes }
}

/** A questionnaire of another program or of a table: what comes in and what does not, before a draft is made of it. */
export function FileDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { language, pick } = useLanguage()
  const go = useGo()
  const [code, setCode] = useState('')
  const reading = useDoing(readFile)
  const fetching = useDoing(async () => saveFile(await download(questionnaireSheetTemplate, { language })))
  const starting = useDo(startDraft)
  const read = reading.outcome
  const start = async () => {
    if (!read?.instrument) return
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
      okButtonProps={{ disabled: !read?.instrument || !/^[\w-]{2,40}$/.test(code) }}
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
            accept=".lss,.qsf,.xlsx,.csv"
            onChange={({ target }) => target.files?.[0] && reading.start(target.files[0])}
          />
        )}
      </Field>
      <p>
        <Button type="link" style={{ padding: 0 }} onClick={() => fetching.start(undefined)}>
          {text.sheetTemplate}
        </Button>
      </p>
      {read && (
        <>
          <Alert
            type={read.instrument ? 'info' : 'warning'}
            showIcon
            title={text.fileRead(
              pick(read.title),
              read.questions,
              read.instrument?.items.length ?? 0,
              new Set(read.notes.flatMap((note) => (note.lost ? [note.question] : []))).size,
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
