import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './folderLock.ts'

const holder = fileURLToPath(new URL('./crashingOwner.ts', import.meta.url))
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function startOwner(of: string): Promise<ChildProcess> {
  const owner = spawn(process.execPath, ['--import', 'tsx', holder, 'hold', of], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => owner.stdout?.once('data', resolve))
  return owner
}

const killed = (owner: ChildProcess) => {
  const gone = new Promise((resolve) => owner.once('exit', resolve))
  owner.kill('SIGKILL')
  return gone
}

test('a second process is refused, and takes over when the first is killed', async () => {
  const owner = await startOwner(folder)
  await expect(lockFolder(folder)).rejects.toThrow(`The data folder ${folder} is in use by another process`)
  await killed(owner)
  const lock = await lockFolder(folder)
  await lock.release()
  expect(await readdir(folder)).toEqual([])
})

test('the name of the folder may be as long as the file system allows', async () => {
  const deep = join(folder, '公路养护中心'.repeat(8), 'd'.repeat(200))
  const owner = await startOwner(deep)
  await expect(lockFolder(deep)).rejects.toThrow('in use by another process')
  await killed(owner)
  const lock = await lockFolder(deep)
  await expect(lockFolder(deep)).rejects.toThrow('in use by another process')
  await lock.release()
  await (await lockFolder(deep)).release()
})

test('of many that start at the same moment no two become owner', async () => {
  const claims = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
  const owners = claims.flatMap((claim) => (claim.status === 'fulfilled' ? [claim.value] : []))
  expect(owners.length).toBeLessThanOrEqual(1)
  await Promise.all(owners.map((owner) => owner.release()))
})
