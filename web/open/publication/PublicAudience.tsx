import type { OutputOf } from '@milepost/contract/endpoint'
import type { previewPublication } from '@milepost/contract/open/publications'
import { GRADES } from '@milepost/terms/grades'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { BandMark } from '../BandMark.tsx'
import { en, zh } from './text.ts'

type PublicAudienceProps = Pick<OutputOf<typeof previewPublication>, 'publication' | 'snapshot'>

/** All that the public will read, as tables. */
export function PublicAudience({ publication, snapshot }: PublicAudienceProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const bandOf = (band: string) => (band === 'veto' ? text.veto : <BandMark band={band} />)
  return (
    <div className="mp-sheets">
      <Panel>
        <Facts
          large
          facts={[
            { key: 'score', name: text.score, value: snapshot.score.official ?? '?', note: <BandMark band={snapshot.score.band} /> },
            { key: 'target', name: text.onTarget, value: `${snapshot.score.onTarget} / ${snapshot.score.measures}` },
            { key: 'staff', name: text.appraised, value: snapshot.staff.appraised === 0 ? '–' : snapshot.staff.appraised },
            ...(snapshot.staff.appraised === 0 ? [] : snapshot.staff.grades).map((one) => ({
              key: one.grade,
              name: pick(GRADES[one.grade as keyof typeof GRADES]),
              value: one.n ?? text.hidden,
            })),
          ]}
        />
        {snapshot.staff.appraised === 0 && <p className="mp-soft">{text.staffNotYet}</p>}
      </Panel>
      <Panel title={text.story} sentence={pick(snapshot.mission)}>
        <div className="mp-lines">
          <p className="mp-said">{snapshot.story.zh}</p>
          {snapshot.story.en === '' ? <p className="mp-soft">{text.noEnglish}</p> : <p className="mp-said">{snapshot.story.en}</p>}
          <p className="mp-soft mp-said">
            {[snapshot.contact.zh, snapshot.contact.en].filter(Boolean).join(' / ')} · {text.hash} <code>{publication.hash}</code>
          </p>
        </div>
      </Panel>
      {snapshot.perspectives.map((perspective) => (
        <Panel key={perspective.code} title={pick(perspective.name)} sentence={perspective.score ?? '?'}>
          <DataTable
            label={pick(perspective.name)}
            plain
            onPhone="cards"
            rows={perspective.measures}
            rowKey={(row) => row.code}
            columns={[
              { key: 'name', title: text.name, value: (row) => pick(row.name) },
              { key: 'band', title: text.band, value: (row) => row.band, show: (row) => <BandMark band={row.band} />, width: 90 },
              {
                key: 'actual',
                title: text.actual,
                kind: 'number',
                value: (row) => row.actual,
                show: (row) => (row.actual === null ? '?' : `${row.actual} ${pick(row.unit)}`),
                width: 130,
              },
              {
                key: 'target',
                title: text.target,
                kind: 'number',
                value: (row) => row.target,
                show: (row) => row.target ?? '–',
                width: 110,
              },
              {
                key: 'reached',
                title: text.reached,
                value: (row) => (row.reached === null ? '' : row.reached ? text.yes : text.no),
                width: 110,
              },
              { key: 'miss', title: text.missed, value: (row) => pick(row.miss) },
              { key: 'score', title: text.points, kind: 'number', value: (row) => row.score, show: (row) => row.score ?? '?', width: 90 },
            ]}
          />
        </Panel>
      ))}
      <Panel title={text.besides}>
        <Facts
          facts={[
            ...(snapshot.roads
              ? [
                  { key: 'km', name: text.km, value: snapshot.roads.km, note: snapshot.roads.period },
                  { key: 'mean', name: text.mean, value: snapshot.roads.mean ?? '?' },
                  { key: 'good', name: text.good, value: `${snapshot.roads.goodRate ?? '?'}%` },
                  { key: 'poor', name: text.poor, value: `${snapshot.roads.poorRate ?? '?'}%` },
                ]
              : []),
            ...snapshot.units.bands.map((one) => ({
              key: `unit ${one.band}`,
              name: text.unitsIn,
              value: one.units,
              note: bandOf(one.band),
            })),
            ...snapshot.surveys.map((one) => ({
              key: `survey ${one.name.zh}`,
              name: pick(one.name),
              value: text.answers(one.answers),
              note: one.rate === null ? undefined : text.rate(one.rate),
            })),
          ]}
        />
      </Panel>
    </div>
  )
}
