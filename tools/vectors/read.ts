import type { ItemColumn, Scale } from '@milepost/statistics/answers'
import { z } from 'zod'
import type { DataCell, Vector } from './vector.ts'

/** A number, or infinity written out. */
const anyNumber = z.union([z.number(), z.enum(['Infinity', '-Infinity']).transform(Number)])
const numberList = z.array(anyNumber)
const gappyList = z.array(z.number().nullable())

/** A list of numbers of the input, by name. */
export const numbers = (vector: Vector, field: string): number[] => numberList.parse(vector.input[field])
export const table = (vector: Vector, field: string): number[][] => z.array(numberList).parse(vector.input[field])
export const whole = (vector: Vector, field: string): number => z.number().parse(vector.input[field])
export const numberParam = (vector: Vector, field: string, unless?: number): number => z.number().parse(vector.params[field] ?? unless)
export const listParam = (vector: Vector, field: string): number[] => numberList.parse(vector.params[field])
export const textParam = (vector: Vector, field: string, unless?: string): string => z.string().parse(vector.params[field] ?? unless)
export const textsParam = (vector: Vector, field: string): string[] => z.array(z.string()).parse(vector.params[field] ?? [])

/** Columns of the data as series of numbers, in the order the vector names them: a column called "2" would else come before one called "a". */
export function columns(vector: Vector): { id: string; values: (number | null)[] }[] {
  return columnNames(vector).map((id) => ({ id, values: gappyList.parse(vector.data[id]) }))
}

function columnNames(vector: Vector): string[] {
  const named = z.array(z.string()).safeParse(vector.input.columns)
  return named.success ? named.data : Object.keys(vector.data)
}

/** The data of a column by its place, in the order the vector names them. */
const columnAt = (vector: Vector, place: number): readonly DataCell[] | undefined => vector.data[columnNames(vector)[place] ?? '']

/** One variable: the first column of the data file, or `x` of the input. */
export function variable(vector: Vector): (number | null)[] {
  return gappyList.parse(columnAt(vector, 0) ?? vector.input.x)
}

/** Two variables: the first two columns, or `x` and `y`. */
export function pair(vector: Vector): [(number | null)[], (number | null)[]] {
  const [first, second] = [columnAt(vector, 0), columnAt(vector, 1)]
  return [gappyList.parse(first ?? vector.input.x), gappyList.parse(second ?? vector.input.y)]
}

/** A variable and its groups: the first two columns, or `x` and `group`. */
export function grouped(vector: Vector): { values: (number | null)[]; groups: DataCell[] } {
  const [first, second] = [columnAt(vector, 0), columnAt(vector, 1)]
  const groups = z.array(z.union([z.number(), z.string(), z.null()])).parse(second ?? vector.input.group)
  return { values: gappyList.parse(first ?? vector.input.x), groups }
}

/** The columns as items, those named in `reverse` marked. */
export function items(vector: Vector): ItemColumn[] {
  const reversed = textsParam(vector, 'reverse')
  return columns(vector).map(({ id, values }) => ({ id, answers: values, reverse: reversed.includes(id) }))
}

export function scaleOf(vector: Vector): Scale | undefined {
  const { scaleMin, scaleMax } = z.object({ scaleMin: z.number().optional(), scaleMax: z.number().optional() }).parse(vector.params)
  return scaleMin === undefined || scaleMax === undefined ? undefined : { min: scaleMin, max: scaleMax }
}

export const missingRule = (vector: Vector): 'listwise' | 'pairwise' => (vector.params.missing === 'pairwise' ? 'pairwise' : 'listwise')

export const gappyTable = (vector: Vector, field: string): (number | null)[][] => z.array(gappyList).parse(vector.input[field])
/** A column of the data file, by name. */
export const named = (vector: Vector, column: string): (number | null)[] => gappyList.parse(vector.data[column] ?? vector.input[column])
export const ends = (interval: { readonly low: number; readonly high: number } | null): (number | null)[] =>
  interval ? [interval.low, interval.high] : [null, null]

/** The first column as it is, numbers or words. */
export const firstColumn = (vector: Vector): readonly DataCell[] | undefined => columnAt(vector, 0)
