import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findPostgresBinaries } from '../server/platform/testing/postgresBinaries.ts'
import { startTemporaryCluster } from '../server/platform/testing/temporaryCluster.ts'

export type Where = { readonly folder: string } | { readonly databaseUrl: string }

/** The same measurement on the embedded database in a folder of its own, then on a PostgreSQL of its own where its binaries are found. */
export async function onBothDatabases(name: string, measure: (on: string, where: Where) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), `milepost-${name}-`))
  await measure('embedded', { folder: path.join(folder, 'data') })
  rmSync(folder, { recursive: true, force: true })
  const binaries = findPostgresBinaries()
  if (binaries === undefined) return console.log('PostgreSQL is left out: its binaries were not found.')
  const cluster = await startTemporaryCluster(binaries)
  await measure('postgres', { databaseUrl: cluster.url('admin', 'postgres') })
  await cluster.stop()
}
