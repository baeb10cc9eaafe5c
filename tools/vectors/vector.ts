import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** A cell of a data file: empty and NA are `null`; a column is of numbers where every filled cell is one. */
export type DataCell = number | string | null
export type Expected = z.infer<typeof leaf> | readonly Expected[] | { readonly [field: string]: Expected }
export type Vector = z.infer<typeof vectorSchema> & {
  /** The file it stands in, e.g. `stats/anova`. */
  readonly file: string
  /** Columns of its data file, when it names one. */
  readonly data: Readonly<Record<string, readonly DataCell[]>>
}

const leaf = z.union([z.number(), z.string(), z.boolean(), z.null()])
const expected: z.ZodType<Expected> = z.lazy(() => z.union([leaf, z.array(expected), z.record(z.string(), expected)]))
const vectorSchema = z.object({
  name: z.string(),
  fn: z.string(),
  source: z.string(),
  input: z.record(z.string(), z.unknown()),
  params: z.record(z.string(), z.unknown()).default({}),
  expected: z.record(z.string(), expected),
  tolerance: z.object({ abs: z.number().default(0), rel: z.number().default(0) }).default({ abs: 1e-9, rel: 1e-6 }),
  /** Fields that are only defined up to the sign, or sign and order, of their columns. */
  compare: z.record(z.string(), z.enum(['columns-up-to-sign', 'columns-up-to-sign-and-order'])).default({}),
  undefined: z.object({ reason: z.string() }).optional(),
  stretch: z.boolean().default(false),
  notes: z.string().optional(),
})
const dataSchema = z.record(z.string(), z.array(z.union([z.number(), z.string(), z.null()])))
const withData = z.object({ csv: z.string(), columns: z.array(z.string()) })

/** All vectors of a folder and its sub-folders, in the order of their files. Data files are read from beside them. */
export function readVectors(folder: string): Vector[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
  return files.flatMap((file) => {
    const place = file.replace(/\.json$/, '')
    const vectors = z.array(z.unknown()).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    return vectors.map((vector, at) => readVector(folder, place, vector, at))
  })
}

/** One vector, or, where it does not hold to the format, one of a function nobody offers, so that it fails by name and the others still run. */
function readVector(folder: string, file: string, found: unknown, at: number): Vector {
  const read = vectorSchema.safeParse(found)
  if (read.success) return { ...read.data, file, data: dataOf(folder, read.data.input) }
  const fn = `not a vector: ${read.error.issues[0]?.path.join('.')} ${read.error.issues[0]?.message}`
  return {
    name: `number ${at + 1}`,
    fn,
    source: '',
    input: {},
    params: {},
    expected: {},
    tolerance: NONE,
    compare: {},
    stretch: false,
    file,
    data: {},
  }
}
const NONE = { abs: 0, rel: 0 }

function dataOf(folder: string, input: Vector['input']): Vector['data'] {
  const inline = dataSchema.safeParse(input.data)
  if (inline.success) return inline.data
  const named = withData.safeParse(input)
  if (!named.success) return {}
  const text = readFileSync(join(folder, named.data.csv), 'utf8')
  const [head = [], ...rows] = z.array(z.array(z.string())).parse(parse(text, { bom: true }))
  return Object.fromEntries(named.data.columns.map((column) => [column, typed(rows.map((row) => row[head.indexOf(column)] ?? ''))]))
}

function typed(cells: readonly string[]): DataCell[] {
  const filled = cells.map((cell) => (cell === '' || cell === 'NA' ? null : cell))
  const numeric = filled.every((cell) => cell === null || Number.isFinite(Number(cell)))
  return numeric ? filled.map((cell) => (cell === null ? null : Number(cell))) : filled
}
