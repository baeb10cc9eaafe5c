import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

export type Line = { readonly what: string; readonly unit: string; readonly runs: readonly number[]; readonly on?: string }

export const median = (runs: readonly number[]): number => runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? Number.NaN

/** Prints medians with their spread and keeps every run. */
export function report(name: string, lines: readonly Line[]): void {
  const machine = { cores: cpus().length, processor: cpus()[0]?.model ?? '', memoryGb: Math.round(totalmem() / 1e9), node: process.version }
  console.log(`\n${name} · ${machine.cores} cores, ${machine.processor}, ${machine.memoryGb} GB, Node ${machine.node}\n`)
  const width = Math.max(...lines.map((line) => line.what.length))
  for (const { what, unit, runs, on } of lines) {
    const [low, high] = [Math.min(...runs), Math.max(...runs)]
    const figures = `${median(runs).toFixed(unit === 'kB' ? 1 : 0)} ${unit}`.padStart(12)
    console.log(`${what.padEnd(width)}  ${(on ?? '').padEnd(10)} ${figures}   (${low.toFixed(0)}–${high.toFixed(0)}, n=${runs.length})`)
  }
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(
    `bench/results/${name}.json`,
    `${JSON.stringify({ machine, day: new Date().toISOString().slice(0, 10), lines }, null, 1)}\n`,
  )
}

/** Runs a thing a few times and gives the milliseconds of each. */
export async function timed(times: number, run: () => unknown): Promise<number[]> {
  const runs: number[] = []
  for (let at = 0; at < times; at++) {
    const started = performance.now()
    await run()
    runs.push(performance.now() - started)
  }
  return runs
}
