import type { PublicView, Revision } from './reading.ts'

type Of = Pick<PublicView, 'years'>

const revisionsOf = ({ years }: Of, year: number) => years.find((one) => one.year === year)?.revisions ?? []

/** The revision of a year with this number, as the record has it. */
export const revisionIn = (view: Of, { year, revision }: { year: number; revision: number }): Revision | null =>
  revisionsOf(view, year).find((one) => one.revision === revision) ?? null

/** The newest revision of the year, where it is another than the one that is read: still read, or gone. */
export function laterThan(view: Of, read: { year: number; revision: number }): Revision | null {
  const [newest] = revisionsOf(view, read.year)
  return newest !== undefined && newest.revision > read.revision ? newest : null
}

/** The revision published just before the one that is read, if it was withdrawn: whoever knew it is told first. */
export function withdrawnBefore(view: Of, read: { year: number; revision: number }): Revision | null {
  const before = revisionsOf(view, read.year).find((one) => one.revision < read.revision)
  return before?.withdrawn ? before : null
}

/** The years whose newest revision is read, newest first. */
export const yearsToRead = ({ years }: Of): number[] =>
  years.filter(({ revisions: [newest] }) => newest !== undefined && !newest.withdrawn && !newest.ended).map(({ year }) => year)
