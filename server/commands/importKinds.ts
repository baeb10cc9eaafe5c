/** What the command line can import. */
export const KINDS = ['units', 'posts', 'people', 'absences', 'values', 'inspections', 'answers'] as const
export type ImportKind = (typeof KINDS)[number]
