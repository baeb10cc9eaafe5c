import { downloadDiagnosisReport, readBoard } from '@milepost/contract/diagnose/board'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Figure } from '../../parts/Figure.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useParam } from '../../platform/address.tsx'
import { useAsk, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useMay } from '../../platform/session.tsx'
import { CausesPanel } from './CausesPanel.tsx'
import { ChainPicture } from './ChainPicture.tsx'
import { EvidenceDialog } from './EvidenceDialog.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import { Fishbone } from './Fishbone.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { RemediesPanel } from './RemediesPanel.tsx'
import { RemedyDialog } from './RemedyDialog.tsx'
import { en, zh } from './text.ts'
import './board.css'

export function BoardPage() {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const waveId = useParam('waveId')
  const board = useAsk(readBoard, { waveId })
  const mayEdit = useMay('finding.record')
  const [chosen, setChosen] = useAddressValue('at')
  const [problem, setProblem] = useState(board.problems[0]?.code ?? '')
  const [adding, setAdding] = useState<'evidence' | 'remedy' | null>(null)
  const fetching = useDoing(async () => saveFile(await download(downloadDiagnosisReport, { waveId, language })))
  const named = board.problems.find((one) => one.code === problem)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: `/diagnose/${waveId}`, text: text.back }}
        beside={pick(board.wave)}
        primary={
          <Button type="primary" loading={fetching.busy} onClick={() => fetching.start(undefined)}>
            {text.report}
          </Button>
        }
        more={
          mayEdit
            ? [
                { key: 'evidence', text: text.addEvidence, onClick: () => setAdding('evidence') },
                { key: 'remedy', text: text.addRemedy, onClick: () => setAdding('remedy') },
              ]
            : []
        }
      />
      {fetching.refused && <RefusalNote refused={fetching.refused} />}
      <ProblemsPanel waveId={waveId} problems={board.problems} />
      <Panel
        title={text.chain}
        sentence={text.chainSay}
        acts={chosen !== null && <Button onClick={() => setChosen(null)}>{text.showAll}</Button>}
      >
        <ChainPicture board={board} chosen={chosen} onChoose={setChosen} />
      </Panel>
      <EvidencePanel board={board} mayEdit={mayEdit} onAdd={() => setAdding('evidence')} />
      <Panel
        title={text.fishbone}
        acts={
          <Select
            aria-label={text.problem}
            style={{ width: 240 }}
            value={problem}
            onChange={setProblem}
            options={board.problems.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` }))}
          />
        }
      >
        <Figure caption={text.fishboneSay(named ? pick(named.name) : '')}>
          <Fishbone board={board} problem={problem} />
        </Figure>
      </Panel>
      <CausesPanel waveId={waveId} board={board} mayEdit={mayEdit} />
      <RemediesPanel board={board} mayEdit={mayEdit} onAdd={() => setAdding('remedy')} />
      {adding === 'evidence' && <EvidenceDialog waveId={waveId} board={board} onClose={() => setAdding(null)} />}
      {adding === 'remedy' && <RemedyDialog waveId={waveId} board={board} onClose={() => setAdding(null)} />}
    </>
  )
}
