import { listInvitations, sendInvitations } from '@milepost/contract/diagnose/collection'
import { Alert, Button, Progress } from 'antd'
import { useRef, useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

/** Sends each person the link, batch by batch: how far it is, and the way to end it. Repeating goes on where it ended. */
export function SendingPanel({ waveId }: { readonly waveId: string }) {
  const text = useText({ zh, en })
  const { invitations, channels } = useAsk(listInvitations, { waveId })
  const [done, setDone] = useState<{ readonly sent: number; readonly failed: number; readonly left: number } | null>(null)
  const stopped = useRef(false)
  const count = (standing: string) => invitations.filter((one) => one.sending === standing).length
  const due = invitations.filter((one) => one.sending === 'not-sent' && !one.hasLink).length
  const [sent, failed, noWay] = [count('sent'), count('failed'), count('no-way')]
  const sending = useDoing(async (again: boolean) => {
    stopped.current = false
    const total = { sent: 0, failed: [] as string[] }
    for (;;) {
      const step = await call(sendInvitations, { waveId, again, failed: total.failed })
      total.sent += step.sent
      total.failed.push(...step.failed)
      setDone({ sent: total.sent, failed: total.failed.length, left: step.left })
      if (stopped.current || step.left === 0) return total
    }
  })
  if (channels === 0) return <Panel title={text.sending}>{text.noChannel}</Panel>
  const all = done ? done.sent + done.failed + done.left : 0
  return (
    <Panel
      title={text.sending}
      sentence={text.sendingSay}
      acts={
        <>
          {failed > 0 && (
            <Button disabled={sending.busy} onClick={() => sending.start(true)}>
              {text.sendAgain(failed)}
            </Button>
          )}
          {(due > 0 || sending.busy) && (
            <Button loading={sending.busy} onClick={() => sending.start(false)}>
              {text.sendDue(due)}
            </Button>
          )}
        </>
      }
    >
      {sending.refused && <RefusalNote refused={sending.refused} />}
      {sending.busy && done && (
        <div className="mp-row" role="status">
          <Progress percent={all === 0 ? 0 : Math.floor((100 * (done.sent + done.failed)) / all)} style={{ maxWidth: 320 }} />
          <Button
            onClick={() => {
              stopped.current = true
            }}
          >
            {text.stop}
          </Button>
        </div>
      )}
      {!sending.busy && sending.outcome && (
        <Alert
          type={sending.outcome.failed.length > 0 ? 'warning' : 'success'}
          showIcon
          style={{ marginBottom: 12 }}
          title={text.sentNow(sending.outcome.sent, sending.outcome.failed.length)}
        />
      )}
      {sending.busy && done ? <p>{text.sentNow(done.sent, done.failed)}</p> : <p>{text.sentInAll(sent, failed, noWay)}</p>}
    </Panel>
  )
}
