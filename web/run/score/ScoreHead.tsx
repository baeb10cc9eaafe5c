import type { CardScoreView } from '@milepost/contract/run/scores'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { Alert } from 'antd'
import { BonusList } from '../../parts/BonusList.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { dayOf } from '../words.ts'
import { basisPointsOf } from './cardGroups.ts'
import { NodeScore } from './NodeScore.tsx'
import { en, zh } from './text.ts'

/** The score of a card with its status, coverage, pace and the last official figure; the ticket one click away. */
export function ScoreHead({ view }: { readonly view: CardScoreView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { result, official, card, planned } = view
  const pace = result.mode === 'live' ? result.tree.pace : null
  return (
    <div className="mp-score-head">
      <NodeScore
        score={result.final?.official ?? null}
        status={result.status}
        coverage={basisPointsOf(result.tree.coverage.shown.withData)}
        ticket={<PageLink href={`/open/tickets/cards/${card.cardId}`}>{text.ticket}</PageLink>}
      />
      <p className="mp-score-said">
        {pace !== null && <span>{text.pace(pace)}</span>}
        <span>
          {official === null ? text.noOfficial : text.officialThen(official.revision, dayOf(official.ranAt), official.score ?? '?')}
        </span>
      </p>
      <BonusList bonuses={view.bonuses} weighted={result.tree.official} applied={result.bonus.applied} />
      {planned !== null && (
        <Alert
          type="info"
          showIcon
          title={text.planned(result.final?.official ?? '?', planned.score ?? '?')}
          description={
            <ul className="mp-run-findings">
              {planned.lines.map((line) => {
                const now = view.lines.find((one) => one.cardMeasureId === line.cardMeasureId)
                const score = result.measures.find((one) => one.id === line.cardMeasureId)?.official ?? null
                return now === undefined ? null : (
                  <li key={line.cardMeasureId}>
                    {pick(now.name)}:{' '}
                    {text.plannedLine(pick(ruleWords(line.rule)), line.score ?? '?', pick(ruleWords(now.rule)), score ?? '?')}
                  </li>
                )
              })}
            </ul>
          }
        />
      )}
      {result.provisional && <Alert type="warning" showIcon title={text.provisional} />}
    </div>
  )
}
