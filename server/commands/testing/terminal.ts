import { runCommandLine } from '../runCommandLine.ts'
import type { Speech } from '../speaking.ts'

/** Runs one command and gives what it said and its exit code. */
export async function run(given: readonly string[], speech: Speech = 'en'): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine({ speech, print: (line) => out.push(line), note: (line) => err.push(line) }, given)
  process.exitCode = undefined
  return { code, out: out.join('\n'), err: err.join('\n') }
}
