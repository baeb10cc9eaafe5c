/** A group and the groups it is divided into. The parts may add up to less than the whole: the rest stands directly in it. */
export type Cut = { id: string; n: number; parts?: readonly Cut[] }

/**
 * - `shown`; `empty` has nobody in it and may be shown as such;
 * - `too-few` has fewer than the threshold; `complementary` is large enough but would give a small group away by subtraction;
 * - `inside-hidden` lies in a group that is hidden.
 */
export type Standing = 'shown' | 'empty' | 'too-few' | 'complementary' | 'inside-hidden'
export type CutStanding = { id: string; n: number; level: number; parent: string | null; standing: Standing }

export type Suppression =
  | { kind: 'suppressed'; cuts: readonly CutStanding[] }
  | { kind: 'undefined'; because: 'parts-exceed-whole'; id: string; n: number; partsTotal: number }
  | { kind: 'undefined'; because: 'id-twice'; id: string }

/**
 * Decides which groups of a tree may be shown. A group of 1 to k-1 is hidden; then, as long as a shown whole less its shown parts leaves
 * 1 to k-1, the smallest shown part is hidden too (of equals, the one whose id comes first). Parts of a hidden group are hidden.
 * Law: for every shown group, whole minus any of its shown parts is 0 or at least k.
 */
export function suppress(root: Cut, k: number): Suppression {
  const fault = faultOf(root, new Set())
  if (fault) return fault
  const own = root.n === 0 ? 'empty' : root.n < k ? 'too-few' : 'shown'
  return { kind: 'suppressed', cuts: standings(root, { level: 0, parent: null, standing: own }, k) }
}

function standings(cut: Cut, place: { level: number; parent: string | null; standing: Standing }, k: number): CutStanding[] {
  const parts = cut.parts ?? []
  const isOpen = place.standing === 'shown' || place.standing === 'empty'
  const hidden = isOpen ? hiddenParts(cut.n, parts, k) : new Map(parts.map(({ id }) => [id, 'inside-hidden' as const]))
  const own: CutStanding = { id: cut.id, n: cut.n, ...place }
  const below = parts.flatMap((part) =>
    standings(part, { level: place.level + 1, parent: cut.id, standing: hidden.get(part.id) ?? (part.n === 0 ? 'empty' : 'shown') }, k),
  )
  return [own, ...below]
}

/** The parts of one shown whole that must be hidden, and why. */
export function hiddenParts(
  whole: number,
  parts: readonly { id: string; n: number }[],
  k: number,
): Map<string, 'too-few' | 'complementary'> {
  const hidden = new Map<string, 'too-few' | 'complementary'>()
  for (const { id, n } of parts) if (n > 0 && n < k) hidden.set(id, 'too-few')
  const candidates = parts
    .filter(({ id, n }) => n > 0 && !hidden.has(id))
    .toSorted((one, other) => one.n - other.n || (one.id < other.id ? -1 : 1))
  let rest = whole - candidates.reduce((sum, { n }) => sum + n, 0)
  for (const { id, n } of candidates) {
    if (rest === 0 || rest >= k) break
    hidden.set(id, 'complementary')
    rest += n
  }
  return hidden
}

function faultOf(cut: Cut, seen: Set<string>): Suppression | undefined {
  if (seen.has(cut.id)) return { kind: 'undefined', because: 'id-twice', id: cut.id }
  seen.add(cut.id)
  const partsTotal = (cut.parts ?? []).reduce((sum, { n }) => sum + n, 0)
  if (partsTotal > cut.n) return { kind: 'undefined', because: 'parts-exceed-whole', id: cut.id, n: cut.n, partsTotal }
  for (const part of cut.parts ?? []) {
    const fault = faultOf(part, seen)
    if (fault) return fault
  }
  return undefined
}
