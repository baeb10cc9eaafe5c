import { expect, test } from 'vitest'
import { greeting, isComplete, leavesTransactionOpen, Requests, simpleQuery } from './wire.ts'

const parse = Buffer.from([0x50, 0, 0, 0, 5, 0])
const sync = Buffer.from([0x53, 0, 0, 0, 4])
const goodbye = Buffer.from([0x58, 0, 0, 0, 4])

test('a request is whole at its Query or Sync, however it was cut on the way', () => {
  const requests = new Requests()
  const bytes = Buffer.concat([parse, sync])
  for (const byte of bytes.subarray(0, -1)) expect(requests.take(Buffer.from([byte]))).toEqual({ kind: 'wait' })
  expect(requests.take(bytes.subarray(-1))).toEqual({ kind: 'run', request: new Uint8Array(bytes) })
})

test('several requests that arrive together go on together; the beginning of the next one is kept', () => {
  const requests = new Requests()
  const query = simpleQuery('select 1')
  expect(requests.take(Buffer.concat([query, parse, sync, parse]))).toEqual({
    kind: 'run',
    request: new Uint8Array(Buffer.concat([query, parse, sync])),
  })
  expect(requests.take(sync)).toEqual({ kind: 'run', request: new Uint8Array(Buffer.concat([parse, sync])) })
})

test('goodbye ends the connection', () => {
  expect(new Requests().take(goodbye)).toEqual({ kind: 'end' })
})

test('an answer tells whether a transaction is still open', () => {
  const ready = (state: string) => Buffer.from([0x5a, 0, 0, 0, 5, state.charCodeAt(0)])
  expect(leavesTransactionOpen(ready('I'))).toBe(false)
  expect(leavesTransactionOpen(ready('T'))).toBe(true)
  expect(leavesTransactionOpen(ready('E'))).toBe(true)
  expect(leavesTransactionOpen(greeting('18.6'))).toBe(false)
})

test('an answer without its end is recognised', () => {
  expect(isComplete(greeting('18.6'))).toBe(true)
  expect(isComplete(greeting('18.6').subarray(0, -1))).toBe(false)
  expect(isComplete(new Uint8Array(0))).toBe(false)
})
