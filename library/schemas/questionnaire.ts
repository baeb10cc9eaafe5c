import { z } from 'zod'
import { areUnique, bilingual, code, decimal, heading } from './fields.ts'

const STRATA = ['province-department', 'province-bureau', 'bureau'] as const

/** The five links of the cycle that construct P2 looks at. */
const CYCLE_LINKS = ['plan', 'coach', 'appraise', 'feedback', 'use'] as const

const construct = z.strictObject({
  code,
  kind: z.enum(['problem', 'cause', 'outcome']),
  name: bilingual,
  /** What a low score says, in one sentence. */
  meaning: bilingual,
})

const item = z.strictObject({
  code,
  order: z.int().min(1),
  /** Items are shuffled inside their block; blocks keep their order. */
  block: z.int().min(1),
  construct: code,
  link: z.enum(CYCLE_LINKS).nullable(),
  /** Reverse-keyed: scored as (lowest + highest - answer). */
  reverse: z.boolean(),
  text: bilingual,
})

const form = z.strictObject({
  code,
  name: bilingual,
  strata: z.array(z.enum(STRATA)).min(1),
  /** own: about one's own institution; bureau-below: the upper strata about the municipal bureau. */
  subject: z.enum(['own', 'bureau-below']),
  /** Item codes of the form. A form with `wordings` asks them in its own words, with {unit} for the bureau's name. */
  items: z.array(code).min(1),
  wordings: z.array(z.strictObject({ item: code, text: bilingual })),
})

const band = z.strictObject({ code, name: bilingual, from: decimal })

export const questionnaire = z
  .strictObject({
    ...heading,
    introduction: bilingual,
    scale: z.strictObject({
      least: z.int(),
      most: z.int(),
      points: z.array(z.strictObject({ value: z.int(), name: bilingual })).min(2),
      /** Counts as missing, never as a number. */
      notApplicable: bilingual,
    }),
    constructs: z.array(construct).min(1),
    links: z.array(z.strictObject({ code: z.enum(CYCLE_LINKS), name: bilingual })),
    items: z.array(item).min(1),
    /** May be put between the items; never scored. */
    attentionCheck: z.strictObject({ text: bilingual, expected: z.int() }),
    openQuestions: z.array(z.strictObject({ code, text: bilingual })),
    /** All may be skipped; only bands are asked. */
    demographics: z.array(z.strictObject({ code, name: bilingual, options: z.array(z.strictObject({ code, name: bilingual })).min(2) })),
    forms: z.array(form).min(1),
    strata: z.array(z.strictObject({ code: z.enum(STRATA), name: bilingual })),
    /** How results are read; every figure is a default of this product. */
    reading: z.strictObject({
      /** Bands of severity S = (most - mean) / (most - least) * 100, worst first. */
      severityBands: z.array(band).min(2),
      alphaGood: decimal,
      alphaAcceptable: decimal,
      leastItemTotal: decimal,
      /** A person's construct mean needs at least this share of its items answered. */
      leastAnsweredShare: decimal,
      /** No cell with fewer answers is shown. */
      leastCell: z.int().min(1),
    }),
  })
  .check(({ value, issues }) => {
    const say = (message: string) => issues.push({ code: 'custom', message, input: value.id })
    const constructs = new Set(value.constructs.map((c) => c.code))
    const items = new Set(value.items.map((i) => i.code))
    if (!areUnique(value.items.map((i) => i.code))) say('item codes must be unique')
    for (const i of value.items) if (!constructs.has(i.construct)) say(`item ${i.code} names an unknown construct ${i.construct}`)
    for (const f of value.forms) {
      for (const i of f.items) if (!items.has(i)) say(`form ${f.code} names an unknown item ${i}`)
      for (const w of f.wordings) if (!f.items.includes(w.item)) say(`form ${f.code} words an item it does not ask: ${w.item}`)
    }
  })

export type Questionnaire = z.infer<typeof questionnaire>
