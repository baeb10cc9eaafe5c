import type { OutputOf } from '@milepost/contract/endpoint'
import { readOutcome } from '@milepost/contract/reward/outcome'
import { Button } from 'antd'
import { useEffect } from 'react'
import { CycleChoice, gradeName, useChosenCycle } from '../../appraise/published.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Explanation } from '../../parts/Explanation.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { ProposalList } from '../consequences/ProposalList.tsx'
import '../pool/pool.css'
import { en, zh } from './text.ts'
import { YearsPanel } from './YearsPanel.tsx'

type Outcome = OutputOf<typeof readOutcome>
type OutcomeSheetProps = { readonly personId: string /** null: the person's name. */; readonly title: string | null }

/** What a result leads to: the effects of the grade with their article, and the pay explained down to the last fen. */
export function OutcomeSheet({ personId, title }: OutcomeSheetProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const { answer, refused } = useAskMaybe(readOutcome, chosen.cycle && { cycleId: chosen.cycle.cycleId, personId })
  // nobody named a year: the newest with a grade is the one that leads to something
  const newest = answer?.years.reduce<number | null>((last, { year }) => Math.max(last ?? year, year), null) ?? null
  const { cycle, cycles, isNamed, choose } = chosen
  const nothingYet = answer !== null && answer.effects === null && newest !== null && newest !== cycle?.year
  useEffect(() => {
    if (nothingYet && !isNamed) choose(newest)
  }, [nothingYet, isNamed, newest, choose])
  const running = cycles.reduce((last, { year }) => Math.max(last, year), 0)
  return (
    <>
      <PageHead
        title={title ?? answer?.person.name ?? ''}
        sentence={answer ? `${pick(answer.person.unit)} · ${pick(answer.person.post)} · ${text.sentence}` : text.sentence}
        beside={
          <>
            <CycleChoice chosen={chosen} />
            {cycle && running > cycle.year && <Button onClick={() => choose(running)}>{text.running(running)}</Button>}
          </>
        }
        primary={answer ? <PrintButton /> : undefined}
      />
      {refused && <RefusalNote refused={refused} />}
      {chosen.cycle === null && <Empty title={text.noCycleTitle} sentence={text.noCycle} />}
      {answer && chosen.cycle && (
        <div className="mp-stack">
          {answer.effects === null ? (
            <Empty
              title={text.notFinalTitle}
              sentence={text.notFinal}
              next={
                newest !== null &&
                newest !== chosen.cycle.year && <Button onClick={() => chosen.choose(newest)}>{text.newest(newest)}</Button>
              }
            />
          ) : (
            <>
              <Panel>
                <Facts
                  large
                  facts={[
                    { key: 'grade', name: text.grade, value: pick(gradeName(answer.grade)) },
                    { key: 'score', name: text.score, value: answer.officialScore ?? '–' },
                    ...answer.lines.map((line) => ({
                      key: line.poolId,
                      name: pick(line.pool),
                      value: yuanOfFen(line.amountFen),
                      note: text.approved(line.approvedBy, dayOf(line.approvedAt)),
                    })),
                  ]}
                />
                <p>
                  <PageLink href={`/open/tickets/people/${personId}?year=${chosen.cycle.year}`}>{text.ticket}</PageLink>
                </p>
              </Panel>
              <EffectsPanel effects={answer.effects} rules={answer.rules} />
              {answer.consequences && (
                <Panel title={text.proposals} sentence={text.proposalsSay}>
                  <ProposalList outcome={answer.consequences} />
                </Panel>
              )}
            </>
          )}
          {answer.lines.length === 0 ? (
            <Empty title={text.noPayTitle} sentence={text.noPay} />
          ) : (
            answer.lines.map((line) => (
              <Panel key={line.poolId} title={text.payTitle} sentence={`${pick(line.pool)} · ${text.yuan}`}>
                <Explanation tree={line.steps} openLevels={3} />
                {line.corrections.map((one) => (
                  <p key={one.no}>{text.correction(yuanOfFen(one.amountFen), one.approvedBy, dayOf(one.approvedAt), one.reason)}</p>
                ))}
              </Panel>
            ))
          )}
          <YearsPanel outcome={answer} cycleId={chosen.cycle.cycleId} year={chosen.cycle.year} />
        </div>
      )}
    </>
  )
}

type EffectsPanelProps = { readonly effects: NonNullable<Outcome['effects']>; readonly rules: Outcome['rules'] }

function EffectsPanel({ effects, rules }: EffectsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mark = `${text.article(effects.article)} · ${effects.verified ? text.verified : text.toVerify}`
  return (
    <Panel title={text.effects} sentence={`${mark} · ${pick(rules.source)}`}>
      <Facts
        facts={[
          { key: 'step', name: text.payStep, value: effects.payStep ? text.payStepYes : text.payStepNo },
          { key: 'pay', name: text.pay, value: text.payWords[effects.performancePay] },
          { key: 'year', name: text.year, value: effects.yearCounts ? text.yearYes : text.yearNo },
          { key: 'promotion', name: text.promotion, value: effects.promotionBarred ? text.promotionBarred : text.promotionOpen },
        ]}
      />
      <ul>
        {effects.consequences.map((one) => (
          <li key={one.en}>{pick(one)}</li>
        ))}
        {effects.secondYearRunning && <li>{pick(effects.secondYearRunning)}</li>}
      </ul>
    </Panel>
  )
}
