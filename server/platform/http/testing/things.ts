import { endpoint } from '@milepost/contract/endpoint'
import { DONE, day, done, id } from '@milepost/contract/fields'
import { importInput } from '@milepost/contract/importing'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { type Route, serve } from '../serve.ts'

/** Endpoints about nothing in particular, for the tests of the platform. */
const summary = { zh: '测试', en: 'A test' }

const nameThing = endpoint({
  name: 'things.name',
  method: 'POST',
  path: '/api/things/:thingId',
  permission: 'value.import',
  summary,
  input: z.object({ thingId: id, name: z.string().trim().min(2).max(40), on: day, tags: z.array(z.string()).max(3).optional() }),
  output: z.object({ thingId: id, name: z.string() }),
  audit: 'thing-named',
})

const readThing = endpoint({
  name: 'things.read',
  method: 'GET',
  path: '/api/things/:thingId',
  permission: 'check-in.read',
  summary,
  input: z.object({ thingId: id }),
  output: z.object({ name: z.string(), parts: z.array(z.object({ code: z.string() })) }),
  audit: null,
})

const breakPromise = endpoint({
  name: 'things.breakPromise',
  method: 'POST',
  path: '/api/promises',
  permission: 'value.import',
  summary,
  input: z.object({}),
  output: z.object({ count: z.number() }),
  audit: 'promise-broken',
})

const stumble = endpoint({
  name: 'things.stumble',
  method: 'POST',
  path: '/api/stumbles',
  permission: 'value.import',
  summary,
  input: z.object({ how: z.enum(['bug', 'database', 'refuse-late']) }),
  output: done,
  audit: 'stumbled',
})

const takeLong = endpoint({
  name: 'things.takeLong',
  method: 'POST',
  path: '/api/long',
  permission: 'value.import',
  summary,
  input: z.object({ key: z.string(), steps: z.int() }),
  output: done,
  audit: 'took-long',
})

const importThings = endpoint({
  name: 'things.import',
  kind: 'upload',
  method: 'POST',
  path: '/api/things/import/:year',
  permission: 'value.import',
  summary,
  input: importInput.extend({ year: z.coerce.number() }),
  output: z.object({ year: z.number(), columns: z.array(z.string()), rows: z.number() }),
  audit: 'things-imported',
})

const downloadThings = endpoint({
  name: 'things.download',
  kind: 'download',
  method: 'GET',
  path: '/api/things/file',
  permission: 'value.import',
  summary,
  input: z.object({}),
  output: z.object({}),
  audit: null,
})

export const MINE = '11111111-1111-4111-8111-111111111111'
export const ANOTHERS = '22222222-2222-4222-8222-222222222222'

export const thingRoutes: readonly Route[] = [
  serve(nameThing, {
    run: async ({ tx, institutionId, input, audit }) => {
      // any table that takes a text will do
      await tx
        .insertInto('policy')
        .values({ institution_id: institutionId, key: input.name, value: JSON.stringify(input.on) })
        .execute()
      audit({ kind: 'thing', id: input.thingId, detail: { name: input.name } })
      return { thingId: input.thingId, name: input.name, salary: 12_345 }
    },
  }),
  serve(readThing, {
    subject: async ({ input, actor }) =>
      input.thingId === MINE
        ? { personId: actor.personId ?? '', unitId: null }
        : input.thingId === ANOTHERS
          ? { personId: ANOTHERS, unitId: null }
          : null,
    run: async () => {
      const parts = [{ code: 'a', secret: 'x' }]
      return { name: '某', parts, passwordHash: 'x' }
    },
  }),
  serve(breakPromise, {
    run: async ({ tx, institutionId }) => {
      await tx.insertInto('policy').values({ institution_id: institutionId, key: 'broken', value: '1' }).execute()
      return { count: Number.NaN }
    },
  }),
  serve(stumble, {
    run: async ({ tx, institutionId, input }) => {
      await tx.insertInto('policy').values({ institution_id: institutionId, key: input.how, value: '1' }).execute()
      if (input.how === 'bug') throw new TypeError('cannot read properties of the secret name Zhang San')
      if (input.how === 'database') {
        await tx.insertInto('policy').values({ institution_id: institutionId, key: input.how, value: '2' }).execute()
      }
      if (input.how === 'refuse-late') throw new Refusal('changed-meanwhile')
      return DONE
    },
  }),
  serve(takeLong, {
    run: async ({ tx, institutionId, input, tell }) => {
      await tx.insertInto('policy').values({ institution_id: institutionId, key: input.key, value: '1' }).execute()
      for (let at = 0; at < input.steps; at++) await tell({ doing: 'counting', done: at, of: input.steps })
      if (input.key === 'refused') throw new Refusal('changed-meanwhile')
      return DONE
    },
  }),
  serve(importThings, {
    run: async ({ input, table }) => ({ year: input.year, columns: [...table.columns], rows: table.rows.length }),
  }),
  serve(downloadThings, {
    run: async () => ({ fileName: '表 "一".csv', mediaType: 'text/csv', bytes: new TextEncoder().encode('a,b') }),
  }),
]
