import { readDiagnosis } from '@milepost/contract/diagnose/results'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { useNarrow } from '../../platform/useNarrow.ts'
import { AimsPanel } from '../board/AimsPanel.tsx'
import { CloseWave } from './CloseWave.tsx'
import { ConstructsPanel } from './ConstructsPanel.tsx'
import { FindingsDialog } from './FindingsDialog.tsx'
import { ResponsePanel } from './ResponsePanel.tsx'
import { en, zh } from './text.ts'
import { VerdictsPanel } from './VerdictsPanel.tsx'
import '../diagnose.css'

export function DiagnosisPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const waveId = useParam('waveId')
  const diagnosis = useAsk(readDiagnosis, { waveId })
  const isNarrow = useNarrow()
  const mayImport = useMay('answers.import') && diagnosis.wave.closedOn === null
  const mayRecord = useMay('finding.record')
  const [recording, setRecording] = useState(false)
  const [askedToClose, setAskedToClose] = useState(false)
  const answered = diagnosis.response.total.answered > 0
  const hasProblems = diagnosis.verdicts.length > 0
  const online = diagnosis.wave.collects === 'online'
  const importLink = (
    <LinkButton href={`/diagnose/${waveId}/${online ? 'collection' : 'import'}`}>{online ? text.collect : text.import}</LinkButton>
  )
  const more = [
    ...(isNarrow ? [{ key: 'statistics', text: text.statistics, onClick: () => go(`/diagnose/${waveId}/statistics`) }] : []),
    ...(hasProblems ? [{ key: 'board', text: text.board, onClick: () => go(`/diagnose/${waveId}/board`) }] : []),
    { key: 'voices', text: text.voices, onClick: () => go(`/diagnose/${waveId}/voices`) },
    ...(mayRecord ? [{ key: 'interviews', text: text.interviewsOf, onClick: () => go(`/diagnose/${waveId}/interviews`) }] : []),
    { key: 'items', text: text.items, onClick: () => go(`/diagnose/${waveId}/items`) },
    ...(diagnosis.wave.collects === 'online'
      ? [{ key: 'collect', text: text.collect, onClick: () => go(`/diagnose/${waveId}/collection`) }]
      : []),
    ...(mayImport && answered ? [{ key: 'import', text: text.import, onClick: () => go(`/diagnose/${waveId}/import`) }] : []),
    ...(mayImport ? [{ key: 'close', text: text.close, onClick: () => setAskedToClose(true) }] : []),
  ]
  const record = mayRecord && hasProblems && (
    <Button type="primary" onClick={() => setRecording(true)}>
      {text.record}
    </Button>
  )
  return (
    <>
      <PageHead
        title={pick(diagnosis.wave.name)}
        sentence={text.sentence}
        back={{ href: '/diagnose', text: text.back }}
        primary={
          <>
            {!isNarrow && answered && <Button onClick={() => go(`/diagnose/${waveId}/statistics`)}>{text.statistics}</Button>}
            {answered ? record : mayImport && importLink}
          </>
        }
        more={more}
      />
      <CloseWave waveId={waveId} asked={askedToClose} onAnswered={() => setAskedToClose(false)} />
      {!answered && <Empty title={text.noAnswersTitle} sentence={text.noAnswers} next={mayImport && importLink} />}
      {answered && (
        <>
          {diagnosis.released.waiting && <Alert type="info" showIcon title={text.waiting} style={{ marginBottom: 16 }} />}
          {hasProblems && <VerdictsPanel diagnosis={diagnosis} />}
          <AimsPanel waveId={waveId} />
          <ResponsePanel diagnosis={diagnosis} />
          <ConstructsPanel diagnosis={diagnosis} />
        </>
      )}
      {recording && <FindingsDialog waveId={waveId} diagnosis={diagnosis} onClose={() => setRecording(false)} />}
    </>
  )
}
