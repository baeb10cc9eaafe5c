import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { div } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import { describeAnswers } from '@milepost/statistics/describeAnswers'
import { mean } from '@milepost/statistics/moments'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Tx } from '../platform/database/database.ts'
import { ownInvitations } from './ballots/ownInvitations.ts'
import { listRemedies } from './board/data.ts'
import { linkOf } from './collection/tokens.ts'
import { listFindings as listFindingRows } from './results/data.ts'
import { releasedSheets } from './results/releasedSheets.ts'
import { findQuestionnaire, findWave, listOpenToAnybody, listWaveRows } from './waves/data.ts'
import { readWaves } from './waves/waves.ts'

export type Diagnosed = {
  readonly findings: readonly { readonly findingId: string; readonly problem: string; readonly verdict: string }[]
  /** Chosen for a problem or a cause of the same wave, in the order of choosing. */
  readonly remedies: readonly { readonly remedyId: string; readonly answers: string; readonly name: Bilingual; readonly stage: string }[]
}

/** What the newest wave that has findings says, for the objectives that answer it. */
export async function diagnosed(tx: Tx, institutionId: string): Promise<Diagnosed> {
  for (const wave of await listWaveRows(tx, institutionId)) {
    const findings = await listFindingRows(tx, institutionId, wave.wave_id)
    if (findings.length === 0) continue
    const remedies = await listRemedies(tx, institutionId, wave.wave_id)
    return {
      findings: findings.map((one) => ({ findingId: one.finding_id, problem: one.problem, verdict: one.verdict })),
      remedies: remedies.map((one) => ({
        remedyId: one.remedy_id,
        answers: one.answers,
        name: { zh: one.name_zh, en: one.name_en || one.name_zh },
        stage: one.stage,
      })),
    }
  }
  return { findings: [], remedies: [] }
}

/** What was recorded of the problems in one wave, by problem. */
export async function recordedVerdicts(tx: Tx, institutionId: string, waveId: string): Promise<ReadonlyMap<string, string>> {
  return new Map((await listFindingRows(tx, institutionId, waveId)).map((one) => [one.problem, one.verdict]))
}

export type SurveyIndex = {
  /** Mean of the people's item means, rescaled to 0..100; null when nobody answered or too few for a cell. */
  readonly index: number | null
  /** People with at least one of the items answered. */
  readonly n: number
  readonly wave: { readonly zh: string; readonly en: string }
}

/** A wave's items as one index: (mean - least) / (most - least) x 100, each person counted once, unanswered items left out. */
export async function surveyIndex(
  tx: Tx,
  institutionId: string,
  given: { waveId: string; items: readonly string[] },
): Promise<SurveyIndex | null> {
  const wave = await findWave(tx, institutionId, given.waveId)
  const questionnaire = wave && (await findQuestionnaire(tx, institutionId, wave.questionnaire_id))
  if (!wave || !questionnaire) return null
  const { scale, leastCell, items } = questionnaire.instrument
  const asked = items.filter((item) => given.items.includes(item.code) && item.kind === 'scale')
  const people = (await releasedSheets(tx, institutionId, given.waveId)).map((sheet) => {
    const answers = asked.flatMap((item) => {
      const value = sheet.answers.valueOf(item.code)
      return value === null ? [] : [item.reverse ? scale.least + scale.most - value : value]
    })
    return answers.length === 0 ? null : mean(answers)
  })
  const described = describeAnswers(people)
  const shown = described.kind === 'computed' && described.n >= leastCell
  return {
    index: shown ? ((described.mean - scale.least) / (scale.most - scale.least)) * 100 : null,
    n: described.n,
    wave: { zh: wave.name_zh, en: wave.name_en },
  }
}

/** How many answered the waves opened between two days, and the share of those who could; no stratum is named. */
export async function surveyResponses(tx: Tx, institutionId: string, days: { from: string; to: string }) {
  const waves = (await listWaveRows(tx, institutionId)).filter((wave) => wave.opened_on >= days.from && wave.opened_on <= days.to)
  return (await readWaves(tx, institutionId, waves)).map(({ name, strata }) => {
    const answers = strata.reduce((sum, one) => sum + one.answers, 0)
    const people = strata.every((one) => one.population !== null) ? strata.reduce((sum, one) => sum + (one.population ?? 0), 0) : null
    return { name, answers, rate: people === null || people < answers ? null : roundHalfAway(div(answers * 100, people), 1) }
  })
}

export { toldRemedies } from './board/toldRemedies.ts'
/** Ballots nobody can join to a person, for votes of later rooms too. */
export { type BallotSheet, listBallotSheets } from './collection/ballotSheets.ts'
export { closeCollection, collectionOf, invitedTo, issueLinks, newBallotKeys, remindThose } from './collection/collecting.ts'
export { openVoting, putPaperBallots } from './collection/openVoting.ts'
export { diagnosedWaves, followWave, openDiagnosis, severitiesOf } from './results/diagnosedWaves.ts'
export { waveChange } from './statistics/compareWaves.ts'

/** Surveys that anybody may answer today by an open link: what a public page and a code at a station lead to. */
export const openToAnybody = async (tx: Tx, institutionId: string, today: string) =>
  (await listOpenToAnybody(tx, institutionId, today)).map((row) => ({
    path: linkOf({ code: row.code, waveId: row.wave_id }),
    name: { zh: row.name_zh, en: row.name_en },
    closesOn: row.closes_on,
  }))

export async function tasksOf(tx: Tx, institutionId: string, actor: Actor, today: string) {
  const own = await askedOf(tx, institutionId, actor, today)
  if (!mayByRole(actor, 'finding.record')) return own
  const diagnoses = []
  for (const wave of await listWaveRows(tx, institutionId)) {
    const questionnaire = await findQuestionnaire(tx, institutionId, wave.questionnaire_id)
    if (questionnaire?.instrument.constructs.some((construct) => construct.kind === 'problem')) diagnoses.push(wave)
  }
  const [newest] = diagnoses
  if (!newest)
    return [
      ...own,
      {
        key: 'diagnose.open',
        text: { zh: '开展一次诊断问卷调查', en: 'Open a wave of the diagnosis' },
        href: '/diagnose',
        dueOn: null,
        stage: 'diagnose' as const,
      },
    ]
  if (newest.closed_on === null && newest.closes_on !== null && newest.closes_on < today) return [...own, closingOf(newest)]
  if (newest.closed_on === null || (await listFindingRows(tx, institutionId, newest.wave_id)).length > 0) return own
  const text = { zh: `记录“${newest.name_zh}”的诊断结论`, en: `Record the findings of “${newest.name_en}”` }
  return [
    ...own,
    { key: `diagnose.findings.${newest.wave_id}`, text, href: `/diagnose/${newest.wave_id}`, dueOn: null, stage: 'diagnose' as const },
  ]
}

type WaveRow = Awaited<ReturnType<typeof listWaveRows>>[number]

const closingOf = (wave: WaveRow) => ({
  key: `diagnose.close.${wave.wave_id}`,
  text: { zh: `“${wave.name_zh}”已过截止日期，请结束轮次`, en: `“${wave.name_en}” is past its last day: close it` },
  href: `/diagnose/${wave.wave_id}`,
  dueOn: wave.closes_on,
  stage: 'diagnose' as const,
})

/** Surveys this person has not answered yet. */
async function askedOf(tx: Tx, institutionId: string, actor: Actor, today: string) {
  if (actor.personId === null) return []
  const open = (await ownInvitations(tx, institutionId, actor.personId, today)).filter((one) => !one.redeemed)
  return open.map(({ wave, reminders }) => ({
    key: `${wave.purpose === 'vote' ? 'appraise' : 'diagnose'}.answer.${wave.wave_id}`,
    text: {
      zh: `${reminders > 0 ? '提醒：' : ''}请填写“${wave.name_zh}”`,
      en: `${reminders > 0 ? 'Reminder: please' : 'Please'} answer “${wave.name_en || wave.name_zh}”`,
    },
    href: `/answer/${wave.wave_id}`,
    dueOn: wave.closes_on,
    // a democratic vote is part of the appraisal, whoever takes its ballots in
    stage: wave.purpose === 'vote' ? ('appraise' as const) : ('diagnose' as const),
  }))
}
