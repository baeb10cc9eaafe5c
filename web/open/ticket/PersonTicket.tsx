import { LINE_PLACES } from '@milepost/appraisal/personScoreLines'
import type { OutputOf } from '@milepost/contract/endpoint'
import { CYCLE_STAGES, readCycles } from '@milepost/contract/institution/cycles'
import { readPersonTicket } from '@milepost/contract/open/personTicket'
import { placeName } from '@milepost/contract/open/ticketPlaces'
import { paidInAll } from '@milepost/contract/reward/outcome'
import { toDecimalString } from '@milepost/exact/rounding'
import { GRADES } from '@milepost/terms/grades'
import { Alert, Select } from 'antd'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { PageLink, useAddressValue, useArrive, useGo } from '../../platform/address.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useActor } from '../../platform/session.tsx'
import { PaidParts, PayWorking, paidName } from '../../reward/published.tsx'
import { LineObjections } from '../objection/LineObjections.tsx'
import { CardTicket } from './CardTicket.tsx'
import { contentsOf } from './contentsOf.ts'
import { GradeHistory } from './GradeHistory.tsx'
import '../open.css'
import { saveTicket } from './saveTicket.ts'
import { TicketContents } from './TicketContents.tsx'
import { en, zh } from './text.ts'

type Answer = OutputOf<typeof readPersonTicket>

/** What did not come out the same, by name. */
function placesOf({ replay, pay }: Answer) {
  const pools = new Map(pay.map((line) => [line.poolId, line.pool]))
  return (replay?.differsAt ?? []).map((id) => placeName(id, pools) ?? { zh: id, en: id })
}

/** From the values to the grade: heads and weights, the plan's score, the decision, and why not excellent. */
const isBeforeAppraisal = (stage: (typeof CYCLE_STAGES)[number]) => CYCLE_STAGES.indexOf(stage) < CYCLE_STAGES.indexOf('appraise')

export function PersonTicket({ personId }: { readonly personId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { cycles, currentCycleId } = useAsk(readCycles, {})
  const go = useGo()
  const [year, setYear] = useAddressValue('year')
  const cycle = cycles.find((one) => String(one.year) === year) ?? cycles.find((one) => one.cycleId === currentCycleId) ?? cycles[0]
  const { answer, refused } = useAskMaybe(readPersonTicket, cycle ? { cycleId: cycle.cycleId, personId } : null)
  const choice = cycles.length > 1 && cycle && (
    <Select
      aria-label={pick(cycle.name)}
      value={cycle.year}
      onChange={(next) => setYear(String(next))}
      options={cycles.map((one) => ({ value: one.year, label: pick(one.name) }))}
    />
  )
  const card = answer?.card ?? null
  useArrive(answer !== null)
  const isOwn = useActor().personId === personId
  const objectable = (line: string, name: string, shown: string) =>
    cycle && <LineObjections of={{ cycleId: cycle.cycleId, personId }} line={line} name={name} shown={shown} mayObject={isOwn} />
  // the only thing a reader can get wrong here is the address
  const isNobody = refused?.code === 'input-invalid'
  const composition = `${isOwn ? '/appraise/mine' : `/appraise/people/${personId}`}?year=${cycle?.year}#heads`
  return (
    <>
      <PageHead
        title={answer ? `${text.personTitle} · ${answer.appraisal.name}` : text.personTitle}
        sentence={text.personSentence}
        beside={choice}
        primary={<PrintButton />}
        more={[
          ...(answer ? [{ key: 'json', text: text.download, onClick: () => saveTicket(answer, answer.appraisal.employeeNo) }] : []),
          { key: 'check', text: text.check, onClick: () => go('/open/check') },
          { key: 'worked', text: text.worked, onClick: () => go('/design/worked-cases') },
        ]}
      />
      {refused && refused.code !== 'not-found' && !isNobody && <RefusalNote refused={refused} />}
      {isNobody && <Empty title={text.noSuchTitle} sentence={text.noSuch} />}
      {refused?.code === 'not-found' && (
        <Empty
          title={text.noneTitle}
          sentence={cycle && isBeforeAppraisal(cycle.stage) ? text.notYet(cycle.year, cycle.endsOn) : isOwn ? text.none : text.noneOf}
        />
      )}
      {answer && !refused && (
        <div className="mp-sheets">
          <TicketContents lines={contentsOf(answer, text, pick)} />
          <Panel anchor="outcome">
            <div className="mp-lines">
              <Facts
                large
                facts={[
                  { key: 'score', name: text.score, value: answer.appraisal.officialScore ?? '?' },
                  { key: 'grade', name: text.grade, value: answer.appraisal.grade === null ? '–' : pick(GRADES[answer.appraisal.grade]) },
                  ...answer.pay.map((line) => ({
                    key: line.poolId,
                    name: pick(paidName(line)),
                    value: yuanOfFen(paidInAll(line)),
                    note: <PaidParts line={line} ticket={`/open/tickets/people/${personId}?year=${answer.cycle.year}`} />,
                  })),
                ]}
              />
              {objectable('score', text.score, answer.appraisal.officialScore ?? '–')}
              {objectable('grade', text.grade, answer.appraisal.grade === null ? '–' : pick(GRADES[answer.appraisal.grade]))}
              {answer.replay && (
                <Alert
                  type={answer.replay.same ? 'success' : 'error'}
                  showIcon
                  title={answer.replay.same ? text.sameWhole : text.different(placesOf(answer).map(pick).join(text.comma))}
                />
              )}
              <GradeHistory decision={answer.decision} changes={answer.changes} grade={answer.appraisal.grade} />
              {answer.whyNotExcellent.length > 0 && (
                <>
                  <h3>{text.notExcellent}</h3>
                  <ul>
                    {answer.whyNotExcellent.map((reason) => (
                      <li key={reason.en}>{pick(reason)}</li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          </Panel>
          <Panel title={text.heads} anchor="heads" sentence={answer.rulePack === null ? undefined : text.rulePack(answer.rulePack)}>
            <ol>
              {answer.lines.map((line) => {
                const head = answer.heads.find(({ name }) => line.zh.startsWith(`${name.zh}：`))
                return (
                  <li key={line.en}>
                    {pick(line)}{' '}
                    {head &&
                      head.score !== null &&
                      (head.head === 'results' && card ? (
                        <a href="#plan">{text.planRuns}</a>
                      ) : (
                        <PageLink href={composition}>{text.composition}</PageLink>
                      ))}{' '}
                    {head && objectable(`head:${head.head}`, pick(head.name), toDecimalString(head.points, LINE_PLACES))}
                  </li>
                )
              })}
            </ol>
          </Panel>
          {answer.pay.map((line) => (
            <Panel key={line.poolId} anchor={`pay-${line.poolId}`} title={text.pay} sentence={`${pick(line.pool)} · ${text.yuan}`}>
              <PayWorking line={line} />
              {objectable(`pay:${line.poolId}`, pick(line.pool), yuanOfFen(paidInAll(line)))}
            </Panel>
          ))}
          {card && (
            <>
              <h2 id="plan">{text.toCard}</h2>
              <CardTicket ticket={card} isOwn={isOwn} />
            </>
          )}
        </div>
      )}
    </>
  )
}
