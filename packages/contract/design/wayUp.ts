import { z } from 'zod'
import { bilingual, id } from '../fields.ts'

/** A line of a card above: whose it is, and what it is held against. */
const servedLine = z.object({
  cardMeasureId: id,
  card: bilingual,
  code: z.string(),
  name: bilingual,
  unit: bilingual,
  digits: z.int(),
  /** null: its rule names no single target. */
  target: z.string().nullable(),
})

/** How what a person does and learns serves the institution. */
export const wayUp = z.object({
  mission: bilingual,
  institutionCardId: id.nullable(),
  goals: z.array(
    z.object({
      cardMeasureId: id,
      code: z.string(),
      name: bilingual,
      /** Lines of units it serves, the nearest first. */
      units: z.array(servedLine),
      /** The institution's line it serves; empty: it counts towards the objective without a measure in between. */
      institution: z.array(servedLine),
      /** Where it serves no line of the institution: those by which the institution measures the same objective; the goal does not enter them. */
      alongside: z.array(servedLine),
      /** null: a duty of the post that serves no objective. */
      objective: z.object({ objectiveId: id, code: z.string(), name: bilingual }).nullable(),
    }),
  ),
  /** What the template of the post asks to learn, and the development goal of the plan that answers it; null: none does yet. */
  needs: z.array(
    z.object({
      objective: z.object({ objectiveId: id, code: z.string(), name: bilingual }).nullable(),
      need: bilingual,
      closedBy: z.object({ goalId: id, title: bilingual }).nullable(),
    }),
  ),
})

export type WayUp = z.infer<typeof wayUp>
