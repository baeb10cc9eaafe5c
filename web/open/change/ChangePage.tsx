import { downloadChange, readChange, type SignMove, type YearOfChange } from '@milepost/contract/open/change'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
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
import { Lead } from './Lead.tsx'
import { MovesTable } from './MovesTable.tsx'
import { NextWaveDialog } from './NextWaveDialog.tsx'
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

const points = (value: number | null) => (value === null ? '–' : value.toFixed(1))
const signed = ({ difference }: SignMove) => `${difference > 0 ? '+' : ''}${difference.toFixed(2)}`

function Changes({ change }: { readonly change: YearOfChange }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const count = (standing: YearOfChange['problems'][number]['standing']) =>
    change.problems.filter((one) => one.standing === standing).length
  const confirmed = change.problems.filter((one) => one.verdictBefore === 'confirmed')
  const nameOf = new Map([
    ...change.problems.map(({ code, name }) => [code, name] as const),
    ...change.others.map((one) => [one.construct, one.name] as const),
  ])
  /** The library speaks of problems and causes by their codes; people read names. */
  const inWords = (said: string) =>
    said.replaceAll(/\b[PK]\d+\b/g, (code) => {
      const name = nameOf.get(code)
      return name ? text.quoted(pick(name)) : code
    })
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
      <Panel title={text.remedies} sentence={text.remediesSay}>
        <DataTable
          label={text.remedies}
          rows={change.remedies}
          rowKey={(row) => row.code}
          exportAs={text.fileName}
          onPhone="cards"
          columns={[
            { key: 'name', title: text.remedy, value: (row) => pick(row.name), width: 160 },
            { key: 'action', title: text.action, value: (row) => pick(row.action) },
            { key: 'sign', title: text.sign, value: (row) => inWords(pick(row.resultSign)), width: 220 },
            {
              key: 'moved',
              title: text.moved,
              value: (row) => row.moves.map((move) => `${pick(move.name)} ${signed(move)}`).join('; '),
              width: 220,
            },
            { key: 'result', title: text.result, value: (row) => text.remedyVerdicts[row.verdict], filter: true, width: 110 },
          ]}
        />
      </Panel>
      <Panel title={text.indices}>
        <DataTable
          label={text.indices}
          plain
          rows={change.indices}
          rowKey={(row) => row.code}
          columns={[
            { key: 'name', title: text.index, value: (row) => pick(row.name) },
            {
              key: 'before',
              title: String(change.years.before),
              kind: 'number',
              value: (row) => row.before,
              show: (row) => points(row.before),
              width: 100,
            },
            {
              key: 'after',
              title: String(change.years.after),
              kind: 'number',
              value: (row) => row.after,
              show: (row) => points(row.after),
              width: 100,
            },
            { key: 'unit', title: text.unit, value: (row) => pick(row.unit), width: 110 },
          ]}
        />
      </Panel>
    </div>
  )
}
