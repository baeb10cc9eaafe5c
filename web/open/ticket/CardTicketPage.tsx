import { readTicket } from '@milepost/contract/open/tickets'
import { PageHead } from '../../parts/PageHead.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CardTicket } from './CardTicket.tsx'
import { contentsOfCard } from './contentsOf.ts'
import { saveTicket } from './saveTicket.ts'
import { TicketContents } from './TicketContents.tsx'
import { en, zh } from './text.ts'

export function CardTicketPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const ticket = useAsk(readTicket, { cardId: useParam('cardId') })
  return (
    <>
      <PageHead
        title={`${text.cardTitle} · ${ticket.holder.kind === 'person' ? ticket.holder.name.zh : pick(ticket.holder.name)}`}
        sentence={text.cardSentence}
        primary={<PrintButton />}
        more={[
          { key: 'json', text: text.download, onClick: () => saveTicket(ticket, ticket.cardId) },
          { key: 'check', text: text.check, onClick: () => go('/open/check') },
          { key: 'worked', text: text.worked, onClick: () => go('/design/worked-cases') },
        ]}
      />
      <TicketContents lines={contentsOfCard(ticket, text, pick)} />
      <CardTicket ticket={ticket} />
    </>
  )
}
