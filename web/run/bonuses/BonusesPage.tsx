import { type BonusEntry, readBonuses } from '@milepost/contract/run/bonuses'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { dayOf } from '../words.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { EnterDialog } from './EnterDialog.tsx'
import { en, zh } from './text.ts'

export function BonusesPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <Bonuses chosen={chosen} cycleId={chosen.cycle.cycleId} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <NoCycle />
    </>
  )
}

function Bonuses({ chosen, cycleId }: { readonly chosen: RunCycle; readonly cycleId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { rule, entries, cards } = useAsk(readBonuses, { cycleId })
  const [isEntering, setEntering] = useState(false)
  const [deciding, setDeciding] = useState<BonusEntry | null>(null)
  const items = rule?.items ?? []
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          items.length > 0 &&
          cards.length > 0 && (
            <Button type="primary" onClick={() => setEntering(true)}>
              {text.enter}
            </Button>
          )
        }
      />
      <div className="mp-stack">
        {rule === null || items.length === 0 ? (
          <Empty title={text.noRule} sentence={text.noRuleSay} />
        ) : (
          <Panel title={text.rule} sentence={text.ruleSay(rule.cap)}>
            <ul className="mp-run-findings">
              {items.map(({ code, name, points }) => (
                <li key={code}>
                  {code} {pick(name)} · {text.most(points)}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {items.length > 0 && entries.length === 0 && <Empty title={text.none} sentence={text.noneSay} />}
        {entries.length > 0 && (
          <Panel title={text.entries}>
            <DataTable
              label={text.entries}
              onPhone="cards"
              rows={entries}
              rowKey={(one) => one.bonusId}
              columns={[
                {
                  key: 'holder',
                  title: text.holder,
                  value: (one) => pick(one.holder),
                  show: (one) => <PageLink href={`/run/cards/${one.cardId}`}>{pick(one.holder)}</PageLink>,
                  width: 150,
                },
                { key: 'points', title: text.points, kind: 'number', value: (one) => one.points, width: 80 },
                { key: 'what', title: text.what, value: (one) => `${pick(one.item.name)}：${one.reason}` },
                { key: 'evidence', title: text.evidence, value: (one) => one.evidence, width: 200 },
                { key: 'by', title: text.enteredBy, value: (one) => text.by(one.by, dayOf(one.at)), width: 150 },
                {
                  key: 'state',
                  title: text.state,
                  value: (one) => (one.decision === null ? text.undecided : text.verdicts[one.decision.verdict]),
                  show: (one) => (
                    <>
                      {one.decision === null ? (
                        text.undecided
                      ) : (
                        <>
                          {text.verdicts[one.decision.verdict]} · {one.decision.reason}{' '}
                          <small>{text.by(one.decision.by, dayOf(one.decision.at))}</small>
                        </>
                      )}{' '}
                      {one.mayDecide && (
                        <Button size="small" onClick={() => setDeciding(one)}>
                          {one.decision === null ? text.decide : text.revoke}
                        </Button>
                      )}
                    </>
                  ),
                  width: 220,
                },
              ]}
            />
          </Panel>
        )}
      </div>
      {isEntering && rule !== null && <EnterDialog rule={rule} cards={cards} onClose={() => setEntering(false)} />}
      {deciding !== null && <DecideDialog entry={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}
