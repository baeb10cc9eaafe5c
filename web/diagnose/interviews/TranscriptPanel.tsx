import { readTranscriptFile, saveTranscript } from '@milepost/contract/diagnose/interviews'
import { Alert, Button, Checkbox, Input, Segmented } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo, useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Interview } from './given.ts'
import { en, zh } from './text.ts'

type TranscriptPanelProps = { readonly given: Interview; readonly onDone: () => void }

/** Typed, pasted or read from a file; what is typed stays in the browser until it is saved. */
export function TranscriptPanel({ given, onDone }: TranscriptPanelProps) {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  const kept = `milepost.transcript.${given.interview.interviewId}`
  const [words, setWords] = useState(() => sessionStorage.getItem(kept) ?? given.text ?? '')
  const [said, setSaid] = useState<'zh' | 'en'>(given.language ?? language)
  const [scrub, setScrub] = useState(true)
  const saving = useDo(saveTranscript)
  const reading = useDoing(async (file: File) => call(readTranscriptFile, { name: file.name, content: await base64Of(file) }))
  const write = (next: string) => {
    setWords(next)
    sessionStorage.setItem(kept, next)
  }
  const save = async () => {
    await saving.run({
      interviewId: given.interview.interviewId,
      revision: given.revision,
      language: said,
      text: words,
      withoutPersonalData: scrub,
    })
    sessionStorage.removeItem(kept)
    onDone()
  }
  return (
    <Panel title={text.transcript} sentence={text.transcriptSay}>
      {saving.refused && <RefusalNote refused={saving.refused} />}
      {reading.refused && <RefusalNote refused={reading.refused} />}
      <div className="mp-form">
        <Field label={text.file} hint=".docx, .txt">
          {({ id }) => (
            <input
              id={id}
              type="file"
              accept=".docx,.txt"
              onChange={({ target }) => {
                const [file] = target.files ?? []
                if (file)
                  reading.run(file).then(
                    (read) => write(read.text),
                    () => undefined,
                  )
              }}
            />
          )}
        </Field>
        <Field label={text.language}>
          {() => (
            <Segmented
              value={said}
              onChange={setSaid}
              options={[
                { value: 'zh' as const, label: text.languages.zh },
                { value: 'en' as const, label: text.languages.en },
              ]}
            />
          )}
        </Field>
        <Input.TextArea
          aria-label={text.transcript}
          autoSize={{ minRows: 12, maxRows: 30 }}
          value={words}
          maxLength={400_000}
          onChange={({ target }) => write(target.value)}
        />
        <Checkbox checked={scrub} onChange={({ target }) => setScrub(target.checked)}>
          {text.scrub}
        </Checkbox>
        {!scrub && <Alert type="warning" title={text.scrubHint} />}
        <div className="mp-row">
          <Button type="primary" disabled={words.trim() === ''} loading={saving.busy} onClick={() => void save().catch(() => undefined)}>
            {text.save}
          </Button>
          {given.text !== null && <Button onClick={onDone}>{text.cancel}</Button>}
        </div>
      </div>
    </Panel>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 32_768) binary += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(binary)
}
