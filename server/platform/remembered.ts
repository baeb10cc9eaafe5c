/**
 * Results that were computed lately, by what was computed and from what: the same question about the same things is answered at once. Nothing
 * is kept that could be read after something it rests on has changed, since all of that stands in the name.
 */
const lately = new Map<string, unknown>()
const MOST_KEPT = 80

/** `name` says everything the result depends on; `compute` must give the same whenever it is called under that name. */
export async function remembered<T>(name: string, compute: () => Promise<T>): Promise<T> {
  if (lately.has(name)) {
    const known = lately.get(name) as T
    // the one asked for last goes last
    lately.delete(name)
    lately.set(name, known)
    return known
  }
  const computed = await compute()
  const [oldest] = lately.keys()
  if (lately.size >= MOST_KEPT && oldest !== undefined) lately.delete(oldest)
  lately.set(name, computed)
  return computed
}
