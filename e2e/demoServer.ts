import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { copyYear, playedYear } from '../server/demo/playedYear.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    address: string
  }
}

/**
 * Starts the built product as a newcomer would, with the demo year in a folder of its own, and waits for its address. A year that is played beside
 * the tests is copied, since others look at it too; otherwise MILEPOST_DEMO_FOLDER keeps it for the next run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const played = await playedYear()
  const shared = process.env.MILEPOST_DEMO_STARTED !== undefined
  const kept = shared ? undefined : played
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'milepost-e2e-'))
  if (shared && played) copyYear(played, folder)
  const program = spawn(process.execPath, ['dist/server/cli.js', 'start', '--demo', '--folder', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    program.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      if (found) resolve(found[0])
    })
    program.once('exit', (code) => reject(new Error(`the program ended (${code}) before it listened:\n${said}`)))
  })
  project.provide('address', address)
  return async () => {
    program.kill('SIGTERM')
    await ended
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
