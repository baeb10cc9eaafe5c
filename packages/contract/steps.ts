/** How far a long act is: which part of it is being done, and how much of how much. */
export type Step = { readonly doing: string; readonly done: number; readonly of: number }

/** Asked for by `accept`: an act then answers line by line, each line JSON: its steps first, its answer or the refusal last. */
export const IN_STEPS = 'application/x-ndjson'
