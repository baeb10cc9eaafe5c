import type { OutputOf } from '@milepost/contract/endpoint'
import { downloadEvidence, type readOutcome } from '@milepost/contract/reward/outcome'
import { Button } from 'antd'
import { gradeName } from '../../appraise/published.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useActor } from '../../platform/session.tsx'
import { en, zh } from './yearsText.ts'

type YearsPanelProps = { readonly outcome: OutputOf<typeof readOutcome>; readonly cycleId: string; readonly year: number }

/** What goes on from the result: development goals into the next plan, and what stands for a promotion or a title. */
export function YearsPanel({ outcome, cycleId, year }: YearsPanelProps) {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const { personId } = outcome.person
  const isOwn = useActor().personId === personId
  // nobody has a plan to go to where there is none, and a reader who is not the person would come to the own
  const hasNext = outcome.goals.some(({ inNextPlan }) => inNextPlan !== null)
  const paper = useDoing(async () => saveFile(await download(downloadEvidence, { cycleId, personId, language })))
  return (
    <>
      <Panel title={text.goals} sentence={text.goalsSay}>
        {outcome.goals.length === 0 ? (
          <p className="mp-soft">{text.noGoals}</p>
        ) : (
          <ul>
            {outcome.goals.map((goal) => (
              <li key={goal.goalId}>
                {pick(goal.title)} · {text.states[goal.state]}
                {goal.evidence !== '' && <span className="mp-soft"> · {goal.evidence}</span>}
                <div className="mp-soft">
                  {goal.state === 'achieved' ? '' : goal.inNextPlan === null ? text.noNext : goal.inNextPlan ? text.inNext : text.offered}
                </div>
              </li>
            ))}
          </ul>
        )}
        {isOwn && hasNext && <PageLink href={`/design/my-plan?year=${year + 1}`}>{text.plan}</PageLink>}
      </Panel>
      <Panel
        title={text.evidence}
        sentence={text.evidenceSays}
        acts={
          <Button loading={paper.busy} onClick={() => paper.start(undefined)}>
            {text.download}
          </Button>
        }
      >
        {paper.refused && <RefusalNote refused={paper.refused} />}
        <dl className="mp-terms">
          <dt>{text.grades}</dt>
          <dd>
            {outcome.years
              .map((one) => `${one.year} ${pick(gradeName(one.grade))}${one.officialScore ? ` ${one.officialScore}` : ''}`)
              .join(' · ') || text.none}
          </dd>
          <dt>{text.recognition}</dt>
          <dd>{outcome.recognition.map((one) => `${one.givenOn} ${one.title}`).join(' · ') || text.none}</dd>
          <dt>{text.training}</dt>
          <dd>
            {outcome.training.length === 0
              ? text.none
              : `${text.hours(outcome.trainingHours, year)} · ${outcome.training.map((one) => text.course(one.course, one.hours)).join(' · ')}`}
          </dd>
        </dl>
      </Panel>
    </>
  )
}
