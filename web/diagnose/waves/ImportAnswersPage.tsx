import { answersTemplate, importAnswers } from '@milepost/contract/diagnose/waves'
import { ImportPanel } from '../../parts/ImportPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { download, upload } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export function ImportAnswersPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const waveId = useParam('waveId')
  return (
    <>
      <PageHead title={text.import} sentence={text.importSentence} back={{ href: `/diagnose/${waveId}`, text: text.back }} />
      <Panel>
        <ImportPanel
          send={(file, step) => upload(importAnswers, { waveId, step }, file)}
          template={(language) => download(answersTemplate, { waveId, language })}
          onSaved={() => go(`/diagnose/${waveId}`)}
        />
      </Panel>
    </>
  )
}
