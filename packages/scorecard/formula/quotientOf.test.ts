import { expect, test } from 'vitest'
import { quotientOf } from './quotientOf.ts'
import { readFormula } from './readFormula.ts'

const shapeOf = (text: string) => {
  const read = readFormula(text)
  const quotient = read.kind === 'formula' ? quotientOf(read.formula) : null
  return quotient && { over: quotient.over.kind, under: quotient.under.kind, scale: quotient.scale }
}

test('a rate is one quantity over another times a written number, wherever that number stands', () => {
  const rate = { over: 'measure', under: 'measure', scale: '100' }
  for (const text of ['a / b * 100', '100 * (a / b)', 'a * 100 / b', '100 * a / b', '10 * (a / b) * 10'])
    expect(shapeOf(text)).toEqual(rate)
  expect(shapeOf('a / b')).toEqual({ ...rate, scale: '1' })
  expect(shapeOf('(a - b) / (a + b) * 1000')).toEqual({ over: 'operation', under: 'operation', scale: '1000' })
})

test('what is no such rate has no parts to add up', () => {
  for (const text of ['a + b', 'a / 100', 'a * b', 'a / b + 1', '100', 'min(a, b) * 2']) expect(shapeOf(text)).toBeNull()
})
