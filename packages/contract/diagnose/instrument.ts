import { z } from 'zod'
import { bilingual } from '../fields.ts'

const points = z.array(z.object({ value: z.int(), name: bilingual })).max(11)

/** What a question asks for. */
export const ITEM_KINDS = ['scale', 'number', 'choice', 'several', 'ranking', 'date', 'text'] as const

export const option = z.object({ code: z.string().regex(/^[\w.-]{1,40}$/), name: bilingual })

export const instrumentItem = z.object({
  code: z.string().regex(/^[A-Za-z][\w-]{0,39}$/),
  /**
   * scale: an answer of a scale; number: any number; choice: one of named options, or any text when none are named;
   * several: any of the options; ranking: the options in order; date: a day; text: words of one's own.
   */
  kind: z.enum(ITEM_KINDS),
  construct: z.string().nullable(),
  link: z.string().nullable(),
  reverse: z.boolean(),
  text: bilingual,
  options: z.array(option).max(60).optional(),
  /** A scale of `scales`; left out: the questionnaire's main scale. */
  scale: z.string().optional(),
  /** The page it stands on; left out: the first. */
  block: z.string().optional(),
  /** May not be left blank (it may be answered "does not apply"). */
  required: z.boolean().optional(),
  /** Tells who the person is (age, post, postal code) rather than what the person thinks: not on exported rows unless asked for, and then only where nobody stands out. */
  about: z.boolean().optional(),
  /** Of a number item: the lowest and the highest number that can be meant; left out: no bound. */
  least: z.number().optional(),
  most: z.number().optional(),
  /** An attention check: the answer it asks for. Never part of a construct. */
  expected: z.int().optional(),
  /** Asked only of those who gave one of these answers to an earlier item. */
  showIf: z.object({ item: z.string(), among: z.array(z.string()).min(1).max(60) }).optional(),
})

/** A questionnaire as it is asked and read: frozen once it is adopted. */
export const instrument = z.object({
  scale: z.object({
    least: z.int(),
    most: z.int(),
    points,
    /** Counts as missing, never as a number. */
    notApplicable: bilingual,
  }),
  /** Further scales, used by name. */
  scales: z
    .array(
      z.object({
        code: z.string().regex(/^[A-Za-z][\w-]{0,39}$/),
        name: bilingual,
        least: z.int(),
        most: z.int(),
        points,
        /** null: everybody can answer, there is no "does not apply". */
        notApplicable: bilingual.nullable(),
      }),
    )
    .max(30)
    .optional(),
  /** Pages, in the order they are asked. */
  blocks: z
    .array(z.object({ code: z.string().regex(/^[A-Za-z][\w-]{0,39}$/), title: bilingual, shuffle: z.boolean().optional() }))
    .max(60)
    .optional(),
  constructs: z.array(z.object({ code: z.string(), kind: z.enum(['problem', 'cause', 'outcome', 'other']), name: bilingual })),
  items: z.array(instrumentItem).min(1).max(400),
  /** No cell with fewer answers is shown; five is the floor. */
  leastCell: z.int().min(5),
  /** Lower ends of the severity bands, worst first. */
  severityBands: z.array(z.object({ code: z.string(), name: bilingual, from: z.string() })),
})

export type Instrument = z.infer<typeof instrument>
export type InstrumentItem = Instrument['items'][number]
export type ItemScale = Omit<NonNullable<Instrument['scales']>[number], 'code' | 'name'>
