import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type FolderLock = { release(): Promise<void> }

/** A socket's path may be about 100 bytes long (104 or 108 with its end mark); a longer one would be cut off silently. */
const longestSocketPath = 100
const attempts = 4

/**
 * Makes this process the only owner of `folder`, or throws. PGlite takes no lock of its own: two processes on one folder lose each other's commits
 * without any error.
 *
 * The owner listens on a socket inside the folder. The system closes it when the process dies, however it dies, so a socket that nobody answers
 * is a dead owner's and is cleared away. Everyone first shows a socket of their own and only then looks at the others, so of two that start
 * together at least one sees the other; who sees a living one withdraws, and tries again for about a second.
 * This holds among processes of one machine (containers sharing a volume included), not across a network file system.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true })
  const place = realpathSync(folder)
  for (let attempt = 1; ; attempt++) {
    const lock = process.platform === 'win32' ? await lockByPipe(place) : await lockBySocket(place)
    if (lock) return lock
    if (attempt === attempts) {
      throw new Error(
        `The data folder ${folder} is in use by another process. Stop that process first, or give this one a folder of its own.`,
      )
    }
    await wait(100 + Math.random() * 300)
  }
}

async function lockBySocket(folder: string): Promise<FolderLock | undefined> {
  const name = `owner-${randomBytes(6).toString('hex')}.sock`
  const mine = join(folder, name)
  const alias = Buffer.byteLength(mine) > longestSocketPath ? join(tmpdir(), `milepost-${randomBytes(6).toString('hex')}`) : undefined
  if (alias) symlinkSync(folder, alias, 'dir')
  try {
    const server = await listen(join(alias ?? folder, name))
    const release = async () => {
      await close(server)
      rmSync(mine, { force: true })
    }
    const others = readdirSync(folder).filter((entry) => /^owner-[0-9a-f]{12}\.sock$/.test(entry) && entry !== name)
    for (const other of others) {
      if (await answers(join(alias ?? folder, other))) {
        await release()
        return undefined
      }
      rmSync(join(folder, other), { force: true })
    }
    if (existsSync(mine)) return { release }
    await release()
    return undefined
  } finally {
    if (alias) rmSync(alias, { force: true })
  }
}

/** A named pipe can be made once; the system frees the name when its maker dies. */
async function lockByPipe(folder: string): Promise<FolderLock | undefined> {
  const name = createHash('sha256').update(folder.toLowerCase()).digest('hex').slice(0, 32)
  try {
    const server = await listen(`\\\\.\\pipe\\milepost-${name}`)
    return { release: () => close(server) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined
    throw error
  }
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy())
    server.once('error', reject)
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visit = connect(path)
    visit.once('connect', () => {
      visit.destroy()
      resolve(true)
    })
    visit.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'))
  })
}
