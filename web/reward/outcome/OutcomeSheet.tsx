import type { OutputOf } from '@milepost/contract/endpoint'
import { paidInAll, readOutcome } from '@milepost/contract/reward/outcome'
import { Button } from 'antd'
import { CycleChoice, gradeName, useChosenCycle } from '../../appraise/published.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { ProposalList } from '../consequences/ProposalList.tsx'
import '../pool/pool.css'
import { PaidParts } from './PaidParts.tsx'
import { PayWorking } from './PayWorking.tsx'
import { paidName } from './paidName.ts'
import { en, zh } from './text.ts'
import { YearsPanel } from './YearsPanel.tsx'

type Outcome = OutputOf<typeof readOutcome>
type OutcomeSheetProps = { readonly personId: string /** null: the person's name. */; readonly title: string | null }

/** What a result leads to: the effects of the grade with their article, and the pay explained down to the last fen. */
export function OutcomeSheet({ personId, title }: OutcomeSheetProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useNewestResult(personId)
  const { answer, refused } = chosen
  const newest = newestYear(answer)
  const { cycle, cycles, choose } = chosen
  const ticket = `/open/tickets/people/${personId}?year=${cycle?.year ?? ''}`
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
                      name: pick(paidName(line)),
                      value: yuanOfFen(paidInAll(line)),
                      note: <PaidParts line={line} ticket={ticket} />,
                    })),
                  ]}
                />
                <p>
                  <PageLink href={ticket}>{text.ticket}</PageLink>
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
                <PayWorking line={line} />
              </Panel>
            ))
          )}
          <YearsPanel outcome={answer} cycleId={chosen.cycle.cycleId} year={chosen.cycle.year} />
        </div>
      )}
    </>
  )
}

/** The last year somebody had a grade in; null: none yet. */
const newestYear = (answer: Outcome | null) =>
  answer?.years.reduce<number | null>((last, { year }) => Math.max(last ?? year, year), null) ?? null

/** The year named in the address; where none is, and the running one has no grade yet, the newest that has: that one leads to something. */
function useNewestResult(personId: string) {
  const chosen = useChosenCycle()
  const current = useAskMaybe(readOutcome, chosen.cycle && { cycleId: chosen.cycle.cycleId, personId })
  const newest = newestYear(current.answer)
  const nothingYet = current.answer !== null && current.answer.effects === null && !chosen.isNamed
  const earlier = nothingYet ? (chosen.cycles.find(({ year }) => year === newest && year !== chosen.cycle?.year) ?? null) : null
  const instead = useAskMaybe(readOutcome, earlier && { cycleId: earlier.cycleId, personId })
  const { answer, refused } = earlier ? instead : current
  return { ...chosen, cycle: earlier ?? chosen.cycle, answer, refused }
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
