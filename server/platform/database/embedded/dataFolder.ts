import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { syncDirectory } from './durableFileSystem.ts'
import { readTar } from './tar.ts'

/** The major version of the PostgreSQL inside the pinned PGlite. Raising it means: old folders only open by way of a backup. */
export const embeddedMajor = 18

const markerName = 'POSTGRES_MAJOR'
const staging = 'postgres.new'

/**
 * Readies `folder` for the engine and returns the folder the engine opens. Call it with the folder locked.
 *
 * A new folder is filled from an archive of an initialised database in a staging folder, synced file by file and then renamed, so that a kill or
 * a power cut leaves either no database or a whole one. `makeArchive` is asked for the archive only if there is no database yet.
 */
export async function readyDataFolder(folder: string, makeArchive: () => Promise<Uint8Array>): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const database = join(folder, 'postgres')
  const marker = join(folder, markerName)
  rmSync(join(folder, staging), { recursive: true, force: true })
  if (existsSync(database)) {
    refuseOtherMajor(folder, existsSync(marker) ? marker : join(database, 'PG_VERSION'))
    return database
  }
  unpackDurably(await makeArchive(), join(folder, staging))
  writeFileSync(marker, `${embeddedMajor}\n`)
  syncFile(marker)
  renameSync(join(folder, staging), database)
  syncDirectory(folder)
  syncDirectory(dirname(folder))
  return database
}

function refuseOtherMajor(folder: string, marker: string): void {
  const major = Number.parseInt(readFileSync(marker, 'utf8'), 10)
  if (major === embeddedMajor) return
  throw new Error(
    `The data folder ${folder} was made by PostgreSQL ${major}; this version of Milepost carries PostgreSQL ${embeddedMajor} and cannot open it. ` +
      'Make a backup with the version that made the folder, and restore it into an empty folder with this one.',
  )
}

/** Writes everything first and syncs it afterwards: the disk then has most of it already, and each sync is short. */
function unpackDurably(archive: Uint8Array, target: string): void {
  const written = { folders: new Set([target]), files: [] as string[] }
  mkdirSync(target, { recursive: true, mode: 0o700 })
  for (const entry of readTar(archive)) {
    const path = join(target, entry.name)
    const folder = entry.kind === 'folder' ? path : dirname(path)
    if (!written.folders.has(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
    written.folders.add(folder)
    if (entry.kind === 'folder') continue
    writeFileSync(path, entry.bytes, { mode: 0o600 })
    written.files.push(path)
  }
  if (!readdirSync(target).includes('PG_VERSION')) throw new Error('The archive holds no database')
  for (const path of written.files) syncFile(path)
  for (const path of written.folders) syncDirectory(path)
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
