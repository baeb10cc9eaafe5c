import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { readyDataFolder } from './dataFolder.ts'
import { DurableFileSystem } from './durableFileSystem.ts'

/** PGlite is shipped with `-F` (never sync). Syncing must go through `fsync`: its `fdatasync` is an empty call that no file system hears of. */
export const durableStartParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on'],
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'max_wal_size=128MB'],
]

/** Opens the database in `folder`, which the caller has locked; the first time, from `template` (a tar, perhaps gzipped) or by initialising one. */
export async function openInFolder({
  folder,
  template,
  syncs,
}: {
  folder: string
  template?: string
  syncs?: Int32Array
}): Promise<PGlite> {
  const database = await readyDataFolder(folder, () => (template === undefined ? initialise() : readArchive(template)))
  return PGlite.create({ fs: new DurableFileSystem(database, syncs), startParams: durableStartParams })
}

export async function openInMemory(template?: string): Promise<PGlite> {
  return template === undefined ? PGlite.create() : PGlite.create({ loadDataDir: new Blob([await readArchive(template)]) })
}

/** The whole database as a tar, to start others from. */
export async function archive(database: PGlite): Promise<Uint8Array> {
  await database.exec('checkpoint')
  return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer())
}

async function initialise(): Promise<Uint8Array> {
  const seed = await PGlite.create()
  try {
    return await archive(seed)
  } finally {
    await seed.close()
  }
}

async function readArchive(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await readFile(path))
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? new Uint8Array(await promisify(gunzip)(bytes)) : bytes
}
