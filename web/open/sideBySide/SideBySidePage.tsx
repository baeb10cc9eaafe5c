import { dropCollected, readSideBySide } from '@milepost/contract/open/sideBySide'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { written } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { BandMark } from '../BandMark.tsx'
import '../open.css'
import { AdjustPanel } from './AdjustPanel.tsx'
import { CollectDialog } from './CollectDialog.tsx'
import { FiguresDialog } from './FiguresDialog.tsx'
import { RanksPanel } from './RanksPanel.tsx'
import { ranked } from './ranked.ts'
import { en, zh } from './text.ts'

/** What the institutions published, beside each other, by the overall score or by one measure. */
export function SideBySidePage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [asked, setYear] = useAddressValue('year')
  const [code, setCode] = useAddressValue('measure')
  const { years, year, measures, institutions } = useAsk(readSideBySide, asked === null ? {} : { year: Number(asked) })
  const measure = measures.find((one) => one.code === code) ?? null
  const figure = (one: (typeof institutions)[number]) => one.published?.figures.find((own) => own.code === measure?.code) ?? null
  const rows = ranked(
    institutions,
    (one) => (measure === null ? (one.published?.score ?? null) : (figure(one)?.actual ?? null)),
    measure?.better ?? 'up',
  )
  const mayCollect = useMay('publication.collect')
  const dropping = useDo(dropCollected)
  const [collecting, setCollecting] = useState(false)
  const [reading, setReading] = useState<string | null>(null)
  const read = institutions.find((one) => one.code === reading)
  const silent = institutions.filter((one) => one.published === null)
  const choices = (
    <>
      <Select
        aria-label={text.year}
        value={year}
        onChange={(next) => setYear(String(next))}
        options={years.map((one) => ({ value: one, label: String(one) }))}
      />
      <Select
        aria-label={text.measure}
        value={measure?.code ?? ''}
        onChange={(next) => setCode(next === '' ? null : next)}
        options={[{ value: '', label: text.whole }, ...measures.map((one) => ({ value: one.code, label: pick(one.name) }))]}
        style={{ minWidth: 240 }}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </>
  )
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={years.length > 0 && choices}
        primary={mayCollect ? <Button onClick={() => setCollecting(true)}>{text.collect}</Button> : undefined}
      />
      {silent.length > 0 && years.length > 0 && (
        <p className="mp-soft">
          {text.missing(
            silent.map((one) => pick(one.name)),
            silent.length,
          )}
        </p>
      )}
      <DataTable
        label={text.title}
        onPhone="cards"
        exportAs={text.file}
        rows={years.length === 0 ? [] : rows}
        rowKey={({ row }) => row.code}
        empty={<Empty title={text.none} sentence={text.noneSays} />}
        columns={[
          { key: 'name', title: text.institution, value: ({ row }) => pick(row.name) },
          { key: 'rank', title: text.rank, kind: 'number', value: ({ rank }) => rank, show: ({ rank }) => rank ?? '–', width: 80 },
          {
            key: 'score',
            title: text.score,
            kind: 'number',
            value: ({ row }) => row.published?.score ?? null,
            show: ({ row }) =>
              row.published === null ? (
                '–'
              ) : (
                <button
                  type="button"
                  className="mp-text-button"
                  aria-label={text.figuresOf(pick(row.name))}
                  onClick={() => setReading(row.code)}
                >
                  {row.published.score ?? '?'}
                </button>
              ),
            width: 110,
          },
          {
            key: 'band',
            title: text.band,
            value: ({ row }) => row.published?.band ?? '',
            show: ({ row }) => (row.published === null ? text.notPublished : <BandMark band={row.published.band} />),
            width: 100,
          },
          ...(measure === null
            ? []
            : [
                {
                  key: 'actual',
                  title: text.actualIn(pick(measure.unit)),
                  kind: 'number' as const,
                  value: ({ row }: (typeof rows)[number]) => figure(row)?.actual ?? null,
                  show: ({ row }: (typeof rows)[number]) => written(figure(row)?.actual ?? null),
                  width: 130,
                },
                {
                  key: 'interval',
                  title: text.interval,
                  value: ({ row }: (typeof rows)[number]) => {
                    const interval = figure(row)?.interval
                    return interval ? `${interval.low} – ${interval.high}` : ''
                  },
                  width: 130,
                },
                {
                  key: 'target',
                  title: text.target,
                  kind: 'number' as const,
                  value: ({ row }: (typeof rows)[number]) => figure(row)?.target ?? null,
                  width: 100,
                },
                {
                  key: 'reached',
                  title: text.reached,
                  value: ({ row }: (typeof rows)[number]) => reachedWord(figure(row)?.reached ?? null, text),
                  width: 110,
                },
              ]),
          {
            key: 'onTarget',
            title: text.onTarget,
            value: ({ row }) => (row.published === null ? '' : `${row.published.onTarget} / ${row.published.measures}`),
            width: 150,
          },
          {
            key: 'published',
            title: text.published,
            value: ({ row }) => (row.published === null ? '' : `${row.published.publishedOn} ${text.revision(row.published.revision)}`),
            width: 170,
          },
          {
            key: 'page',
            title: text.open,
            value: ({ row }) => row.code,
            show: ({ row }) =>
              row.source === 'here' ? (
                <a href={`/public?institution=${encodeURIComponent(row.code)}`} target="_blank" rel="noreferrer">
                  {text.open}
                </a>
              ) : (
                <>
                  {text.collected}{' '}
                  {mayCollect && (
                    <button type="button" className="mp-text-button" onClick={() => dropping.start({ code: row.code })}>
                      {text.drop}
                    </button>
                  )}
                </>
              ),
            width: 110,
          },
        ]}
      />
      <p className="mp-soft mp-side-note">{text.note}</p>
      {years.length > 0 && (
        <div className="mp-stack">
          <RanksPanel institutions={institutions} measures={measures} />
          <AdjustPanel institutions={institutions} measure={measure} />
        </div>
      )}
      {read && <FiguresDialog institution={read} measures={measures} mean={null} onClose={() => setReading(null)} />}
      {collecting && <CollectDialog onClose={() => setCollecting(false)} />}
    </>
  )
}

const reachedWord = (reached: boolean | null, text: typeof zh) => (reached === null ? '' : reached ? text.yes : text.no)
