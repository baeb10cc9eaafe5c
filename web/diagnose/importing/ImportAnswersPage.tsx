import { answersTemplate, importAnswers, listWaves, matchAnswers } from '@milepost/contract/diagnose/waves'
import type { ImportReport, ImportStep } from '@milepost/contract/importing'
import { Spin } from 'antd'
import { useState } from 'react'
import { FileChoice } from '../../parts/importing/FileChoice.tsx'
import { Verdict } from '../../parts/importing/Verdict.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { useAsk, useDoing } from '../../platform/asking.ts'
import { download, upload } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { fromMatch, isComplete, type Matched, type Matching, mappingOf } from './matching.ts'
import { en, zh } from './text.ts'
import '../../parts/importing/ImportPanel.css'

type Seen = { readonly file: File; readonly matched: Matched; readonly matching: Matching }

/** A file of answers: its columns are matched to the items (by themselves where the headings are known), then every row gets its verdict. */
export function ImportAnswersPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const waveId = useParam('waveId')
  const strata = useAsk(listWaves, {}).waves.find((wave) => wave.waveId === waveId)?.strata ?? []
  const [seen, setSeen] = useState<Seen | null>(null)
  const sending = useDoing(({ file, matching, step }: Seen & { step: ImportStep }) =>
    upload(importAnswers, { waveId, step, mapping: mappingOf(matching) }, file),
  )
  const looking = useDoing((file: File) => upload(matchAnswers, { waveId }, file))
  const look = async (file: File) => {
    const matched = await looking.run(file)
    const next = { file, matched, matching: fromMatch(matched) }
    setSeen(next)
    sending.forget()
    if (isComplete(matched, next.matching, strata.length)) sending.start({ ...next, step: 'check' })
  }
  const forget = () => {
    setSeen(null)
    sending.forget()
    looking.forget()
  }
  /** A row is told by its level, and a level by its name. */
  const named = (report: ImportReport): ImportReport => ({
    ...report,
    rows: report.rows.map((row) => ({
      ...row,
      key: pick(strata.find((one) => one.code === row.key)?.name ?? { zh: row.key, en: row.key }),
    })),
  })
  const save = (step: ImportStep) => {
    if (!seen) return
    sending.run({ ...seen, step }).then(
      (report) => report.saved && go(`/diagnose/${waveId}`),
      () => undefined,
    )
  }
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} back={{ href: `/diagnose/${waveId}`, text: text.back }} />
      {seen === null && (
        <Panel>
          <FileChoice
            onFile={(file) => void look(file).catch(() => undefined)}
            template={(language) => download(answersTemplate, { waveId, language })}
          />
        </Panel>
      )}
      <div aria-live="polite">
        {(looking.busy || sending.busy) && (
          <div className="mp-import-busy">
            <Spin size="small" /> {text.busy}
          </div>
        )}
        {looking.refused && <RefusalNote refused={looking.refused} />}
        {sending.refused && <RefusalNote refused={sending.refused} />}
      </div>
      {seen && sending.outcome === null && !sending.busy && (
        <ColumnsPanel
          matched={seen.matched}
          matching={seen.matching}
          strata={strata}
          onChange={(matching) => setSeen({ ...seen, matching })}
          onCheck={() => sending.start({ ...seen, step: 'check' })}
          onForget={forget}
        />
      )}
      {seen && sending.outcome && !sending.busy && (
        <Panel>
          <Verdict report={named(sending.outcome)} fileName={seen.file.name} onSave={save} onForget={forget} />
        </Panel>
      )}
    </>
  )
}
