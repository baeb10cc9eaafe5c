import { previewPublication, publishPublication, withdrawPublication } from '@milepost/contract/open/publications'
import { GRADES } from '@milepost/terms/grades'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { BandMark } from '../BandMark.tsx'
import '../open.css'
import { en, zh } from './text.ts'

export function PreviewPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const publicationId = useParam('publicationId')
  const { publication, snapshot } = useAsk(previewPublication, { publicationId })
  const publishing = useDo(publishPublication)
  const withdrawing = useDo(withdrawPublication)
  const mayPublish = useMay('publication.publish')
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null)
  const [reason, setReason] = useState('')
  const bandOf = (band: string) => (band === 'veto' ? text.veto : <BandMark band={band} />)
  const doing = asking === 'withdraw' ? withdrawing : publishing
  const act = async () => {
    await doing.run({ publicationId, reason })
    setAsking(null)
    setReason('')
  }
  const primary = mayPublish && publication.state !== 'withdrawn' && (
    <Button
      type="primary"
      danger={publication.state === 'published'}
      onClick={() => setAsking(publication.state === 'draft' ? 'publish' : 'withdraw')}
    >
      {publication.state === 'draft' ? text.publish : text.withdraw}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.previewTitle(publication.year, publication.revision)}
        sentence={text.previewSentence}
        back={{ href: '/open', text: text.back }}
        beside={text.states[publication.state]}
        primary={primary}
        more={[
          {
            key: 'as-public',
            text: text.asPublic,
            onClick: () => window.open(`/public?preview=${publication.publicationId}`, '_blank', 'noopener'),
          },
        ]}
      />
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
              {snapshot.contact} · {text.hash} <code>{publication.hash}</code>
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
      <Modal
        open={asking !== null}
        title={asking === 'withdraw' ? text.withdraw : text.publish}
        okText={asking === 'withdraw' ? text.withdraw : text.publish}
        cancelText={text.cancel}
        onCancel={() => setAsking(null)}
        onOk={() => void act().catch(() => undefined)}
        confirmLoading={doing.busy}
        okButtonProps={{ disabled: reason.trim().length < 5 }}
      >
        {doing.refused && <RefusalNote refused={doing.refused} />}
        <Input.TextArea
          rows={3}
          aria-label={text.why}
          placeholder={text.why}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  )
}
