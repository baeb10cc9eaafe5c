import type { OutputOf } from '@milepost/contract/endpoint'
import { downloadMyData, readMyData } from '@milepost/contract/open/myData'
import { Button } from 'antd'
import { useState } from 'react'
import { actionName } from '../../institution/published.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { minuteOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import '../open.css'
import { AskCorrectionDialog } from './AskCorrectionDialog.tsx'
import { NoticePanel } from './NoticePanel.tsx'
import { RequestTable } from './RequestTable.tsx'
import { en, zh } from './text.ts'

/** What is held about the person who reads, and the ways to take it along or to have it mended. */
export function MyDataPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { kinds, trail, requests } = useAsk(readMyData, {})
  const others = kinds.filter(({ code }) => code !== 'trail')
  const ofTrail = kinds.find(({ code }) => code === 'trail')
  const exporting = useDoing(async () => saveFile(await download(downloadMyData, {})))
  const [asking, setAsking] = useState(false)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={
          <Button type="primary" onClick={() => setAsking(true)}>
            {text.ask}
          </Button>
        }
        more={[{ key: 'export', text: text.export, onClick: () => exporting.start(undefined) }]}
      />
      {exporting.refused && <RefusalNote refused={exporting.refused} />}
      <div className="mp-sheets">
        <NoticePanel />
        {requests.length > 0 && (
          <Panel title={text.requests}>
            <RequestTable requests={requests} />
          </Panel>
        )}
        {others.map((kind) => (
          <Panel key={kind.code} title={pick(kind.name)}>
            {kind.facts.length === 0 ? (
              <p className="mp-soft">{text.none}</p>
            ) : (
              <Facts
                facts={kind.facts.map((fact, at) => ({ key: `${at} ${fact.name.zh}`, name: pick(fact.name), value: pick(fact.value) }))}
              />
            )}
            <RegisterLine kind={kind} />
          </Panel>
        ))}
        <Panel title={text.trail} sentence={text.trailSays}>
          <DataTable
            label={text.trail}
            onPhone="cards"
            rows={trail}
            rowKey={(row) => `${row.at} ${row.action} ${trail.indexOf(row)}`}
            columns={[
              { key: 'at', title: text.at, value: (row) => minuteOf(row.at), width: 150 },
              { key: 'who', title: text.who, value: (row) => (row.mine ? text.mine : row.actor), width: 140 },
              { key: 'did', title: text.did, value: (row) => pick(actionName(row.action)) },
            ]}
          />
          {ofTrail && <RegisterLine kind={ofTrail} />}
        </Panel>
      </div>
      {asking && <AskCorrectionDialog onClose={() => setAsking(false)} />}
    </>
  )
}

type Kind = OutputOf<typeof readMyData>['kinds'][number]

/** The line of the register of processing: what for, on what ground, for how long, read by whom. */
function RegisterLine({ kind }: { readonly kind: Kind }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const said = [
    [text.why, kind.purpose],
    [text.ground, kind.ground],
    [text.kept, kind.kept],
    [text.readBy, kind.readBy],
  ] as const
  return <p className="mp-soft mp-register">{said.map(([name, words]) => text.line(name, pick(words))).join(' · ')}</p>
}
