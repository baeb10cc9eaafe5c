import type { Exact, ExactInput } from '@milepost/exact/exact'

/** What is put before a scoring function: a figure, counted occurrences, a checklist or a person's judgement. */
export type Reading =
  | { kind: 'figure'; value: Exact }
  | { kind: 'counts'; counts: Record<string, ExactInput> }
  | { kind: 'milestones'; milestones: Record<string, 'done' | 'late' | 'undone'> }
  | { kind: 'judgement'; band: string; points: ExactInput; by: string; reason: string; evidence: string[] }
