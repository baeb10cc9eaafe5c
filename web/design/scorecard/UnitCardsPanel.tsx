import { Tag } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useActor } from '../../platform/session.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { en, zh } from './text.ts'

/** The cards of units, open to every member of staff; one's own unit comes first. */
export function UnitCardsPanel({ view }: { readonly view: ScorecardView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { unitId } = useActor()
  const cards = [...view.unitCards].sort((a, b) => Number(b.unitId === unitId) - Number(a.unitId === unitId))
  if (cards.length === 0) return null
  return (
    <Panel title={text.unitCards} sentence={text.unitCardsSay}>
      <ul className="mp-unit-cards">
        {cards.map((card) => (
          <li key={card.cardId}>
            <PageLink href={`/design/cards/${card.cardId}`}>{pick(card.name)}</PageLink>
            {card.unitId === unitId && <Tag color="processing">{text.mine}</Tag>}
            {card.state !== 'agreed' && <small className="mp-soft">{text.draft}</small>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
