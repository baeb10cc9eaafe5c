import { readCheckInsOf } from '@milepost/contract/run/checkIns'
import { Button, Drawer } from 'antd'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { IncidentsPart } from '../incidents/IncidentsPart.tsx'
import { TalksByYear } from './TalksByYear.tsx'
import { en, zh } from './text.ts'

type PersonDrawerProps = {
  readonly personId: string
  /** The year the page is about; talks of others are named as theirs. */
  readonly year: number | null
  readonly onRecord: (() => void) | null
  readonly onClose: () => void
}

/** Every talk held with one person. */
export function PersonDrawer({ personId, year, onRecord, onClose }: PersonDrawerProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer, refused } = useAskMaybe(readCheckInsOf, { personId })
  return (
    <Drawer
      open
      size="min(560px, 100vw)"
      title={answer === null ? text.history : text.recordWith(pick(answer.person.name))}
      onClose={onClose}
      extra={
        onRecord !== null && (
          <Button type="primary" onClick={onRecord}>
            {text.record}
          </Button>
        )
      }
    >
      {refused !== null && <RefusalNote refused={refused} />}
      {answer?.checkIns.length === 0 && <p>{text.noHistory}</p>}
      {answer !== null && <TalksByYear checkIns={answer.checkIns} year={year} />}
      <IncidentsPart personId={personId} mayRecord={onRecord !== null} isOwn={false} />
    </Drawer>
  )
}
