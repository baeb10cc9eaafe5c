import { readVoices } from '@milepost/contract/diagnose/voices'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Select } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAddressValue, useGo, useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { cut, percent } from '../results/percent.ts'
import { en, zh } from './text.ts'
import './interviews.css'

type Row = OutputOf<typeof readVoices>['rows'][number]

/** What the interviews say, for everybody who reads the diagnosis: counts by level and quotes, never a transcript. */
export function VoicesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const waveId = useParam('waveId')
  const voices = useAsk(readVoices, { waveId })
  const mayCode = useMay('transcript.keep')
  const [wanted, setWanted] = useAddressValue('code')
  const quotes = voices.quotes.filter((one) => wanted === null || isUnder(voices.rows, one.code, wanted))
  // a level nobody of which was asked says nothing
  const levels = voices.strata.map((level, at) => ({ level, at })).filter(({ level }) => level.interviewed !== 0)
  const nameOf = (code: string) => {
    const row = voices.rows.find((one) => one.code === code)
    return row ? `${code} ${pick(row.name)}` : code
  }
  return (
    <>
      <PageHead
        title={text.voicesTitle}
        sentence={voices.interviewed === null ? pick(voices.wave) : text.voicesSentence(voices.interviewed, voices.least)}
        back={{ href: `/diagnose/${waveId}`, text: text.back }}
        primary={voices.interviewed === null ? undefined : <PrintButton />}
        more={mayCode ? [{ key: 'interviews', text: text.title, onClick: () => go(`/diagnose/${waveId}/interviews`) }] : []}
      />
      {voices.interviewed === null && <Empty title={text.voicesNone} sentence={text.voicesNoneSay(voices.least, voices.planned)} />}
      {voices.interviewed !== null && (
        <>
          <Panel title={text.matrix} sentence={text.matrixSay}>
            <DataTable
              label={text.matrix}
              plain
              exportAs="codes-by-level"
              onPhone="scroll"
              rows={voices.rows}
              rowKey={(row) => row.code}
              columns={[
                {
                  key: 'code',
                  title: text.code,
                  value: (row) => `${row.code} ${pick(row.name)}`,
                  show: (row) => <span className={row.parent === null ? 'mp-code-top' : 'mp-code-below'}>{nameOf(row.code)}</span>,
                  width: 280,
                },
                { key: 'raised', title: text.raised, kind: 'number', value: (row) => row.raised, width: 100 },
                {
                  key: 'share',
                  title: text.share,
                  kind: 'number',
                  value: (row) => row.percent,
                  show: (row) => (
                    <span className="mp-share">
                      <i style={{ width: `${row.percent * 0.6}px` }} data-over={row.percent >= 30} />
                      {percent(row.percent)}
                    </span>
                  ),
                  width: 150,
                },
                {
                  key: 'strength',
                  title: text.mean,
                  kind: 'number',
                  value: (row) => row.strength,
                  show: (row) => (row.strength === null ? '–' : cut(row.strength, 1)),
                  width: 110,
                },
                ...levels.map(({ level, at }) => ({
                  key: `level-${level.code}`,
                  title: `${pick(level.name)}${level.interviewed === null ? '' : ` (${level.interviewed})`}`,
                  kind: 'number' as const,
                  value: (row: Row) => row.byStratum[at] ?? null,
                  show: (row: Row) => (row.byStratum[at] === null ? <span title={text.hidden}>·</span> : row.byStratum[at]),
                  width: 150,
                })),
              ]}
            />
          </Panel>
          <Panel
            title={`${text.quotes} (${quotes.length})`}
            sentence={text.quotesSay}
            acts={
              <Select
                aria-label={text.code}
                style={{ width: 240 }}
                value={wanted ?? ''}
                onChange={(code) => setWanted(code === '' ? null : code)}
                options={[{ value: '', label: text.all }, ...voices.rows.map((row) => ({ value: row.code, label: nameOf(row.code) }))]}
              />
            }
          >
            <div className="mp-quotes">
              {quotes.map((one) => (
                <figure key={one.quoteId}>
                  <blockquote>{one.text}</blockquote>
                  <figcaption>
                    {pick(one.from)} · {nameOf(one.code)} · {text.strengths[one.strength]}
                  </figcaption>
                </figure>
              ))}
            </div>
          </Panel>
        </>
      )}
    </>
  )
}

const isUnder = (rows: readonly Row[], code: string, top: string) => code === top || rows.find((one) => one.code === code)?.parent === top
