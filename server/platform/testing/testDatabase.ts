import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, databaseOn, openDatabase } from '../database/database.ts'
import { migrationsFolder } from './migrationsFolder.ts'
import { reusedEngine } from './reusedEngine.ts'

export type TestDatabaseOptions = { deadlineMs?: number }

/**
 * A fresh, migrated, empty database for one test file, on the engine this run is about (`MILEPOST_TEST_DATABASE`: embedded or postgres).
 * Open it in `beforeAll`, close it in `afterAll`; closing throws it away.
 */
export function openTestDatabase(options: TestDatabaseOptions = {}): Promise<Database> {
  const engine = process.env.MILEPOST_TEST_DATABASE
  if (engine === 'embedded') return openEmbedded(options)
  if (engine === 'postgres') return openOnCluster(options)
  throw new Error(`MILEPOST_TEST_DATABASE must be embedded or postgres, not ${engine}`)
}

/** With a deadline of its own a database is opened for this file alone. */
async function openEmbedded({ deadlineMs }: TestDatabaseOptions): Promise<Database> {
  if (deadlineMs !== undefined)
    return openDatabase({ memory: true, template: inject('embeddedTemplate'), migrations: migrationsFolder, deadlineMs })
  return databaseOn(await reusedEngine(), { migrations: migrationsFolder, deadlineMs: 60_000 })
}

async function openOnCluster(options: TestDatabaseOptions): Promise<Database> {
  const cluster = inject('postgresCluster')
  if (!cluster)
    throw new Error('There is no PostgreSQL on this machine (MILEPOST_SKIP_POSTGRES): leave out the project, --project "!postgres"')
  const { adminUrl, ownerUrl, template } = cluster
  const name = `test_${randomBytes(6).toString('hex')}`
  await once(adminUrl, `create database ${name} template ${template} owner milepost`)
  const database = await openDatabase({ databaseUrl: withDatabase(ownerUrl, name), migrations: migrationsFolder, ...options })
  return {
    ...database,
    async close() {
      await database.close()
      await once(adminUrl, `drop database ${name} with (force)`)
    },
  }
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
