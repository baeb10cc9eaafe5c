import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, id } from '../fields.ts'
import { cardInput } from './cardInput.ts'

const measureInput = cardInput.shape.perspectives.element.shape.objectives.element.shape.measures.element

const chosenScorecard = z.object({ scorecardId: id, cycleId: id, year: z.int(), name: bilingual, state: z.enum(['draft', 'published']) })

/** A line on a card, pointing into the lists below, so that what many cards share travels once. */
const leaf = z.object({
  /** Places in `perspectives`, `objectives`, `measures` and `series`. */
  p: z.int(),
  o: z.int(),
  m: z.int(),
  s: z.int(),
  weightBp: z.int(),
  /** Only where a veto names it. */
  id: z.string().optional(),
})

/** The cards of a scheme with the values of a cycle, which need not be its own: `scoreCard` input taken apart. */
export const dryRunFacts = z.object({
  scorecard: chosenScorecard,
  cycle: z.object({ cycleId: id, year: z.int(), name: bilingual, startsOn: z.string(), endsOn: z.string() }),
  /** What the scheme decides for cards of this level; left out where everything is as usual. */
  scheme: cardInput.shape.scheme,
  perspectives: z.array(cardInput.shape.perspectives.element.omit({ objectives: true })),
  objectives: z.array(cardInput.shape.perspectives.element.shape.objectives.element.omit({ measures: true })),
  measures: z.array(measureInput.omit({ id: true, weightBp: true, values: true })),
  series: z.array(measureInput.shape.values),
  cards: z.array(
    z.object({
      cardId: id,
      /** The same holder under another scheme has the same key. */
      holder: z.string(),
      scope: cardInput.shape.scope,
      name: bilingual,
      unit: bilingual.nullable(),
      vetoes: cardInput.shape.vetoes,
      leaves: z.array(leaf),
    }),
  ),
  /** Lines without any value in that cycle, by code. */
  withoutValues: z.array(z.object({ code: z.string(), name: bilingual, cards: z.int() })),
})

export const readDryRunFacts = endpoint({
  name: 'run.readDryRunFacts',
  method: 'GET',
  path: '/api/run/dry-run/:scorecardId/:cycleId',
  permission: 'dry-run.read',
  summary: {
    zh: '试算所需：一套方案的卡片与某一周期的实际值',
    en: 'What a dry run needs: the cards of a scheme and the values of a cycle',
  },
  input: z.object({ scorecardId: id, /** Whose values are taken. */ cycleId: id, scope: cardInput.shape.scope }),
  output: dryRunFacts,
  audit: null,
})

export const readDryRunChoices = endpoint({
  name: 'run.readDryRunChoices',
  method: 'GET',
  path: '/api/run/dry-run',
  permission: 'dry-run.read',
  summary: { zh: '可试算的方案和有数据的周期', en: 'Schemes that can be dry-run, and the cycles that have values' },
  input: z.object({}),
  output: z.object({
    scorecards: z.array(chosenScorecard),
    cycles: z.array(z.object({ cycleId: id, year: z.int(), name: bilingual, values: z.int() })),
  }),
  audit: null,
})

export type DryRunFacts = z.infer<typeof dryRunFacts>
