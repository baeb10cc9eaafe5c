import { downloadChange, readChange, type YearOfChange } from '@milepost/contract/open/change'
import { Button } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useMay } from '../../platform/session.tsx'
import '../open.css'
import { IndicesPanel } from './IndicesPanel.tsx'
import { Lead } from './Lead.tsx'
import { MovesTable } from './MovesTable.tsx'
import { NextWaveDialog } from './NextWaveDialog.tsx'
import { points } from './points.ts'
import { RemediesTold } from './RemediesTold.tsx'
import { en, zh } from './text.ts'

/** The loop closed: what the second diagnosis says of the first one and of what was done in between. */
export function ChangePage() {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const { change, waves } = useAsk(readChange, {})
  const mayOpen = useMay('wave.collect') && waves > 0
  const last = change?.after.waveId ?? null
  const go = useGo()
  const [opening, setOpening] = useState(false)
  const paper = useDoing(async () => saveFile(await download(downloadChange, { language })))
  return (
    <>
      <PageHead
        title={text.title}
        sentence={change ? `${text.sentence} ${text.waves(pick(change.before.name), pick(change.after.name))}` : text.sentence}
        primary={
          change ? (
            <Button type="primary" loading={paper.busy} onClick={() => paper.start(undefined)}>
              {text.paper}
            </Button>
          ) : undefined
        }
        more={
          mayOpen
            ? [
                ...(last === null ? [] : [{ key: 'online', text: text.nextOnline, onClick: () => go(`/diagnose/new?follows=${last}`) }]),
                { key: 'next', text: text.next, onClick: () => setOpening(true) },
              ]
            : []
        }
      />
      {paper.refused && <RefusalNote refused={paper.refused} />}
      {change === null ? <Empty title={text.emptyTitle} sentence={text.empty(waves)} /> : <Changes change={change} />}
      {opening && <NextWaveDialog onClose={() => setOpening(false)} />}
    </>
  )
}

function Changes({ change }: { readonly change: YearOfChange }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const count = (standing: YearOfChange['problems'][number]['standing']) =>
    change.problems.filter((one) => one.standing === standing).length
  const confirmed = change.problems.filter((one) => one.verdictBefore === 'confirmed')
  const named = (problems: YearOfChange['problems']) => problems.map((one) => pick(one.name)).join(', ')
  return (
    <div className="mp-sheets">
      <Panel title={`${text.problems} · ${text.count(count('cured'), count('remains'), count('new'))}`} sentence={text.problemsSay}>
        <Lead change={change} />
        <Facts
          large
          facts={change.problems.map((one) => ({
            key: one.code,
            name: pick(one.name),
            value: `${points(one.severityBefore)} → ${points(one.severityAfter)}`,
            note: [
              ...(one.verdictBefore === null ? [] : [`${change.years.before} ${text.verdictsBefore[one.verdictBefore]}`]),
              text.standings[one.standing],
            ].join(' · '),
          }))}
        />
        {confirmed.length > 0 && (
          <p className="mp-change-confirmed">
            <strong>
              {text.confirmed(change.years.before, named(confirmed), named(confirmed.filter((one) => one.standing === 'cured')))}
            </strong>
          </p>
        )}
        <MovesTable moves={change.problems.flatMap(({ move }) => move ?? [])} />
      </Panel>
      <Panel title={text.others}>
        <MovesTable moves={change.others} />
      </Panel>
      <RemediesTold change={change} />
      <IndicesPanel change={change} />
    </div>
  )
}
