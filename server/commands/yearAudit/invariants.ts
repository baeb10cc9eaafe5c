import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tables } from './data.ts'

/** One thing that must hold of a finished year; `broken` names where it does not. */
export type Held = { readonly name: Bilingual; readonly looked: number; readonly broken: readonly string[] }

const DAY = 86_400_000
const addDays = (day: string, n: number) => new Date(Date.parse(day) + n * DAY).toISOString().slice(0, 10)
const BETTER = ['unqualified', 'basic', 'qualified', 'excellent']
const REVIEW_DAYS = 30

/** The seven invariants of a cycle, looked at in the tables alone. */
export function invariantsOf(tables: Tables): Held[] {
  const nameOf = new Map(tables.people.map((one) => [one.person_id, one.name]))
  const of = new Map(tables.appraisals.map((one) => [one.appraisal_id, one]))
  const who = (appraisalId: string) => nameOf.get(of.get(appraisalId)?.person_id ?? '') ?? appraisalId
  return [
    capHolds(tables),
    nobodyJudgesSelf(tables, who),
    everyChangeHasAnEvent(tables),
    servedIsDecided(tables, who),
    ...rest(tables, who),
  ]
}

type Who = (appraisalId: string) => string

function capHolds({ appraisals, seats }: Tables): Held {
  const [run] = seats
  const excellent = appraisals.filter(({ grade }) => grade === 'excellent').length
  const most = run ? Math.floor((appraisals.length * run.rate_bp) / 10_000) : 0
  const broken = [
    ...(excellent > most ? [`${excellent} > ${most}`] : []),
    ...(run && (run.base !== appraisals.length || run.seats !== most) ? [`${run.seats} / ${run.base}`] : []),
  ]
  return { name: { zh: '优秀不超过名额', en: 'excellent grades stay within the seats' }, looked: appraisals.length, broken }
}

/** Neither as a rater nor, unless recused, among those who decide; nor with a declared tie. */
function nobodyJudgesSelf({ ratings, decided, appraisals, ties }: Tables, who: Who): Held {
  const personOf = new Map(appraisals.map((one) => [one.appraisal_id, one.person_id]))
  const tied = (one: string | null | undefined, other: string | undefined, on: string) =>
    ties.some(
      (tie) =>
        ((tie.one === one && tie.other === other) || (tie.one === other && tie.other === one)) &&
        tie.from <= on &&
        (tie.to === null || tie.to >= on),
    )
  const raters = ratings.filter(({ rater, appraisal_id, on }) => {
    const person = personOf.get(appraisal_id)
    return rater !== null && (rater === person || tied(rater, person, on))
  })
  const sitting = decided.filter(({ present, recused, appraisal_id, on }) => {
    const person = personOf.get(appraisal_id)
    return present.some(({ personId }) => !recused.includes(personId) && (personId === person || tied(personId, person, on)))
  })
  return {
    name: { zh: '无人评定本人，回避落实', en: 'nobody judges themself; whoever is tied steps aside' },
    looked: ratings.length + decided.length,
    broken: [...raters, ...sitting].map(({ appraisal_id }) => who(appraisal_id)),
  }
}

function everyChangeHasAnEvent({ events, cycle, notices, decided, pools, interviews, remedies, appraisals, served }: Tables): Held {
  const has = (action: RegExp, subject: string) => events.some((one) => action.test(one.action) && one.subject === subject)
  const asked: [string, RegExp, string][] = [
    ...notices.flatMap(({ notice_id, closed }): [string, RegExp, string][] => [
      ['notice posted', /^notice-posted$/, notice_id],
      ...(closed === null ? [] : [['notice closed', /^notice-closed$/, notice_id] as [string, RegExp, string]]),
    ]),
    ...[...new Set(decided.map(({ decision_id }) => decision_id))].map((id): [string, RegExp, string] => [
      'decided',
      /^grades-decided$/,
      id,
    ]),
    ...pools.map(({ pool_id }): [string, RegExp, string] => ['pool signed', /^pool-(signed|approved)$/, pool_id]),
    ...interviews.map(({ appraisal_id }): [string, RegExp, string] => ['interview', /^interview-recorded$/, appraisal_id]),
    ...remedies.map(({ remedy_id }): [string, RegExp, string] => ['remedy', /^remedy-filed$/, remedy_id]),
    ...(appraisals.length > 0 ? [['opened', /^appraisals-opened$/, cycle.cycle_id] as [string, RegExp, string]] : []),
    ...(served.length > 0 ? [['served', /^results-served$/, cycle.cycle_id] as [string, RegExp, string]] : []),
    ...(cycle.stage === 'diagnose' ? [] : [['stage', /^stage-set$/, cycle.cycle_id] as [string, RegExp, string]]),
  ]
  const broken = asked.filter(([, action, subject]) => !has(action, subject)).map(([what, , subject]) => `${what} ${subject}`)
  return { name: { zh: '每次状态变更都有记录', en: 'every change of state has its event' }, looked: asked.length, broken }
}

function servedIsDecided({ served, appraisals, decided, changes }: Tables, who: Who): Held {
  const broken = appraisals.filter((one) => {
    const last = changes.findLast(({ appraisal_id }) => appraisal_id === one.appraisal_id)
    const first = decided.findLast(({ appraisal_id }) => appraisal_id === one.appraisal_id)
    const stands = last?.to ?? first?.grade ?? null
    const versions = served.filter(({ appraisal_id }) => appraisal_id === one.appraisal_id).map(({ version }) => version)
    return stands !== one.grade || (versions.length > 0 && Math.max(...versions) !== one.version)
  })
  return {
    name: { zh: '送达的就是决定的', en: 'what was served is what was decided' },
    looked: appraisals.length,
    broken: broken.map(({ appraisal_id }) => who(appraisal_id)),
  }
}

function rest(tables: Tables, who: Who): Held[] {
  const { changes, appraisals, notices, exceptions, served, remedies, decided, interviews } = tables
  const worse = changes.filter(
    ({ because, from, to }) => ['review', 'appeal', 're-appeal'].includes(because) && BETTER.indexOf(to) < BETTER.indexOf(from),
  )
  const isWorked = (day: string) => exceptions.get(day) ?? ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  const late: string[] = []
  for (const { posted, last, days, closed } of notices) {
    const counted = Array.from({ length: Math.max(0, (Date.parse(last) - Date.parse(posted)) / DAY) }, (_, at) => addDays(posted, at + 1))
    const worked = counted.filter(isWorked).length
    if (days < 5 || worked < 5 || !isWorked(last) || (closed !== null && closed <= last)) late.push(`notice ${posted} – ${last}`)
    if (decided.some(({ on }) => on > posted)) late.push(`decided after the notice of ${posted}`)
    for (const { appraisal_id, on, version } of served)
      if (version === 1 && (closed === null || on < closed)) late.push(`${who(appraisal_id)}: served ${on}`)
  }
  const servedOn = new Map(served.filter(({ version }) => version === 1).map((one) => [one.appraisal_id, one.on]))
  for (const { appraisal_id, kind, filed, by, decided: done } of remedies) {
    const from = servedOn.get(appraisal_id)
    if (kind === 'review' && (from === undefined || filed < from || filed > addDays(from, REVIEW_DAYS)))
      late.push(`${who(appraisal_id)}: review filed ${filed}`)
    if (done !== null && (done < filed || done > by)) late.push(`${who(appraisal_id)}: ${kind} decided ${done}`)
  }
  for (const { appraisal_id, on } of interviews)
    if (on < (servedOn.get(appraisal_id) ?? '9999')) late.push(`${who(appraisal_id)}: interview ${on}`)
  const graded = appraisals.filter(
    ({ participation, grade }) => ['none', 'comment-only'].includes(participation) && grade !== null && grade !== 'ungraded',
  )
  return [
    {
      name: { zh: '复核申诉不加重', en: 'no review or appeal ends worse' },
      looked: changes.length,
      broken: worse.map((one) => who(one.appraisal_id)),
    },
    {
      name: { zh: '法定期限未被跳过', en: 'no clock of the law was skipped' },
      looked: notices.length + served.length + remedies.length + interviews.length,
      broken: late,
    },
    {
      name: { zh: '只写评语的不定等次', en: 'comment only carries no grade' },
      looked: appraisals.length,
      broken: graded.map((one) => who(one.appraisal_id)),
    },
  ]
}
