import type { Engine } from '../engine.ts'
import { newPool } from '../pool.ts'
import { DatabaseThread } from './databaseThread.ts'
import { lockFolder } from './folderLock.ts'
import { Upkeep } from './upkeep.ts'

export type EmbeddedOptions = {
  /** The data folder; absent: a database in memory, gone when closed. */
  folder?: string
  /** Path of an archive from which a first start is quicker than by initialising. */
  template?: string
  /** How long one query may run, and how long a transaction may idle, before it is ended. */
  deadlineMs: number
}

export type EmbeddedEngine = Engine & {
  /** How many times the engine has made the disk sync since it was opened. */
  syncs(): number
  /** The whole database as an archive that can serve as a template. */
  archive(): Promise<Uint8Array>
  /** Clears away and counts what has changed, as it also does by itself; gives the tables it saw to. */
  tidy(): Promise<string[]>
}

/** PGlite in a thread of its own behind the same driver that talks to PostgreSQL. It has one connection: work queues. */
export async function openEmbeddedEngine({ folder, template, deadlineMs }: EmbeddedOptions): Promise<EmbeddedEngine> {
  const lock = folder === undefined ? undefined : await lockFolder(folder)
  const syncs = new Int32Array(new SharedArrayBuffer(4))
  const requests = new Int32Array(new SharedArrayBuffer(8))
  const thread = new DatabaseThread({ folder, template, syncs, requests }, deadlineMs)
  try {
    await thread.open()
  } catch (error) {
    await thread.close()
    await lock?.release()
    throw error
  }
  const pool = newPool({ stream: () => thread.stream(), user: 'postgres', database: 'postgres', max: 1, idleTimeoutMillis: 0 })
  // in memory nothing syncs: there every request may have written
  const upkeep = new Upkeep(pool, () => (folder === undefined ? Atomics.load(requests, 0) : Atomics.load(syncs, 0)))
  upkeep.start()
  return {
    kind: 'embedded',
    pool,
    syncs: () => Atomics.load(syncs, 0),
    tidy: () => upkeep.tidy(),
    archive: () => thread.archive(),
    async close() {
      await upkeep.stop()
      await pool.end()
      await thread.close()
      await lock?.release()
    },
  }
}
