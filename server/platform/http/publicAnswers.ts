import { gzipSync } from 'node:zlib'

/** An answer ready to be sent, as it is and compressed. */
export type ReadyAnswer = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer; readonly gzip: Buffer }

type Kept = { readonly answer: ReadyAnswer; readonly at: number; renewing: boolean }

/** So many different questions are remembered; beyond that the memory starts anew. */
const MOST_KEPT = 300

/**
 * Answers everybody reads alike, kept in memory for a moment so that a page many open at once is worked out once. After `keepMs` the old
 * answer is given one last time while a new one is made; after twice that nobody gets it. Whoever writes through this process has
 * everything forgotten at once, so a withdrawn page is gone with the answer to the withdrawal. 0: nothing is kept.
 */
export function publicAnswers(keepMs: number) {
  const kept = new Map<string, Kept>()
  const making = new Map<string, Promise<ReadyAnswer>>()
  let generation = 0

  const make = (key: string, work: () => Promise<ReadyAnswer>): Promise<ReadyAnswer> => {
    const known = making.get(key)
    if (known) return known
    const began = generation
    const promise = work()
      .then((answer) => {
        if (kept.size >= MOST_KEPT) kept.clear()
        // somebody wrote meanwhile: this answer is given to who asked, and to nobody else
        if (began === generation) kept.set(key, { answer, at: performance.now(), renewing: false })
        return answer
      })
      .finally(() => {
        if (making.get(key) === promise) making.delete(key)
      })
    making.set(key, promise)
    return promise
  }

  return {
    take(key: string, work: () => Promise<ReadyAnswer>): Promise<ReadyAnswer> {
      if (keepMs === 0) return work()
      const found = kept.get(key)
      const age = found ? performance.now() - found.at : Number.POSITIVE_INFINITY
      if (!found || age > 2 * keepMs) return make(key, work)
      if (age > keepMs && !found.renewing) {
        found.renewing = true
        // a fault is met by the next reader, who waits for an answer of its own
        make(key, work).catch(() => kept.delete(key))
      }
      return Promise.resolve(found.answer)
    },
    forget(): void {
      generation += 1
      kept.clear()
      making.clear()
    },
  }
}
export type PublicAnswers = ReturnType<typeof publicAnswers>

export const readyAnswer = (headers: Readonly<Record<string, string>>, body: Buffer): ReadyAnswer => ({
  headers,
  body,
  gzip: gzipSync(body),
})
