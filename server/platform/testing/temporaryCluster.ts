import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL server of our own: fresh, reachable from this machine only, gone when stopped. */
export type TemporaryCluster = { url(user: string, database: string): string; stop(): Promise<void> }

/** PostgreSQL refuses to run as root; then it is started as the first of these users that exists. */
const ordinaryUsers = ['postgres', 'nobody']

/** Unsynced, for tests; `durable`: every commit is on the disk before it is confirmed, as on a server of one's own. */
export async function startTemporaryCluster(binaries: string, { durable = false } = {}): Promise<TemporaryCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-pg-'))
  const identity: { uid?: number; gid?: number } = process.getuid?.() === 0 ? ordinaryUser() : {}
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(folder, identity.uid, identity.gid)
  const data = join(folder, 'data')
  const as = { ...identity, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'admin', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'], {
    ...as,
    stdio: 'pipe',
  })
  const port = await freePort()
  const settings = {
    port,
    unix_socket_directories: folder,
    listen_addresses: '127.0.0.1',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    max_connections: 200,
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...options], { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  const url = (user: string, database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`
  const stop = async () => {
    await ended(server)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await answering(server, url('admin', 'postgres'))
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

function ordinaryUser(): { uid: number; gid: number } {
  for (const name of ordinaryUsers) {
    try {
      const id = (what: '-u' | '-g') => Number(execFileSync('id', [what, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
      return { uid: id('-u'), gid: id('-g') }
    } catch {}
  }
  throw new Error(`PostgreSQL does not run as root, and this machine has none of the users ${ordinaryUsers.join(', ')}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port'))))
    })
  })
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  let log = ''
  server.stderr?.on('data', (text) => {
    log = `${log}${text}`.slice(-4000)
  })
  for (let waited = 0; waited < 300 && server.exitCode === null; waited++) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await wait(100)
    }
  }
  throw new Error(`The temporary PostgreSQL server did not start:\n${log}`)
}

/** SIGINT asks for a fast shutdown: running transactions are rolled back and the server ends in order. */
async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  const forced = setTimeout(() => server.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(forced)
}
