import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useText } from '../../platform/language.tsx'
import { useActor } from '../../platform/session.tsx'
import { PersonTicket } from './PersonTicket.tsx'
import { en, zh } from './text.ts'

export function MyTicketPage() {
  const text = useText({ zh, en })
  const { personId } = useActor()
  if (personId !== null) return <PersonTicket personId={personId} />
  return (
    <>
      <PageHead title={text.personTitle} sentence={text.personSentence} />
      <Empty title={text.noneTitle} sentence={text.mineNone} />
    </>
  )
}
