import { openCard } from '@milepost/contract/design/cards'
import { percentOf, WHOLE } from '@milepost/contract/design/weights'
import { Button, Tag } from 'antd'
import { Tree, type TreeNode } from '../../parts/Tree.tsx'
import { PageLink, useGo } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { agreedIn, type Cascade, type CascadePerson, type CascadeUnit, type UnitNode, unitTree } from './cascadeNodes.ts'
import { en, zh } from './text.ts'

const COLOURS = { draft: 'default', proposed: 'processing', agreed: 'success' } as const

/** Institution, units and people as one tree; what has no card is drawn in outline. */
export function CascadeTree({ cascade, institutionCardId }: { readonly cascade: Cascade; readonly institutionCardId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const mayEdit = useMay('scorecard.edit')
  const opening = useDo(openCard)
  const { scorecardId } = cascade.scorecard
  const open = (holder: { unitId: string } | { personId: string }) =>
    opening.run({ scorecardId, holder }).then(
      ({ cardId }) => go(`/design/cards/${cardId}`),
      () => undefined,
    )

  const besideCard = (card: CascadeUnit['card'], goals: boolean) =>
    card && (
      <span className="mp-holder mp-soft">
        {text.measures(card.measures)}
        {goals && ` · ${text.goals(card.goals)}`}
        {card.unlinked > 0 && ` · ${text.unlinked(card.unlinked)}`}
        {card.totalBp !== WHOLE && <strong className="mp-field-error">{text.wrongTotal(percentOf(card.totalBp))}</strong>}
        <Tag color={COLOURS[card.state]}>{text.states[card.state]}</Tag>
      </span>
    )

  const personNode = (person: CascadePerson): TreeNode => ({
    key: person.personId,
    outlined: person.card === null && !person.leader,
    title: person.card === null ? person.name : <PageLink href={`/design/cards/${person.card.cardId}`}>{person.name}</PageLink>,
    beside: person.leader ? (
      <span className="mp-soft">{text.leader}</span>
    ) : (
      (besideCard(person.card, true) ??
      (mayEdit ? (
        <Button size="small" onClick={() => void open({ personId: person.personId })}>
          {text.open}
        </Button>
      ) : (
        text.noCard
      )))
    ),
  })

  const unitNode = (node: UnitNode): TreeNode => {
    const { unit } = node
    const { agreed, all } = agreedIn(node)
    const isBureau = unit.kind === 'bureau'
    const cardId = isBureau ? institutionCardId : unit.card?.cardId
    return {
      key: unit.unitId,
      outlined: cardId === undefined,
      title: (
        <span className="mp-holder">
          {cardId === undefined ? (
            pick(unit.name)
          ) : (
            <PageLink href={isBureau ? '/design/scorecard' : `/design/cards/${cardId}`}>{pick(unit.name)}</PageLink>
          )}
          {all > 0 && <small className="mp-soft">{text.people(agreed, all)}</small>}
        </span>
      ),
      beside: isBureau ? (
        <span className="mp-soft">{text.institution}</span>
      ) : (
        (besideCard(unit.card, false) ??
        (mayEdit ? (
          <Button size="small" onClick={() => void open({ unitId: unit.unitId })}>
            {text.open}
          </Button>
        ) : (
          text.noCard
        )))
      ),
      children: [...node.people.map(personNode), ...node.below.map(unitNode)],
    }
  }

  return <Tree label={text.tree} nodes={unitTree(cascade).map(unitNode)} openLevels={1} />
}
