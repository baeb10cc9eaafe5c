import { expect, test } from 'vitest'
import { statementOf, statementsByVerb } from './statements.ts'

test('a statement is the same however many rows it was sent with', () => {
  const two = 'insert into "a" ("b", "c") values ($1, $2), ($3, $4)'
  const three = 'insert into "a" ("b", "c") values ($1, $2), ($3, $4), ($5, $6)'
  expect(statementOf(two)).toBe(statementOf(three))
  expect(statementOf('select 1\n   where a in ($1, $2, $3)')).toBe('select 1 where a in ($, …)')
})

test('every statement is printed once under what it does; the frame of a transaction is not', () => {
  const page = statementsByVerb(['select 1', 'select 1', 'begin', 'update a set b = $', 'commit'])
  expect(page).toContain('2 statements')
  expect(page.match(/select 1/g)).toHaveLength(1)
  expect(page).toContain('## update (1)')
  expect(page).not.toContain('begin')
})
