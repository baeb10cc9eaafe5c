export type Wanted = { readonly year?: number | undefined; readonly revision?: number | undefined }

type Asked = Wanted & {
  /** Known without asking the server: what stands in the address is no year or no revision. */
  readonly absent:
    | { readonly kind: 'unreadable'; readonly asked: string }
    | { readonly kind: 'no-such-year'; year: number; revision: null }
    | null
}

const [EARLIEST, LATEST] = [1990, 2100]

/** What the address of the page asks for; the newest page is read beside what it cannot mean, so that the years that are there can be offered. */
export function askedIn(year: string | null, revision: string | null): Asked {
  for (const one of [year, revision]) if (one !== null && !/^[1-9]\d{0,3}$/.test(one)) return { absent: { kind: 'unreadable', asked: one } }
  const wanted = year === null ? undefined : Number(year)
  if (wanted !== undefined && (wanted < EARLIEST || wanted > LATEST))
    return { absent: { kind: 'no-such-year', year: wanted, revision: null } }
  return { year: wanted, revision: revision === null ? undefined : Number(revision), absent: null }
}
