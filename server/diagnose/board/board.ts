import {
  addEvidence,
  chooseRemedy,
  decideLink,
  dropRemedy,
  judgeProblem,
  readAims,
  readBoard,
  removeEvidence,
} from '@milepost/contract/diagnose/board'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { saveFinding } from '../results/data.ts'
import { findWave, listWaveRows } from '../waves/data.ts'
import { findAsked } from '../waves/findAsked.ts'
import { boardOf, problemsOf, remedyLine } from './boardOf.ts'
import { deleteEvidence, deleteRemedy, insertRemedy, listEvidence, listRemedies, saveEvidence, saveLink } from './data.ts'
import { groundOf, refuseUnknownConstruct } from './ground.ts'
import { outcomesOf } from './outcomes.ts'
import { saidOf } from './says.ts'

export const readBoardRoute = serve(readBoard, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const asked = { institutionId, waveId: input.waveId, library, today }
    return boardOf(tx, asked, await groundOf(tx, asked))
  },
})

export const addEvidenceRoute = serve(addEvidence, {
  run: async ({ tx, institutionId, input, library, today, actor, now, audit }) => {
    const ground = await groundOf(tx, { institutionId, waveId: input.waveId, library, today })
    refuseUnknownConstruct(ground, input.subject, { pointer: '/subject', kinds: ['problem', 'cause'] })
    const { label, says } = saidOf(ground, library, input)
    const evidenceId = await saveEvidence(tx, {
      institution_id: institutionId,
      evidence_id: newId(),
      wave_id: input.waveId,
      subject: input.subject,
      kind: input.kind,
      about: input.about,
      label_zh: label.zh,
      label_en: label.en,
      says_zh: says.zh,
      says_en: says.en,
      red: input.kind === 'audit' ? (input.red ?? false) : null,
      strength: input.strength,
      reason: input.reason,
      added_by: actor.name,
      added_at: now,
    })
    audit({ kind: 'wave', id: input.waveId, detail: { subject: input.subject, kind: input.kind, about: input.about } })
    return { evidenceId }
  },
})

export const removeEvidenceRoute = serve(removeEvidence, {
  run: async ({ tx, institutionId, input, audit }) => {
    const removed = await deleteEvidence(tx, institutionId, input.evidenceId)
    if (!removed) throw new Refusal('not-found')
    audit({ kind: 'wave', id: removed.wave_id, detail: { subject: removed.subject } })
    return DONE
  },
})

export const decideLinkRoute = serve(decideLink, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { questionnaire } = await findAsked(tx, institutionId, input.waveId)
    const ground = { instrument: questionnaire.instrument } as const
    refuseUnknownConstruct(ground, input.cause, { pointer: '/cause', kinds: ['cause'] })
    refuseUnknownConstruct(ground, input.problem, { pointer: '/problem', kinds: ['problem'] })
    await saveLink(tx, {
      institution_id: institutionId,
      wave_id: input.waveId,
      cause: input.cause,
      problem: input.problem,
      strength: input.strength,
      reason: input.reason,
      decided_by: actor.name,
      decided_at: now,
    })
    audit({ kind: 'wave', id: input.waveId, detail: { cause: input.cause, problem: input.problem, strength: input.strength } })
    return DONE
  },
})

export const chooseRemedyRoute = serve(chooseRemedy, {
  run: async ({ tx, institutionId, input, actor, library, now, audit }) => {
    const { questionnaire } = await findAsked(tx, institutionId, input.waveId)
    const { instrument } = questionnaire
    refuseUnknownConstruct({ instrument }, input.answers, { pointer: '/answers', kinds: ['problem', 'cause'] })
    const asked = input.sign.kind === 'construct' ? instrument.constructs : instrument.items.filter((item) => item.kind === 'scale')
    const fields = [
      ...(asked.some((one) => one.code === input.sign.about)
        ? []
        : [
            {
              pointer: '/sign/about',
              zh: '问卷没有问到这一项，下一轮看不出是否见效。',
              en: 'The questionnaire does not ask this, so no wave can show it.',
            },
          ]),
      ...(Number(input.sign.least) > 0
        ? []
        : [{ pointer: '/sign/least', zh: '请填大于零的变化量。', en: 'Give a change greater than zero.' }]),
      ...(input.name.zh.trim() === '' ? [{ pointer: '/name/zh', zh: '请写明对策。', en: 'Name the remedy.' }] : []),
      ...(input.code === null || library.remedies.remedies.some((one) => one.code === input.code)
        ? []
        : [{ pointer: '/code', zh: '对策库中没有这一条。', en: 'The library has no such remedy.' }]),
    ]
    if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
    const remedyId = newId()
    await insertRemedy(tx, {
      institution_id: institutionId,
      remedy_id: remedyId,
      wave_id: input.waveId,
      answers: input.answers,
      library_code: input.code,
      name_zh: input.name.zh.trim(),
      name_en: input.name.en.trim(),
      stage: input.stage,
      strength: input.strength,
      reason: input.reason,
      sign_kind: input.sign.kind,
      sign_about: input.sign.about,
      sign_least: input.sign.least,
      chosen_by: actor.name,
      chosen_at: now,
    })
    audit({ kind: 'wave', id: input.waveId, detail: { answers: input.answers, code: input.code } })
    return { remedyId }
  },
})

export const dropRemedyRoute = serve(dropRemedy, {
  run: async ({ tx, institutionId, input, audit }) => {
    const dropped = await deleteRemedy(tx, institutionId, input.remedyId)
    if (!dropped) throw new Refusal('not-found')
    audit({ kind: 'wave', id: dropped.wave_id, detail: { answers: dropped.answers } })
    return DONE
  },
})

const PROPOSES = { confirmed: 'confirmed', suspected: 'suspected', 'not-found': 'not-confirmed', 'not-examined': 'not-confirmed' } as const

/** The rule proposes; a named person decides, and says why where the two differ. */
export const judgeProblemRoute = serve(judgeProblem, {
  run: async ({ tx, institutionId, input, library, today, actor, now, audit }) => {
    const asked = { institutionId, waveId: input.waveId, library, today }
    const ground = await groundOf(tx, asked)
    refuseUnknownConstruct(ground, input.problem, { pointer: '/problem', kinds: ['problem'] })
    const problems = await problemsOf(tx, asked, ground, await listEvidence(tx, institutionId, input.waveId))
    const problem = problems.find((one) => one.code === input.problem)
    if (!problem) throw new Refusal('not-found')
    const proposed = PROPOSES[problem.proposed]
    if (proposed !== input.verdict && input.reason === '') throw new Refusal('judgement-needs-reason')
    const { interviews, audit: records, severity, n } = problem.evidence
    await saveFinding(tx, {
      institutionId,
      findingId: newId(),
      waveId: input.waveId,
      problem: input.problem,
      verdict: input.verdict,
      evidence: {
        interviews,
        interviewsBy: ground.entered.find((one) => one.code === input.problem)?.by ?? null,
        audit: records,
        severity,
        n,
      },
      note: input.reason,
      by: actor.name,
      at: now,
    })
    audit({ kind: 'wave', id: input.waveId, detail: { problem: input.problem, verdict: input.verdict, proposed } })
    return DONE
  },
})

/** The thread walked backwards: from a wave to the remedies of earlier ones that it shows to have worked, or not. */
export const readAimsRoute = serve(readAims, {
  run: async ({ tx, institutionId, input }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    if (!wave) throw new Refusal('not-found')
    const aims = []
    for (const earlier of await listWaveRows(tx, institutionId)) {
      const rows = earlier.opened_on < wave.opened_on ? await listRemedies(tx, institutionId, earlier.wave_id) : []
      if (rows.length === 0) continue
      const { questionnaire } = await findAsked(tx, institutionId, earlier.wave_id)
      const { instrument } = questionnaire
      const given = { institutionId, waveId: earlier.wave_id, openedOn: earlier.opened_on, instrument }
      const outcomes = await outcomesOf(tx, given, rows)
      for (const row of rows) {
        const outcome = outcomes.get(row.remedy_id)?.outcome
        if (outcome?.waveId === input.waveId)
          aims.push({
            fromWaveId: earlier.wave_id,
            from: { zh: earlier.name_zh, en: earlier.name_en },
            remedy: { ...remedyLine(row, { instrument }), outcome },
          })
      }
    }
    return { aims }
  },
})
