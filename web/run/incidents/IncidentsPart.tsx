import type { OutputOf } from '@milepost/contract/endpoint'
import { attachEvidence, confirmIncident, downloadEvidence, readIncidents, recordIncident } from '@milepost/contract/run/incidents'
import { Button, Space, Tag, Upload } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useAskMaybe, useDo, useDoing } from '../../platform/asking.ts'
import { download, upload } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useCycle } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'

const zh = {
  title: '关键事件',
  none: '没有记录。',
  record: '记录关键事件',
  says: '发生当时记录：事实与影响，不写评价。好的和不好的都记；本人阅后可以说明。',
  on: '发生日期',
  sign: '性质',
  signs: { plus: '突出', minus: '不足' },
  what: '事实（至少 10 字）',
  effect: '影响（至少 5 字）',
  by: (who: string) => `${who} 记录`,
  attach: '附证据',
  attachHint: 'PDF、PNG、JPG、DOCX、XLSX；不收带宏文件',
  confirm: '已阅',
  own: '我的说明（可不填）',
  confirmed: '本人已阅',
  fact: '事实',
  cameOf: '影响',
  answer: '本人说明',
}
const en: typeof zh = {
  title: 'Critical incidents',
  none: 'None.',
  record: 'Record an incident',
  says: 'Written down when it happens: what happened and what came of it, no judgement; good and bad alike. The person reads it and may answer.',
  on: 'Day',
  sign: 'Kind',
  signs: { plus: 'outstanding', minus: 'falling short' },
  what: 'What happened (at least 10 characters)',
  effect: 'What came of it (at least 5 characters)',
  by: (who) => `recorded by ${who}`,
  attach: 'Attach evidence',
  attachHint: 'PDF, PNG, JPG, DOCX, XLSX; nothing with macros',
  confirm: 'I have read it',
  own: 'My answer (may be left empty)',
  confirmed: 'read by the person',
  fact: 'What happened',
  cameOf: 'What came of it',
  answer: 'The person’s answer',
}

type Incident = OutputOf<typeof readIncidents>['incidents'][number]
type IncidentsPartProps = { readonly personId: string; readonly mayRecord: boolean; readonly isOwn: boolean }

/** What happened with one person in the year, with its evidence. */
export function IncidentsPart({ personId, mayRecord, isOwn }: IncidentsPartProps) {
  const text = useText({ zh, en })
  const cycleId = useCycle()?.cycleId
  const { answer } = useAskMaybe(readIncidents, cycleId === undefined ? null : { cycleId, personId })
  const attaching = useDoing(({ incidentId, file }: { incidentId: string; file: File }) => upload(attachEvidence, { incidentId }, file))
  const [recording, setRecording] = useState(false)
  const [confirming, setConfirming] = useState<Incident | null>(null)
  if (!answer || (answer.incidents.length === 0 && !mayRecord)) return null
  return (
    <section aria-label={text.title} className="mp-incidents">
      <div className="mp-row">
        <h3 className="mp-part">{text.title}</h3>
        {mayRecord && <Button onClick={() => setRecording(true)}>{text.record}</Button>}
      </div>
      {attaching.refused && <RefusalNote refused={attaching.refused} />}
      {answer.incidents.length === 0 && <p className="mp-soft">{text.none}</p>}
      {answer.incidents.map((one) => (
        <article key={one.incidentId} className="mp-check-in">
          <header>
            <strong>
              <Tag color={one.sign === 'plus' ? 'success' : 'warning'}>{text.signs[one.sign]}</Tag> {one.happenedOn}
            </strong>
            <span>
              {text.by(one.recordedBy)}
              {one.confirmedAt !== null && ` · ${text.confirmed}`}
            </span>
          </header>
          <dl>
            {[
              { name: text.fact, said: one.what },
              { name: text.cameOf, said: one.effect },
              { name: text.answer, said: one.personSays },
            ]
              .filter(({ said }) => said !== '')
              .map(({ name, said }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{said}</dd>
                </div>
              ))}
          </dl>
          <Space wrap>
            {one.files.map((file) => (
              <Button
                key={file.fileId}
                size="small"
                onClick={() => void download(downloadEvidence, { fileId: file.fileId }).then(saveFile)}
              >
                {file.name}
              </Button>
            ))}
            {mayRecord && one.confirmedAt === null && (
              <Upload
                showUploadList={false}
                accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
                beforeUpload={(file) => {
                  attaching.start({ incidentId: one.incidentId, file })
                  return false
                }}
              >
                <Button size="small" loading={attaching.busy}>
                  {text.attach}
                </Button>
              </Upload>
            )}
            {mayRecord && one.confirmedAt === null && <span className="mp-soft">{text.attachHint}</span>}
            {isOwn && one.confirmedAt === null && (
              <Button size="small" type="primary" onClick={() => setConfirming(one)}>
                {text.confirm}
              </Button>
            )}
          </Space>
        </article>
      ))}
      {recording && <RecordForm personId={personId} onClose={() => setRecording(false)} />}
      {confirming && <ConfirmForm incident={confirming} onClose={() => setConfirming(null)} />}
    </section>
  )
}

function RecordForm({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const recording = useDo(recordIncident)
  return (
    <FormDialog
      title={text.record}
      about={personId}
      sentence={text.says}
      fields={[
        { key: 'happenedOn', label: text.on, kind: 'day' },
        {
          key: 'sign',
          label: text.sign,
          kind: 'choice',
          options: (['plus', 'minus'] as const).map((one) => ({ value: one, label: text.signs[one] })),
        },
        { key: 'what', label: text.what, kind: 'area' },
        { key: 'effect', label: text.effect, kind: 'area' },
      ]}
      start={{ happenedOn: today(), sign: 'plus' }}
      acting={recording}
      onSave={({ happenedOn = '', sign = '', what = '', effect = '' }) =>
        recording.run({ personId, happenedOn, sign: sign === 'minus' ? 'minus' : 'plus', what, effect })
      }
      onClose={onClose}
    />
  )
}

function ConfirmForm({ incident, onClose }: { readonly incident: Incident; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const confirming = useDo(confirmIncident)
  return (
    <FormDialog
      title={text.confirm}
      about={incident.incidentId}
      sentence={incident.what}
      fields={[{ key: 'says', label: text.own, kind: 'area', optional: true }]}
      start={{}}
      acting={confirming}
      okText={text.confirm}
      onSave={({ says = '' }) => confirming.run({ incidentId: incident.incidentId, says })}
      onClose={onClose}
    />
  )
}
