import type { readCalibration } from '@milepost/contract/appraise/appraisals'
import { readRaters } from '@milepost/contract/appraise/raters'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readOfficialRuns } from '@milepost/contract/run/scores'
import type { ReactNode } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { AND } from '../words.ts'

const zh = {
  title: '测算名额之前还缺什么',
  says: '按顺序办完下面几项，就可以测算名额并提出等次建议。',
  enrol: '还没有建立考核名册。',
  toEnrol: '去建立',
  periods: (n: number, names: string) => `${n} 个数据期没有关账：${names}。`,
  toPeriods: '去关账',
  plans: (n: number) => `${n} 人的计划没有经双方确认，也没有领导的例外决定。`,
  toRun: '正式计分',
  run: '还没有正式计分，个人计划没有得分。',
  raters: (n: number, people: number, names: string) => `${n} 位上级还有 ${people} 人没有评：${names}。`,
  first: (names: string, n: number) => `${names} 等 ${n} 位`,
  toRaters: '看名单、催办',
  due: (day: string) => `评分截止 ${day}。`,
  unscored: (n: number) => `${n} 人还没有考核得分。`,
  because: (why: string, n: number) => `${why} ${n} 人`,
  toScore: '去计分',
  ready: '得分已齐，可以测算名额。',
}
const en: typeof zh = {
  title: 'What is lacking before seats can be computed',
  says: 'Once these are done, in this order, the seats are computed and grades proposed.',
  enrol: 'No appraisals have been opened.',
  toEnrol: 'Open them',
  periods: (n, names) => `${n} ${n === 1 ? 'period is' : 'periods are'} not closed: ${names}.`,
  toPeriods: 'Close them',
  plans: (n) => `${n} ${n === 1 ? 'plan was' : 'plans were'} never agreed by both sides, nor left out by a leader.`,
  toRun: 'Official scores',
  run: 'No official run has been made: plans have no score.',
  raters: (n, people, names) => `${n} ${n === 1 ? 'superior has' : 'superiors have'} ${people} people left to rate: ${names}.`,
  first: (names, n) => `${names} and others, ${n} in all`,
  toRaters: 'See who, and remind',
  due: (day) => `Ratings are due by ${day}.`,
  unscored: (n) => `${n} people have no score yet.`,
  because: (why, n) => `${why}: ${n}`,
  toScore: 'Compute scores',
  ready: 'Everybody is scored: the seats can be computed.',
}
type Person = OutputOf<typeof readCalibration>['people'][number]
/** So many are named; the list itself is one click away. */
const NAMED = 5

/** What stands in the way of the seats, each with where it is done. */
export function BeforeSeats({
  cycleId,
  year,
  people,
}: {
  readonly cycleId: string
  readonly year: number
  readonly people: readonly Person[]
}) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayRun = useMay('score.run')
  const runs = useAskMaybe(readOfficialRuns, mayRun ? { cycleId } : null).answer
  const raters = useAskMaybe(readRaters, people.length > 0 ? { cycleId } : null).answer
  const waiting = raters?.waiting ?? []
  const left = waiting.reduce((sum, one) => sum + one.people.length, 0)
  const names = (all: readonly string[]) => {
    const named = all.slice(0, NAMED).join(pick(AND))
    return all.length > NAMED ? text.first(named, all.length) : named
  }
  const notAgreed = runs?.notAgreed.filter((one) => one.decided === null).length ?? 0
  const unscored = people.filter((one) => one.officialScore === null && isGraded(one))
  const lines: (readonly [key: string, says: string, href: string, act: string] | null)[] = [
    people.length === 0 ? ['enrol', text.enrol, '/appraise', text.toEnrol] : null,
    runs && runs.openPeriods.length > 0
      ? ['periods', text.periods(runs.openPeriods.length, runs.openPeriods.join(pick(AND))), '/run/periods', text.toPeriods]
      : null,
    notAgreed > 0 ? ['plans', text.plans(notAgreed), '/run/official', text.toRun] : null,
    runs && runs.runs.length === 0 ? ['run', text.run, '/run/official', text.toRun] : null,
    waiting.length > 0
      ? [
          'raters',
          `${text.raters(waiting.length, left, names(waiting.map((one) => one.name)))}${raters?.dueOn ? text.due(raters.dueOn) : ''}`,
          '/appraise/raters',
          text.toRaters,
        ]
      : null,
    unscored.length > 0
      ? [
          'unscored',
          [text.unscored(unscored.length), ...reasonsOf(unscored).map(([why, n]) => text.because(pick(why), n))].join(' '),
          '/appraise',
          text.toScore,
        ]
      : null,
  ]
  // half a list would send somebody to the wrong place
  if ((mayRun && runs === null) || (people.length > 0 && raters === null)) return null
  const lacking = lines.filter((line) => line !== null)
  return (
    <Panel title={text.title} sentence={text.says}>
      <ol className="mp-lacking">
        {lacking.map(
          ([key, says, href, act]): ReactNode => (
            <li key={key}>
              {says} <PageLink href={`${href}?year=${year}`}>{act}</PageLink>
            </li>
          ),
        )}
        {lacking.length === 0 && <li>{text.ready}</li>}
      </ol>
    </Panel>
  )
}

/** Whoever gets a grade by what is scored; of the others no score is lacking. */
const isGraded = ({ participation }: Person) => participation.grade === 'graded' || participation.grade === 'within-ceiling'

/** Each reason with how many people it holds for, most first. */
function reasonsOf(people: readonly Person[]): (readonly [Person['missing'][number], number])[] {
  const counted = new Map<string, [Person['missing'][number], number]>()
  for (const why of people.flatMap((one) => one.missing)) {
    const known = counted.get(why.en)
    counted.set(why.en, [why, (known?.[1] ?? 0) + 1])
  }
  return [...counted.values()].sort((a, b) => b[1] - a[1])
}
