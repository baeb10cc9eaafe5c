import type { Atom } from './disclosure.ts'
import type { AskedCell } from './release.ts'

/**
 * People (or answer sheets) by what they may be divided by. Two waves of the same people are told apart by fields of their own
 * (`wave1.unit`, `wave2.unit`), null where somebody was not there; then a person who moved cannot be subtracted out of two waves.
 */
export type Row<Field extends string> = Readonly<Record<Field, string | null>>

/** Several values of a field are a filter by any of them. */
export type Filter<Field extends string> = Readonly<Partial<Record<Field, readonly string[]>>>

const SEPARATOR = '\u001f'

/** The finest groups of these rows by these fields, each with its number of rows. Their ids are stable from one call to the next. */
export function atomsOf<Field extends string>(rows: readonly Row<Field>[], fields: readonly Field[]): readonly Atom[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const id = atomId(row, fields)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts].map(([id, n]) => ({ id, n }))
}

const atomId = <Field extends string>(row: Row<Field>, fields: readonly Field[]): string =>
  fields.map((field) => (row[field] === null ? '' : `=${row[field]}`)).join(SEPARATOR)

/** The value an atom has in a field; null where it has none. */
function valueIn(atom: string, place: number): string | null {
  const part = atom.split(SEPARATOR)[place] ?? ''
  return part.startsWith('=') ? part.slice(1) : null
}

/** What somebody asks for: the people inside `where`, divided `by` some fields; margins are the totals over one or more of them. */
export type Question<Field extends string> = {
  readonly where: Filter<Field>
  readonly by: readonly Field[]
  readonly margins: boolean
}

/** A cell of the answer: the value of each field it is divided by, null for "all of them". */
export type QuestionCell<Field extends string> = AskedCell & {
  readonly of: readonly { readonly field: Field; readonly value: string | null }[]
}

/**
 * A question as cells over atoms: one a combination of values that occurs, with margins when they are asked for. A filter that takes in everybody asks for
 * the same cells as no filter. People without a value in a field they are divided by stand in the margins only.
 */
export function cellsOf<Field extends string>(
  atoms: readonly Atom[],
  fields: readonly Field[],
  { where, by, margins }: Question<Field>,
): readonly QuestionCell<Field>[] {
  const placeOf = (field: Field) => fields.indexOf(field)
  const wanted = fields.flatMap((field) => {
    const values = where[field]
    return values === undefined ? [] : [{ place: placeOf(field), values: new Set(values) }]
  })
  const inside = atoms.filter(({ id }) => wanted.every(({ place, values }) => values.has(valueIn(id, place) ?? '\u0000')))
  const prefix = wanted.map(({ place, values }) => `${fields[place]}:${[...values].toSorted().join('+')}`).join(' ')
  return divisionsOf(by, margins).flatMap((divided) => {
    const cells = new Map<string, { values: readonly (string | null)[]; atoms: string[] }>()
    for (const { id } of inside) {
      const values = by.map((field) => (divided.includes(field) ? valueIn(id, placeOf(field)) : null))
      if (by.some((field, at) => divided.includes(field) && values[at] === null)) continue
      const key = values.map((value) => value ?? '').join(SEPARATOR)
      const cell = cells.get(key) ?? { values, atoms: [] }
      cell.atoms.push(id)
      cells.set(key, cell)
    }
    return [...cells.values()].map(
      ({ values, atoms: members }): QuestionCell<Field> => ({
        id: [prefix, ...by.map((field, at) => `${field}=${values[at] ?? '*'}`)].filter((part) => part !== '').join(' ') || '*',
        atoms: members,
        level: divided.length + (wanted.length > 0 ? 1 : 0),
        of: by.map((field, at) => ({ field, value: values[at] ?? null })),
      }),
    )
  })
}

/** All ways to divide by some of the fields, the coarsest first; without margins only by all of them. */
function divisionsOf<Field extends string>(by: readonly Field[], margins: boolean): readonly (readonly Field[])[] {
  if (!margins) return [by]
  const subsets = Array.from({ length: 2 ** by.length }, (_, mask) => by.filter((_field, at) => Math.floor(mask / 2 ** at) % 2 === 1))
  return subsets.toSorted((one, other) => one.length - other.length)
}
