import { checkTicket } from '@milepost/contract/open/ticketChecks'
import type { WorkedCase } from '@milepost/scorecard/worked/workedCase'
import { WORKED_CASES } from '@milepost/scorecard/worked/workedCases'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Explanation } from '../../parts/Explanation.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink, useGo } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { CaseCurves } from './CaseCurves.tsx'
import { readingName } from './Readings.tsx'
import { SameMark } from './SameMark.tsx'
import { TryCard } from './TryCard.tsx'
import { TryFigures } from './TryFigures.tsx'
import { en, zh } from './text.ts'
import { ticketOf } from './useServerChecks.ts'
import { type Tried, workOut } from './workedReadings.ts'

const hrefOf = (code: string) => `/design/worked-cases?case=${code}`

/** One case: what must come out, what comes out, every figure to be changed, and the explanation a ticket would give. */
export function CaseDesk({ of }: { readonly of: WorkedCase }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const asSet: Tried = { card: of.card, answers: of.answers, series: of.series }
  const [tried, setTried] = useState<Tried>(asSet)
  const checking = useDo(checkTicket)
  const worked = workOut(of.expected, tried)
  const changed = JSON.stringify(tried) !== JSON.stringify(asSet)
  const change = (next: Tried) => {
    checking.forget()
    setTried(next)
  }
  const at = WORKED_CASES.indexOf(of)
  const [before, next] = [WORKED_CASES[at - 1], WORKED_CASES[at + 1]]
  const { card } = tried
  const scorable = card !== null && worked !== null
  return (
    <>
      <PageHead
        title={`${of.code} · ${pick(of.name)}`}
        sentence={`${text.byHand}${text.colon}${pick(of.byHand)}`}
        back={{ href: '/design/worked-cases', text: text.back }}
        primary={
          scorable && (
            <Button loading={checking.busy} onClick={() => checking.start({ ticket: ticketOf(card) })}>
              {text.askServer1}
            </Button>
          )
        }
        more={
          scorable
            ? [
                { key: 'save', text: text.save, onClick: () => saveFile({ blob: ticketFile(card), fileName: `${of.code}.json` }) },
                { key: 'check', text: text.check, onClick: () => go('/open/check') },
              ]
            : []
        }
      />
      <div className="mp-stack">
        <Panel
          title={text.result}
          acts={changed && <Button onClick={() => change(asSet)}>{text.reset}</Button>}
          sentence={changed ? text.changed : undefined}
        >
          {worked === null ? (
            <Alert type="warning" showIcon title={text.notReadable} />
          ) : (
            <DataTable
              label={text.result}
              plain
              onPhone="cards"
              rows={worked.readings}
              rowKey={(row) => `${row.what}${row.of ?? ''}`}
              columns={[
                { key: 'what', title: text.reading, value: (row) => readingName(row, text) },
                { key: 'expected', title: text.expected, kind: 'number', value: (row) => row.value, show: (row) => said(row.value, text) },
                { key: 'here', title: text.here, kind: 'number', value: (row) => row.got, show: (row) => said(row.got, text) },
                {
                  key: 'verdict',
                  title: text.verdict,
                  value: (row) => (row.same ? text.same : text.differs),
                  show: (row) => (changed ? '' : <SameMark same={row.same} />),
                },
              ]}
            />
          )}
          {checking.refused && <RefusalNote refused={checking.refused} />}
          {checking.outcome && (
            <Alert
              type={checking.outcome.same ? 'success' : 'error'}
              showIcon
              role="status"
              title={checking.outcome.same ? text.serverSame(checking.outcome.official ?? '–') : text.serverDiffers}
            />
          )}
          {of.wrongWay && (
            <p>
              <strong>{text.wrongWay}</strong> {of.wrongWay.value}
              {text.colon}
              {pick(of.wrongWay.why)}
            </p>
          )}
          {of.source && (
            <p className="mp-soft">
              {text.source}
              {text.colon}
              {pick(of.source)}
            </p>
          )}
        </Panel>
        <Panel title={text.tryTitle} sentence={text.trySays}>
          {card !== null && <TryCard card={card} onChange={(to) => change({ ...tried, card: to })} />}
          <TryFigures tried={tried} onChange={change} />
        </Panel>
        {card !== null && worked?.result && <CaseCurves card={card} result={worked.result} />}
        {worked?.result && (
          <Panel title={text.steps} sentence={text.stepsSay}>
            <Explanation tree={worked.result.explanation} openLevels={4} />
          </Panel>
        )}
        <nav className="mp-worked-next" aria-label={text.list}>
          {before ? <PageLink href={hrefOf(before.code)}>{`← ${before.code} ${pick(before.name)}`}</PageLink> : <span />}
          {next && <PageLink href={hrefOf(next.code)}>{`${next.code} ${pick(next.name)} →`}</PageLink>}
        </nav>
      </div>
    </>
  )
}

const said = (value: string | null, text: typeof zh): string => (value === null ? '–' : (text.values[value] ?? value))

/** Readable by the page that checks ticket files. */
const ticketFile = (card: Parameters<typeof ticketOf>[0]) =>
  new Blob([JSON.stringify({ ...ticketOf(card), evidence: [] }, null, 2)], { type: 'application/json' })
