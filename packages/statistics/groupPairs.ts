/** Every pair of a list once: the later against the earlier, in the order R prints them (B-A, C-A, ..., C-B). */
export function groupPairs<T>(groups: readonly T[]): { readonly later: T; readonly earlier: T }[] {
  return groups.flatMap((earlier, at) => groups.slice(at + 1).map((later) => ({ later, earlier })))
}
