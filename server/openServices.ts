import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Config, readConfig } from './platform/config/config.ts'
import { findRoot } from './platform/config/root.ts'
import { openDatabase } from './platform/database/database.ts'
import type { Services } from './platform/http/services.ts'
import { openLibrary } from './platform/library.ts'

/** Opens the database (embedded, or PostgreSQL by DATABASE_URL), brings its schema up to date, and reads the library. */
export async function openServices(overrides: Partial<Config> = {}): Promise<Services> {
  const root = findRoot()
  const config = { ...readConfig(process.env), ...overrides }
  const template = path.join(root, 'dist/database-template.tar.gz')
  const database = await openDatabase({
    migrations: path.join(root, 'server/migrations'),
    ...(config.databaseUrl
      ? { databaseUrl: config.databaseUrl }
      : { folder: config.folder, ...(existsSync(template) ? { template } : {}) }),
  })
  try {
    await database.migrate()
    return { database, library: await openLibrary(path.join(root, 'library')), config, now: () => new Date() }
  } catch (fault) {
    // an open database would keep its folder locked and the process alive
    await database.close()
    throw fault
  }
}
