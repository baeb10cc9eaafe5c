import pg from 'pg'

const { types } = pg

/** How PostgreSQL's types arrive in TypeScript where the driver's own choice would lose something. Everything else is the driver's. */
const parsers = new Map<number, (text: string) => unknown>([
  // a date is a day, not an instant in the server's time zone
  [types.builtins.DATE, (text) => text],
  [types.builtins.INT8, safeInteger],
  [types.builtins.NUMERIC, (text) => text],
])

/** Arrays of the same, by the type number of the array. */
const arrays = new Map<number, (text: string) => unknown>([
  [1182, (text) => text],
  [1016, safeInteger],
  [1231, (text) => text],
])

export const valueTypes = {
  getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
    const each = arrays.get(type)
    return parsers.get(type) ?? (each ? (text) => plainArray(text, each) : types.getTypeParser(type, format))
  },
}

/** `{1,2,NULL}`: days and numbers never need quotes inside an array. */
function plainArray(text: string, each: (item: string) => unknown): unknown[] {
  if (text === '{}') return []
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : each(item)))
}

/** Money in fen and counters are whole numbers that JSON can carry; one that is too large is an error, never a rounded value. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The whole number ${text} is too large to be carried exactly`)
  return value
}
