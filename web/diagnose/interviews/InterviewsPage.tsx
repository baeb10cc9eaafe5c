import { drawDoubleCoding, listInterviews } from '@milepost/contract/diagnose/interviews'
import { exportProject, importProject } from '@milepost/contract/diagnose/voices'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ImportPanel } from '../../parts/ImportPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { useAsk, useDo, useDoing } from '../../platform/asking.ts'
import { download, upload } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import type { InterviewLine } from './given.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { en, zh } from './text.ts'

export function InterviewsPage() {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const go = useGo()
  const waveId = useParam('waveId')
  const given = useAsk(listInterviews, { waveId })
  const drawing = useDo(drawDoubleCoding)
  const fetching = useDoing(async () => saveFile(await download(exportProject, { waveId, language })))
  const [planning, setPlanning] = useState<InterviewLine | 'new' | null>(null)
  const button = (
    <Button type="primary" onClick={() => setPlanning('new')}>
      {text.plan}
    </Button>
  )
  const percent = Math.round(given.doubleCoding.share * 100)
  const drawn = given.interviews.filter((one) => one.doubleCoded)
  const nameOf = (list: readonly { code: string; name: { zh: string; en: string } }[], code: string) => {
    const found = list.find((one) => one.code === code)
    return found ? pick(found.name) : code
  }
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence(pick(given.wave))}
        back={{ href: `/diagnose/${waveId}`, text: text.back }}
        primary={given.interviews.length > 0 ? button : undefined}
        more={[
          { key: 'voices', text: text.voices, onClick: () => go(`/diagnose/${waveId}/voices`) },
          { key: 'agreement', text: text.agreement, onClick: () => go(`/diagnose/${waveId}/agreement`) },
          { key: 'codebook', text: text.codebook, onClick: () => go('/diagnose/codebook') },
          { key: 'qdpx', text: text.exportQdpx, onClick: () => fetching.start(undefined) },
          { key: 'guide', text: text.guide, onClick: () => go('/diagnose/guide') },
        ]}
      />
      {drawing.refused && <RefusalNote refused={drawing.refused} />}
      {fetching.refused && <RefusalNote refused={fetching.refused} />}
      <Panel sentence={`${text.sample(given.interviews.length, given.sample.from, given.sample.to)} ${pick(given.sample.rule)}`}>
        {drawn.length > 0 && (
          <Alert
            type="info"
            showIcon
            style={{ marginBottom: 12 }}
            title={text.drawn(drawn.map((one) => text.number(one.number)).join(language === 'zh' ? '、' : ', '))}
          />
        )}
        <DataTable
          label={text.title}
          rows={given.interviews}
          rowKey={(row) => row.interviewId}
          href={(row) => `/diagnose/interviews/${row.interviewId}`}
          exportAs="interviews"
          onPhone="cards"
          empty={<Empty title={text.emptyTitle} sentence={text.empty} next={button} />}
          tools={
            given.interviews.some((one) => one.hasTranscript) && (
              <Button loading={drawing.busy} onClick={() => drawing.start({ waveId })}>
                {text.draw(percent)}
              </Button>
            )
          }
          columns={[
            { key: 'number', title: '', value: (row) => row.number, show: (row) => text.number(row.number), width: 90 },
            { key: 'level', title: text.level, value: (row) => nameOf(given.strata, row.stratum), filter: true },
            { key: 'role', title: text.role, value: (row) => nameOf(given.roles, row.role), filter: true, width: 130 },
            { key: 'state', title: text.state, value: (row) => text.states[stateOf(row)], filter: true, width: 120 },
            { key: 'plannedOn', title: text.plannedOn, value: (row) => row.plannedOn ?? '', width: 120 },
            { key: 'heldOn', title: text.heldOn, value: (row) => row.heldOn ?? '', width: 120 },
            { key: 'place', title: text.place, value: (row) => row.place, hiddenAtFirst: true },
            { key: 'interviewer', title: text.interviewer, value: (row) => row.interviewer, width: 110 },
            {
              key: 'coders',
              title: text.coders,
              value: (row) => row.coders.map((one) => `${one.name}${one.finished ? ' ✓' : ''}`).join(', '),
            },
            { key: 'double', title: text.double, value: (row) => (row.doubleCoded ? '●' : ''), width: 110 },
            {
              key: 'acts',
              title: '',
              acts: true,
              value: () => null,
              show: (row) => (
                <Button size="small" onClick={() => setPlanning(row)}>
                  {text.change}
                </Button>
              ),
              width: 120,
            },
          ]}
        />
      </Panel>
      {given.interviews.length > 0 && (
        <Panel title={text.importQdpx}>
          <ImportPanel accept=".qdpx" sentence={text.importQdpxSay} send={(file, step) => upload(importProject, { waveId, step }, file)} />
        </Panel>
      )}
      {planning !== null && (
        <PlanDialog
          waveId={waveId}
          line={planning === 'new' ? null : planning}
          strata={given.strata}
          roles={given.roles}
          onClose={() => setPlanning(null)}
        />
      )}
    </>
  )
}

export function stateOf(row: InterviewLine): keyof typeof zh.states {
  if (row.consent === null) return 'planned'
  if (!row.consent) return 'refused'
  if (!row.hasTranscript) return 'consented'
  if (row.coders.length === 0) return 'transcript'
  return row.coders.some((one) => one.finished) ? 'coded' : 'coding'
}
