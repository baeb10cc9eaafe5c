import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id } from '../fields.ts'
import { ITEM_KINDS } from './instrument.ts'
import { waveState } from './waves.ts'

/** A number that could be computed, or why not. */
const maybe = z.number().nullable()

export const responseLine = z.object({
  stratum: z.string(),
  name: bilingual,
  answered: z.number(),
  eligible: z.number().nullable(),
  /** 0 to 1; null when the number of eligible people is unknown or answers exceed it. */
  rate: maybe,
  moreAnswersThanPeople: z.boolean(),
})

export const constructResult = z.object({
  code: z.string(),
  kind: z.enum(['problem', 'cause', 'outcome', 'other']),
  name: bilingual,
  items: z.array(z.string()),
  n: z.number(),
  excluded: z.record(z.string(), z.number()),
  mean: maybe,
  sd: maybe,
  /** Cronbach alpha, or Spearman-Brown for two items; null with the reason. */
  reliability: z.object({
    value: maybe,
    method: z.string(),
    n: z.number(),
    because: z.string().nullable(),
    /** By convention: good from 0.70, acceptable from 0.60, else low; negative means an item is turned the wrong way. */
    verdict: z.enum(['good', 'acceptable', 'low', 'negative']).nullable(),
    /** Items that fit the rest badly (corrected item-total r below 0.30), and the alpha without them. */
    weakItems: z.array(z.object({ code: z.string(), itemRest: maybe, ifDropped: maybe })),
  }),
  severity: maybe,
  band: bilingual.nullable(),
  /** Means by stratum; hidden when fewer people answered than may be shown. */
  strata: z.array(z.object({ stratum: z.string(), n: z.number().nullable(), mean: maybe, hidden: z.boolean() })),
  warnings: z.array(z.string()),
})

export const verdict = z.object({
  problem: z.string(),
  verdict: z.enum(['confirmed', 'suspected', 'not-found', 'not-examined']),
  streams: z.object({
    survey: z.enum(['agrees', 'disagrees', 'not-run']),
    interviews: z.enum(['agrees', 'disagrees', 'not-run']),
    audit: z.enum(['agrees', 'disagrees', 'not-run']),
  }),
  /** What each stream rests on, and the cuts that were applied. */
  evidence: z.object({
    severity: maybe,
    n: z.number(),
    severityCut: z.number(),
    interviews: z.object({ raised: z.number(), asked: z.number() }).nullable(),
    interviewPercentCut: z.number(),
    audit: z.enum(['red', 'green']).nullable(),
  }),
})

export const readDiagnosis = endpoint({
  name: 'diagnose.readDiagnosis',
  method: 'GET',
  path: '/api/waves/:waveId/diagnosis',
  permission: 'diagnosis.read',
  summary: { zh: '诊断结果', en: 'What the answers say' },
  input: z.object({ waveId: id }),
  output: z.object({
    wave: waveState,
    title: bilingual,
    leastCell: z.number(),
    /** Answers behind the results; in an anonymous wave some may wait until they cannot be told apart. */
    released: z.object({ sheets: z.number(), waiting: z.boolean() }),
    response: z.object({ strata: z.array(responseLine), total: responseLine }),
    constructs: z.array(constructResult),
    verdicts: z.array(verdict),
    findings: z.array(
      z.object({
        problem: z.string(),
        verdict: z.string(),
        note: z.string(),
        recordedBy: z.string(),
        /** A count of interviews that somebody entered; null: none, or it was counted from codes. */
        interviews: z.object({ raised: z.number(), asked: z.number() }).nullable(),
        audit: z.enum(['red', 'green']).nullable(),
      }),
    ),
  }),
  audit: null,
})

export const itemResult = z.object({
  code: z.string(),
  text: bilingual,
  kind: z.enum(ITEM_KINDS),
  construct: z.string().nullable(),
  reverse: z.boolean(),
  /** Sheets that answered; the base of the valid per cent. null, as the two below: it would give away a few of those asked about themselves. */
  valid: maybe,
  missing: maybe,
  notApplicable: maybe,
  /** As given, before reversed items are turned. */
  mean: maybe,
  sd: maybe,
  /** 95 %, with the finite-population correction where the number of people is known. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Per cent above the middle of the scale, of those who gave an answer of the scale. */
  favourable: maybe,
  /** All, or all but one, answered alike: only this is shown. */
  banded: z.object({ band: z.enum(['at-least', 'at-most']), percent: z.number(), of: z.enum(['favourable', 'one-option']) }).nullable(),
  /** Asked about the person: a count of null is kept back, since so few gave this answer, or since it would give such a few away. */
  rows: z.array(z.object({ category: z.string(), count: maybe, validPercent: maybe })),
  /** Words of one's own, in no order that says anything; only from ten on. */
  texts: z.array(z.string()),
  hidden: z.boolean(),
})

export const readItems = endpoint({
  name: 'diagnose.readItems',
  method: 'GET',
  path: '/api/waves/:waveId/items',
  permission: 'diagnosis.read',
  summary: { zh: '各题频数', en: 'Frequencies item by item' },
  input: z.object({ waveId: id }),
  output: z.object({ items: z.array(itemResult) }),
  audit: null,
})

export const recordFindings = endpoint({
  name: 'diagnose.recordFindings',
  method: 'PUT',
  path: '/api/waves/:waveId/findings',
  permission: 'finding.record',
  summary: { zh: '记录诊断结论', en: 'Record the findings' },
  input: z.object({
    waveId: id,
    findings: z
      .array(
        z.object({
          problem: z.string(),
          /** Interviewees who raised it, of those asked. */
          interviews: z.object({ raised: z.int().min(0), asked: z.int().min(1) }).nullable(),
          /** What the institution's own records say. */
          audit: z.enum(['red', 'green']).nullable(),
          note: z.string().trim().max(2000),
        }),
      )
      .min(1)
      .max(20),
  }),
  output: done,
  audit: 'findings-recorded',
})

export const readGuide = endpoint({
  name: 'diagnose.readGuide',
  method: 'GET',
  path: '/api/interview-guide',
  permission: 'questionnaire.read',
  summary: { zh: '访谈提纲', en: 'Interview guide' },
  input: empty,
  output: z.object({
    title: bilingual,
    consent: bilingual,
    minutes: z.object({ from: z.number(), to: z.number() }),
    protocol: z.array(bilingual),
    roles: z.array(z.object({ code: z.string(), name: bilingual, questions: z.array(z.number()) })),
    questions: z.array(
      z.object({ number: z.number(), audience: z.string(), text: bilingual, probes: z.array(bilingual), codes: z.array(z.string()) }),
    ),
    remedies: z.array(z.object({ code: z.string(), problem: z.string(), text: bilingual })),
  }),
  audit: null,
})
