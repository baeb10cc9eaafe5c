import { issueInvitations, readCollection, remindInvited } from '@milepost/contract/diagnose/collection'
import { listWaves } from '@milepost/contract/diagnose/waves'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { LinkSlip } from '../../parts/links/LinkSlip.tsx'
import { type Issued, LinksPanel } from '../../parts/links/LinksPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CloseWave } from '../results/CloseWave.tsx'
import { InvitedPanel } from './InvitedPanel.tsx'
import { SendingPanel } from './SendingPanel.tsx'
import { en, zh } from './text.ts'
import '../diagnose.css'

export function CollectionPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const waveId = useParam('waveId')
  const mayCollect = useMay('wave.collect')
  const collection = useAsk(readCollection, { waveId })
  const issuing = useDo(issueInvitations)
  const reminding = useDo(remindInvited)
  const [issued, setIssued] = useState<Issued>([])
  const mayClose = useMay('answers.import')
  const [askedToClose, setAskedToClose] = useState(false)
  const isOpen = useAsk(listWaves, {}).waves.find((wave) => wave.waveId === waveId)?.closedOn === null
  const toMake = collection.strata.reduce((sum, one) => sum + one.invited - one.linksMade, 0)
  const make = async (invitationId?: string) => {
    const { invitations } = await issuing.run(invitationId ? { waveId, invitationId } : { waveId })
    setIssued(invitations)
  }
  const withList = !collection.sharedLink
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: `/diagnose/${waveId}`, text: text.back }}
        primary={
          <>
            {mayClose && isOpen && <Button onClick={() => setAskedToClose(true)}>{text.close}</Button>}
            {mayCollect && withList && toMake > 0 ? (
              <Button type="primary" loading={issuing.busy} onClick={() => void make().catch(() => undefined)}>
                {text.make(toMake)}
              </Button>
            ) : (
              <Button onClick={() => go(`/diagnose/${waveId}`)}>{text.results}</Button>
            )}
          </>
        }
        more={
          mayCollect
            ? [
                ...(withList ? [{ key: 'remind', text: text.remind, onClick: () => reminding.start({ waveId }) }] : []),
                { key: 'paper', text: text.paper, onClick: () => go(`/diagnose/${waveId}/paper`) },
              ]
            : []
        }
      />
      <CloseWave waveId={waveId} asked={askedToClose} onAnswered={() => setAskedToClose(false)} />
      {issuing.refused && <RefusalNote refused={issuing.refused} />}
      {reminding.refused && <RefusalNote refused={reminding.refused} />}
      {reminding.outcome && (
        <Alert type="success" showIcon title={text.reminded(reminding.outcome.remindedAbout)} style={{ marginBottom: 16 }} />
      )}
      {issued.length > 0 && <LinksPanel issued={issued} />}
      {collection.sharedLink && (
        <Panel title={text.openLink}>
          <LinkSlip name="" path={collection.path} once={false} />
        </Panel>
      )}
      <Panel title={text.progress} sentence={text.progressSay}>
        <DataTable
          label={text.progress}
          plain
          rows={collection.strata}
          rowKey={(row) => row.code}
          columns={[
            { key: 'level', title: text.level, value: (row) => pick(row.name) },
            { key: 'invited', title: text.invited, kind: 'number', value: (row) => row.invited, width: 120 },
            { key: 'links', title: text.links, kind: 'number', value: (row) => row.linksMade, width: 120 },
            {
              key: 'answered',
              title: text.answered,
              kind: 'number',
              value: (row) => row.answeredAbout,
              show: (row) => (row.answeredAbout === null ? text.hidden : text.about(row.answeredAbout)),
              width: 160,
            },
            { key: 'reminders', title: text.reminders, kind: 'number', value: (row) => row.reminders, width: 100 },
          ]}
        />
      </Panel>
      {mayCollect && withList && <SendingPanel waveId={waveId} />}
      {mayCollect && withList && (
        <InvitedPanel
          waveId={waveId}
          strata={collection.strata}
          onAgain={(invitationId) => void make(invitationId).catch(() => undefined)}
        />
      )}
    </>
  )
}
