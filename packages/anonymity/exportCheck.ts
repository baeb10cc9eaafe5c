import { findPersonalData, type PersonalDataKind } from './personalData.ts'
import { type RowOrder, rowOrder } from './rowOrder.ts'

/** A table of single rows somebody wants to take out: one row an answer sheet. */
export type ExportTable = {
  readonly columns: readonly ExportColumn[]
  /** Cells by column, as text; null is an empty cell. */
  readonly rows: readonly (readonly (string | null)[])[]
}

export type ExportColumn = {
  readonly name: string
  /**
   * - `division`: something a colleague may know of a person (unit, post, age group): together these may single somebody out;
   * - `answer`: a number or choice given; `text`: open words; `id`: a number of the row itself.
   */
  readonly kind: 'division' | 'answer' | 'text' | 'id'
}

export type ExportRules = {
  /** Every combination of divisions must have at least so many rows. */
  readonly k: number
  /** How many columns of divisions may stand in one export; national practice of the house: one. */
  readonly divisionsAllowed: number
  /** Names of the people who may be spoken of in open text. */
  readonly names: readonly string[]
}

export type ExportFinding =
  | { code: 'too-many-divisions'; columns: readonly string[]; allowed: number }
  /** Rows alone in their combination of divisions, and rows in combinations of fewer than k. */
  | { code: 'rows-stand-out'; unique: number; inSmallGroups: number; combinations: number; columns: readonly string[]; k: number }
  | { code: 'text-beside-divisions'; text: readonly string[]; divisions: readonly string[] }
  | { code: 'personal-data'; column: string; kind: PersonalDataKind; times: number; rows: readonly number[] }
  /** The order of rows, or a number in them, follows a list of people. */
  | { code: 'order-follows-list'; by: 'rows' | string; order: RowOrder }
  /** All rows of a combination give the same answer: who is in it has given it. */
  | { code: 'answers-alike'; column: string; combinations: number; rows: number }

export type ExportVerdict = {
  readonly mayRelease: boolean
  readonly findings: readonly ExportFinding[]
  readonly rows: number
  /** Not looked at for want of something: the order of rows without a list to compare it with. */
  readonly unchecked: readonly 'order'[]
}

/**
 * Whether a table of rows may leave the house, and everything against it: rows that stand out by their divisions, one answer shared by a whole combination,
 * personal data in open text, open text beside divisions, and an order of rows (or ids) that follows a list. `places`: for each row its place in the list
 * of people (or in the order in which answers came in), null where it is not known; empty: not compared, and said so. It reports, it does not change the table.
 */
export function checkExport(table: ExportTable, rules: ExportRules, places: readonly (number | null)[]): ExportVerdict {
  const of = (kind: ExportColumn['kind']) =>
    table.columns.flatMap((column, at) => (column.kind === kind ? [{ name: column.name, at }] : []))
  const [divisions, texts] = [of('division'), of('text')]
  const groups = groupsBy(
    table.rows,
    divisions.map(({ at }) => at),
  )
  const findings: ExportFinding[] = []
  const names = divisions.map(({ name }) => name)
  if (divisions.length > rules.divisionsAllowed)
    findings.push({ code: 'too-many-divisions', columns: names, allowed: rules.divisionsAllowed })
  const small = groups.filter((group) => group.length < rules.k)
  if (divisions.length > 0 && small.length > 0)
    findings.push({
      code: 'rows-stand-out',
      unique: groups.filter((group) => group.length === 1).length,
      inSmallGroups: small.reduce((sum, group) => sum + group.length, 0),
      combinations: small.length,
      columns: names,
      k: rules.k,
    })
  if (divisions.length > 0 && texts.length > 0)
    findings.push({ code: 'text-beside-divisions', text: texts.map(({ name }) => name), divisions: names })
  if (divisions.length > 0) for (const { name, at } of of('answer')) findings.push(...alike(name, at, groups, table.rows, rules.k))
  for (const { name, at } of texts) for (const finding of personalDataIn(name, at, table.rows, rules.names)) findings.push(finding)
  findings.push(...orderFindings(table, of('id'), places))
  return { mayRelease: findings.length === 0, findings, rows: table.rows.length, unchecked: places.length === 0 ? ['order'] : [] }
}

/** Rows by their combination of values, as row numbers. */
function groupsBy(rows: ExportTable['rows'], columns: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const [at, row] of rows.entries()) {
    const key = JSON.stringify(columns.map((column) => row[column] ?? null))
    const group = groups.get(key)
    if (group) group.push(at)
    else groups.set(key, [at])
  }
  return [...groups.values()]
}

/** Combinations of at least two rows that all gave one answer; of k rows and more too, since nobody in them has said anything else. */
function alike(
  name: string,
  column: number,
  groups: readonly (readonly number[])[],
  rows: ExportTable['rows'],
  k: number,
): readonly ExportFinding[] {
  const one = groups.filter((group) => {
    const answers = new Set(group.flatMap((at) => rows[at]?.[column] ?? []))
    return group.length >= k && answers.size === 1
  })
  const count = one.reduce((sum, group) => sum + group.length, 0)
  return one.length === 0 ? [] : [{ code: 'answers-alike', column: name, combinations: one.length, rows: count }]
}

function personalDataIn(column: string, at: number, rows: ExportTable['rows'], names: readonly string[]): readonly ExportFinding[] {
  const found = new Map<PersonalDataKind, { times: number; rows: Set<number> }>()
  for (const [row, cells] of rows.entries()) {
    for (const { kind } of findPersonalData(cells[at] ?? '', names)) {
      const known = found.get(kind) ?? { times: 0, rows: new Set<number>() }
      known.times += 1
      known.rows.add(row)
      found.set(kind, known)
    }
  }
  return [...found].map(([kind, { times, rows: where }]) => ({ code: 'personal-data' as const, column, kind, times, rows: [...where] }))
}

function orderFindings(
  { rows }: ExportTable,
  ids: readonly { name: string; at: number }[],
  places: readonly (number | null)[],
): readonly ExportFinding[] {
  if (places.length === 0) return []
  const own = rowOrder(places)
  const findings: ExportFinding[] = own.kind === 'follows' ? [{ code: 'order-follows-list', by: 'rows', order: own }] : []
  for (const { name, at } of ids) {
    const ranked = rows
      .map((row, index) => ({ id: row[at] ?? '', place: places[index] ?? null }))
      .toSorted((one, other) => byId(one.id, other.id))
    const order = rowOrder(ranked.map(({ place }) => place))
    if (order.kind === 'follows') findings.push({ code: 'order-follows-list', by: name, order })
  }
  return findings
}

const byId = (one: string, other: string): number =>
  /^\d+$/.test(one) && /^\d+$/.test(other) && one.length !== other.length
    ? one.length - other.length
    : one < other
      ? -1
      : one > other
        ? 1
        : 0
