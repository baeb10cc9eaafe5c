import { DownloadOutlined, FileExcelOutlined, FileOutlined, SnippetsOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useDoing } from '../../platform/asking.ts'
import type { Downloaded } from '../../platform/call.ts'
import { type Language, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { en, zh } from './text.ts'

type Template = (language: Language) => Promise<Downloaded>
type FileChoiceProps = {
  readonly onFile: (file: File) => void
  readonly template: Template | undefined
  /** Another kind of file than a table, such as ".qdpx": nothing can be pasted then. */
  readonly accept?: string | undefined
}

/** Drop, choose or paste; the templates beside it. */
export function FileChoice({ onFile, template, accept }: FileChoiceProps) {
  const text = useText({ zh, en })
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [pasting, setPasting] = useState(false)
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) onFile(file)
  }
  return (
    <>
      <section
        className="mp-drop"
        data-over={over}
        aria-label={accept === undefined ? text.drop : text.dropOf(accept)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        {accept === undefined ? (
          <FileExcelOutlined className="mp-drop-icon" aria-hidden />
        ) : (
          <FileOutlined className="mp-drop-icon" aria-hidden />
        )}
        <span className="mp-drop-say">{accept === undefined ? text.drop : text.dropOf(accept)}</span>
        <div className="mp-drop-acts">
          <Button type="primary" onClick={() => input.current?.click()}>
            {text.choose}
          </Button>
          {accept === undefined && (
            <Button icon={<SnippetsOutlined aria-hidden />} onClick={() => setPasting(true)}>
              {text.paste}
            </Button>
          )}
        </div>
        <input
          ref={input}
          className="mp-unseen"
          type="file"
          accept={accept ?? '.xlsx,.csv,.tsv,.txt'}
          aria-label={text.choose}
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file !== undefined) onFile(file)
          }}
        />
        {template !== undefined && <Templates template={template} />}
      </section>
      {pasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onFile={(file) => {
            setPasting(false)
            onFile(file)
          }}
        />
      )}
    </>
  )
}

function Templates({ template }: { readonly template: Template }) {
  const text = useText({ zh, en })
  const fetching = useDoing(async (language: Language) => saveFile(await template(language)))
  return (
    <div className="mp-drop-templates">
      <span>{text.templates}</span>
      <Button type="link" size="small" icon={<DownloadOutlined aria-hidden />} onClick={() => fetching.start('zh')}>
        {text.templateZh}
      </Button>
      <Button type="link" size="small" icon={<DownloadOutlined aria-hidden />} onClick={() => fetching.start('en')}>
        {text.templateEn}
      </Button>
      {fetching.refused !== null && <RefusalNote refused={fetching.refused} />}
    </div>
  )
}
