import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../database/database.ts'
import { migrationsFolder } from './migrationsFolder.ts'
import { findPostgresBinaries } from './postgresBinaries.ts'
import { startTemporaryCluster } from './temporaryCluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `ownerUrl` is an ordinary role that owns the test databases, as a careful administrator would set it up: no superuser. Absent: no PostgreSQL here. */
    postgresCluster: { adminUrl: string; ownerUrl: string; template: string } | undefined
  }
}

const template = 'milepost_template'

/** Starts a temporary PostgreSQL from this machine's own programs and migrates one database there; each test file then gets a copy. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const binaries = findPostgresBinaries()
  if (binaries === undefined) {
    if (process.env.MILEPOST_SKIP_POSTGRES) return undefined
    throw new Error(
      'No PostgreSQL server programs (initdb, postgres) were found. Install PostgreSQL 15 or newer, or set MILEPOST_SKIP_POSTGRES=1.',
    )
  }
  const cluster = await startTemporaryCluster(binaries)
  try {
    const adminUrl = cluster.url('admin', 'postgres')
    const admin = new pg.Client({ connectionString: adminUrl })
    await admin.connect()
    await admin.query('create role milepost login createrole')
    await admin.query(`create database ${template} owner milepost`)
    await admin.end()
    const database = await openDatabase({ databaseUrl: cluster.url('milepost', template), migrations: migrationsFolder })
    await database.migrate().finally(() => database.close())
    project.provide('postgresCluster', { adminUrl, ownerUrl: cluster.url('milepost', 'postgres'), template })
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return () => cluster.stop()
}
