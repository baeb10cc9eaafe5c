import type { ImportReport, ImportStep } from '@milepost/contract/importing'
import { Spin } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useDoing } from '../platform/asking.ts'
import { CallRefused, type Downloaded } from '../platform/call.ts'
import { type Language, useText } from '../platform/language.tsx'
import { RefusalNote } from '../platform/RefusalNote.tsx'
import { ColumnMapping } from './importing/ColumnMapping.tsx'
import { type ColumnChoice, columnsWanted } from './importing/columnsWanted.ts'
import { FileChoice } from './importing/FileChoice.tsx'
import { en, zh } from './importing/text.ts'
import { Verdict } from './importing/Verdict.tsx'
import './importing/ImportPanel.css'

export type ImportPanelProps = {
  /** `(file, step) => upload(importPeople, { step }, file)`; other fields of the input go in here too. */
  readonly send: (file: File, step: ImportStep, columns: ColumnChoice | undefined) => Promise<ImportReport>
  /** `send` passes the columns on: where the headings differ, a person may say which is which. */
  readonly mapsColumns?: boolean
  /** `(language) => download(peopleTemplate, { language })` */
  readonly template?: (language: Language) => Promise<Downloaded>
  /** What the file must contain, in a sentence. */
  readonly sentence?: ReactNode
  readonly onSaved?: (report: ImportReport) => void
  /** Another kind of file than a table, such as ".qdpx". */
  readonly accept?: string
  /** When this changes, the chosen file is checked again: the page has learnt how to read it. */
  readonly again?: string
}

/** Every import in the same two steps: look at the verdict of each row, then save. */
export function ImportPanel({ send, mapsColumns = false, template, sentence, onSaved, accept, again = '' }: ImportPanelProps) {
  const text = useText({ zh, en })
  const [file, setFile] = useState<File | null>(null)
  const [columns, setColumns] = useState<ColumnChoice | undefined>(undefined)
  const sending = useDoing((asked: { file: File; step: ImportStep; columns?: ColumnChoice | undefined }) =>
    send(asked.file, asked.step, asked.columns),
  )

  const check = (chosen: File, by?: ColumnChoice) => {
    setFile(chosen)
    setColumns(by)
    sending.forget()
    sending.start({ file: chosen, step: 'check', columns: by })
  }
  const save = (step: ImportStep) => {
    if (file !== null)
      sending.run({ file, step, columns }).then(
        (report) => report.saved && onSaved?.(report),
        () => undefined,
      )
  }
  const checkedWith = useRef(again)
  useEffect(() => {
    if (checkedWith.current === again) return
    checkedWith.current = again
    if (file !== null) sending.start({ file, step: 'check', columns })
  })
  const forget = () => {
    setFile(null)
    sending.forget()
  }

  const { refused } = sending
  const mapping = mapsColumns && refused instanceof CallRefused && refused.code === 'column-missing' ? columnsWanted(refused.details) : null

  return (
    <div className="mp-import">
      {sentence !== undefined && <p className="mp-panel-say">{sentence}</p>}
      {(file === null || sending.refused !== null) && <FileChoice onFile={(chosen) => check(chosen)} template={template} accept={accept} />}
      <div aria-live="polite">
        {sending.busy && file !== null && (
          <div className="mp-import-busy">
            <Spin size="small" /> {sending.outcome === null ? text.checking(file.name) : text.saving}
          </div>
        )}
        {refused !== null && <RefusalNote refused={refused} />}
      </div>
      {mapping !== null && file !== null && (
        <ColumnMapping key={file.name} wanted={mapping.wanted} found={mapping.found} onChosen={(chosen) => check(file, chosen)} />
      )}
      {sending.outcome !== null && !sending.busy && sending.refused === null && (
        <Verdict report={sending.outcome} fileName={file?.name ?? ''} onSave={save} onForget={forget} />
      )}
    </div>
  )
}
