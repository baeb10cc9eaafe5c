import { databaseOn } from '../database.ts'
import { openEmbeddedEngine } from './embeddedEngine.ts'

/**
 * A migrated database as an archive (tar): made once, when the product is built or a test run starts, so that first starts need not initialise one.
 * Compressed it is about a tenth of its size, and a template may be handed over either way.
 */
export async function makeTemplate(migrations: string): Promise<Uint8Array> {
  const deadlineMs = 60_000
  const engine = await openEmbeddedEngine({ deadlineMs })
  const database = databaseOn(engine, { migrations, deadlineMs })
  try {
    await database.migrate()
    return await engine.archive()
  } finally {
    await database.close()
  }
}
