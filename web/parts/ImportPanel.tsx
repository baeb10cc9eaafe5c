import type { ImportReport, ImportStep } from '@milepost/contract/importing'
import { Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDoing } from '../platform/asking.ts'
import type { Downloaded } from '../platform/call.ts'
import { type Language, useText } from '../platform/language.tsx'
import { RefusalNote } from '../platform/RefusalNote.tsx'
import { FileChoice } from './importing/FileChoice.tsx'
import { en, zh } from './importing/text.ts'
import { Verdict } from './importing/Verdict.tsx'
import './importing/ImportPanel.css'

export type ImportPanelProps = {
  /** `(file, step) => upload(importPeople, { step }, file)`; other fields of the input go in here too. */
  readonly send: (file: File, step: ImportStep) => Promise<ImportReport>
  /** `(language) => download(peopleTemplate, { language })` */
  readonly template?: (language: Language) => Promise<Downloaded>
  /** What the file must contain, in a sentence. */
  readonly sentence?: ReactNode
  readonly onSaved?: (report: ImportReport) => void
}

/** Every import in the same two steps: look at the verdict of each row, then save. */
export function ImportPanel({ send, template, sentence, onSaved }: ImportPanelProps) {
  const text = useText({ zh, en })
  const [file, setFile] = useState<File | null>(null)
  const sending = useDoing(({ file, step }: { file: File; step: ImportStep }) => send(file, step))

  const check = (chosen: File) => {
    setFile(chosen)
    sending.forget()
    sending.start({ file: chosen, step: 'check' })
  }
  const save = (step: ImportStep) => {
    if (file !== null)
      sending.run({ file, step }).then(
        (report) => report.saved && onSaved?.(report),
        () => undefined,
      )
  }
  const forget = () => {
    setFile(null)
    sending.forget()
  }

  return (
    <div className="mp-import">
      {sentence !== undefined && <p className="mp-panel-say">{sentence}</p>}
      {(file === null || sending.refused !== null) && <FileChoice onFile={check} template={template} />}
      <div aria-live="polite">
        {sending.busy && file !== null && (
          <div className="mp-import-busy">
            <Spin size="small" /> {sending.outcome === null ? text.checking(file.name) : text.saving}
          </div>
        )}
        {sending.refused !== null && <RefusalNote refused={sending.refused} />}
      </div>
      {sending.outcome !== null && !sending.busy && sending.refused === null && (
        <Verdict report={sending.outcome} fileName={file?.name ?? ''} onSave={save} onForget={forget} />
      )}
    </div>
  )
}
