import type { DraftLine } from './draft.ts'

export type LinePart =
  | 'weightBp'
  | 'rule'
  | 'objectiveId'
  | 'valueScope'
  | 'cascadeKind'
  | 'parentCardMeasureId'
  | 'profile'
  | 'critical'
  | 'order'

/** What somebody else did to a line of the card meanwhile, and whether this screen changed the same. */
export type LineConflict = {
  readonly code: string
  readonly name: DraftLine['name']
  readonly theirs: 'added' | 'removed' | 'changed' | 'same'
  readonly mine: 'added' | 'removed' | 'changed' | 'same'
  /** Parts that differ between the two. */
  readonly parts: readonly LinePart[]
  readonly here: DraftLine | null
  readonly there: DraftLine | null
}

type Lines = readonly DraftLine[]
const PARTS = ['weightBp', 'rule', 'objectiveId', 'valueScope', 'cascadeKind', 'parentCardMeasureId', 'profile', 'critical'] as const

const partsThatDiffer = (a: DraftLine, b: DraftLine): LinePart[] =>
  PARTS.filter((part) => JSON.stringify(a[part]) !== JSON.stringify(b[part]))
const byCode = (lines: Lines) => new Map(lines.map((line) => [line.code, line]))

function change(before: DraftLine | undefined, after: DraftLine | undefined): LineConflict['mine'] {
  if (!before) return after ? 'added' : 'same'
  if (!after) return 'removed'
  return partsThatDiffer(before, after).length > 0 ? 'changed' : 'same'
}

/** The lines on which two copies of a card differ, seen from the copy both began with. */
export function differences(base: Lines, mine: Lines, theirs: Lines): LineConflict[] {
  const [first, here, there] = [byCode(base), byCode(mine), byCode(theirs)]
  const codes = [...new Set([...theirs, ...mine, ...base].map((line) => line.code))]
  return codes.flatMap((code) => {
    const [before, a, b] = [first.get(code), here.get(code), there.get(code)]
    const known = b ?? a ?? before
    const parts = a && b ? partsThatDiffer(a, b) : []
    if (!known || (a && b && parts.length === 0) || (!a && !b)) return []
    return [{ code, name: known.name, theirs: change(before, b), mine: change(before, a), parts, here: a ?? null, there: b ?? null }]
  })
}

/**
 * Their copy with what was changed here put on top, part by part: of a part changed by both, this screen's counts. Lines they took away
 * and that were changed here come back; lines taken away here go.
 */
export function merged(base: Lines, mine: Lines, theirs: Lines): DraftLine[] {
  const [first, here, there] = [byCode(base), byCode(mine), byCode(theirs)]
  const kept = theirs.flatMap((line): DraftLine[] => {
    const [before, own] = [first.get(line.code), here.get(line.code)]
    if (!own) return before ? [] : [line]
    const changed = before ? partsThatDiffer(before, own) : [...PARTS]
    return [{ ...line, key: own.key, ...Object.fromEntries(changed.flatMap((part) => (part === 'order' ? [] : [[part, own[part]]]))) }]
  })
  const added = mine.filter((line) => {
    if (there.has(line.code)) return false
    const before = first.get(line.code)
    return !before || partsThatDiffer(before, line).length > 0
  })
  // what they took away has lost its id on the server
  return [...kept, ...added.map((line) => ({ ...line, cardMeasureId: null }))]
}
