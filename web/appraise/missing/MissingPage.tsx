import { noticeMissing, readMissing, talkAboutMissing, waiveMissing } from '@milepost/contract/appraise/missing'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Alert, Button, Segmented, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { ALSO } from '../words.ts'
import { en, zh } from './text.ts'

type What = OutputOf<typeof readMissing>['missing'][number]['what']
const KINDS = ['self-report', 'routine-record'] as const

/** Whose report or routine record is missing: noticed twice, talked to, and gone on without by a named leader; many at once. */
export function MissingPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const cycleId = chosen.cycle?.cycleId ?? ''
  const { answer } = useAskMaybe(readMissing, chosen.cycle && { cycleId })
  const all = answer?.missing ?? []
  const [what, setWhat] = useState<What>('self-report')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<'talk' | 'waive' | null>(null)
  const noticing = useDo(noticeMissing)
  const talking = useDo(talkAboutMissing)
  const waiving = useDo(waiveMissing)
  const mayKeep = useMay('participation.keep')
  const mayWaive = useMay('missing.waive')
  const rows = all.filter((row) => row.what === what)
  const personIds = rows.filter((row) => selected.has(row.personId)).map((row) => row.personId)
  const none = personIds.length === 0
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} />
      <div className="mp-notes">
        {noticing.outcome && <Alert type="success" showIcon title={text.noticed(noticing.outcome.noticed, noticing.outcome.second)} />}
        {noticing.refused && <RefusalNote refused={noticing.refused} />}
      </div>
      <Segmented
        aria-label={text.which}
        value={what}
        style={{ marginBottom: 12 }}
        onChange={(next) => {
          setWhat(next)
          setSelected(new Set())
        }}
        options={KINDS.map((kind) => ({ value: kind, label: `${text.kinds[kind]} (${all.filter((row) => row.what === kind).length})` }))}
      />
      <DataTable
        label={text.kinds[what]}
        exportAs={`missing-${what}`}
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.personId}
        href={(row) => `/appraise/people/${row.personId}?year=${chosen.cycle?.year}`}
        selection={{ selected, onChange: setSelected }}
        empty={answer && <Empty title={text.emptyTitle} sentence={text.emptySentence} />}
        tools={
          <Space wrap>
            {mayKeep && (
              <>
                <Button disabled={none} loading={noticing.busy} onClick={() => noticing.start({ cycleId, what, personIds })}>
                  {text.notice(personIds.length)}
                </Button>
                <Button disabled={none} onClick={() => setAsked('talk')}>
                  {text.talk}
                </Button>
              </>
            )}
            {mayWaive && (
              <Button type="primary" disabled={none} onClick={() => setAsked('waive')}>
                {text.waive(personIds.length)}
              </Button>
            )}
          </Space>
        }
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name, width: 110 },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 150 },
          { key: 'why', title: text.standing, value: (row) => row.participation.map(pick).join(pick(ALSO)), width: 200 },
          { key: 'first', title: text.first, value: (row) => row.firstNoticeOn ?? '–', width: 110 },
          { key: 'second', title: text.second, value: (row) => row.secondNoticeOn ?? '–', width: 110 },
          {
            key: 'talk',
            title: text.talked,
            value: (row) => (row.talkedOn === null ? '–' : `${row.talkedOn} ${row.talkedBy ?? ''}: ${row.talk}`),
            width: 200,
          },
          {
            key: 'waived',
            title: text.waived,
            value: (row) => (row.waivedOn === null ? '–' : `${row.waivedOn} ${row.waivedBy ?? ''}: ${row.because}`),
            width: 220,
          },
        ]}
      />
      {asked === 'talk' && (
        <FormDialog
          title={text.talk}
          sentence={text.talkSay(personIds.length)}
          fields={[
            { key: 'talkedOn', label: text.talkedOn, kind: 'day' },
            { key: 'talk', label: text.said, kind: 'area' },
          ]}
          start={{ talkedOn: today() }}
          acting={talking}
          onSave={({ talkedOn = '', talk = '' }) => talking.run({ cycleId, what, personIds, talkedOn, talk })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'waive' && (
        <FormDialog
          title={text.waive(personIds.length)}
          sentence={text.waiveSay}
          fields={[{ key: 'reason', label: text.reason, kind: 'area' }]}
          start={{}}
          acting={waiving}
          okText={text.waive(personIds.length)}
          onSave={({ reason = '' }) => waiving.run({ cycleId, what, personIds, reason })}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
