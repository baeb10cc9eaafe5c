import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type ColumnKind, CsvRows } from '../server/commands/csvRows.ts'
import { writeLikertSheet } from './likertSheet.ts'
import { type Line, median, report, timed } from './table.ts'

/**
 * `milepost analyse` on a sheet of a million answers to forty items, beside R on the same file in the same run: the psych package, and a script tuned by
 * hand. FOLDER holds r_survey.R and r_survey_fast.R; without them or without R the table says so. Runs take turns, so that what else the machine
 * does falls on all alike; a peer's time counts only if its figures are ours.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { people: { type: 'string', default: '1000000' }, runs: { type: 'string', default: '5' } },
})
const people = Number(options.people)
const runs = Number(options.runs)
const peers = path.resolve(positionals[0] ?? '../shared/peers')
const folder = mkdtempSync(path.join(tmpdir(), 'milepost-bench-'))
const sheet = path.join(folder, 'answers.csv')
writeLikertSheet(sheet, people)

const ours = ['dist/server/cli.js', 'analyse', sheet, '--items', 'q1..q40', '--scale', '1-5', '--reverse', 'q7,q14,q21,q28,q35']
const contestants: Contestant[] = [
  {
    name: 'milepost analyse',
    command: [process.execPath, ...ours, '--cross', 'level*q1', '--groups', 'dept', '--json'],
    figures: ourFigures,
  },
  ...rContestants(),
]
type Contestant = { readonly name: string; readonly command: readonly string[]; readonly figures: (out: string) => Figures }
type Figures = {
  readonly alpha: number
  readonly kmo: number
  readonly chi2: number
  readonly anovaF: number
  readonly bartlettChi2: number
}
type Run = { readonly wall: number; readonly processor: number; readonly megabytes: number; readonly figures: Figures }

const results = new Map(contestants.map(({ name }): [string, Run[]] => [name, []]))
for (let at = 0; at < runs; at++) for (const one of contestants) results.get(one.name)?.push(runOnce(one))
const [first] = results.get('milepost analyse') ?? []
for (const [name, all] of results) if (first) for (const one of all) sameFigures(name, one.figures, first.figures)

const raw = await timed(runs, readRaw)
const parsed = await timed(runs, parseOnly)
const lines: Line[] = [
  ...contestants.flatMap(({ name }): Line[] => {
    const all = results.get(name) ?? []
    return [
      { what: name, on: 'wall', unit: 'ms', runs: all.map((one) => one.wall) },
      { what: name, on: 'processor', unit: 'ms', runs: all.map((one) => one.processor) },
      { what: name, on: 'memory', unit: 'MB', runs: all.map((one) => one.megabytes) },
    ]
  }),
  { what: 'of it: reading the bytes', on: 'wall', unit: 'ms', runs: raw },
  { what: 'of it: bytes to numbers', on: 'wall', unit: 'ms', runs: parsed },
  { what: 'fixed work of one thread', on: 'wall', unit: 'ms', runs: await timed(runs, fixedWork) },
]
report('analyse', lines)
const middle = (name: string, of: (run: Run) => number) => median((results.get(name) ?? []).map(of))
const own = middle('milepost analyse', (run) => run.wall)
console.log(
  `\n${people.toLocaleString('en')} answers x 40 items, ${(statSync(sheet).size / 1e6).toFixed(0)} MB; the same figures from all.`,
)
for (const { name } of contestants.slice(1)) {
  const [wall, processor] = [
    middle(name, (run) => run.wall) / own,
    middle(name, (run) => run.processor) / middle('milepost analyse', (run) => run.processor),
  ]
  console.log(`${name} takes ${wall.toFixed(1)} times as long, ${processor.toFixed(1)} times the processor.`)
}
console.log(
  `Reading the bytes is ${((100 * median(raw)) / own).toFixed(1)} % of the time, making numbers of them ${((100 * median(parsed)) / own).toFixed(0)} %.`,
)
rmSync(folder, { recursive: true })

function rContestants(): Contestant[] {
  if (spawnSync('Rscript', ['--version']).status !== 0) {
    console.log('R is left out: Rscript was not found.')
    return []
  }
  const scripts = [
    { name: 'R, psych', script: path.join(peers, 'r_survey.R') },
    { name: 'R, tuned by hand', script: path.join(peers, 'r_survey_fast.R') },
  ]
  return scripts.flatMap(({ name, script }) => {
    if (existsSync(script)) return [{ name, command: ['Rscript', script, sheet, path.join(folder, 'peer.json')], figures: peerFigures }]
    console.log(`${name} is left out: there is no ${script}.`)
    return []
  })
}

/** Wall and processor time and the most memory held, as the system's own `time` measures them. */
function runOnce({ name, command, figures }: Contestant): Run {
  const measured = path.join(folder, 'time.txt')
  const started = performance.now()
  const done = spawnSync('/usr/bin/time', ['-o', measured, '-f', '%U %S %M', ...command], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const wall = performance.now() - started
  if (done.status !== 0) throw new Error(`${name} failed: ${done.stderr.slice(0, 500)}`)
  const [user = 0, system = 0, kilobytes = 0] = readFileSync(measured, 'utf8').trim().split(/\s+/).map(Number)
  return { wall, processor: 1000 * (user + system), megabytes: kilobytes / 1000, figures: figures(done.stdout) }
}

function ourFigures(out: string): Figures {
  const number = z.number()
  const read = z
    .object({
      reliability: z.object({ rawAlpha: number }),
      validity: z.object({ adequacy: z.object({ kmo: number }), sphericity: z.object({ chi2: number }) }),
      crosstabs: z.array(z.object({ test: z.object({ chi2: number }) })),
      comparisons: z.array(z.object({ result: z.object({ f: number }) })),
    })
    .parse(JSON.parse(out))
  return {
    alpha: read.reliability.rawAlpha,
    kmo: read.validity.adequacy.kmo,
    chi2: read.crosstabs[0]?.test.chi2 ?? Number.NaN,
    anovaF: read.comparisons[0]?.result.f ?? Number.NaN,
    bartlettChi2: read.validity.sphericity.chi2,
  }
}

function peerFigures(): Figures {
  const number = z.number()
  const shape = z.object({ alpha: number, kmo: number, chi2: number, anovaF: number, bartlettChi2: number })
  return shape.parse(JSON.parse(readFileSync(path.join(folder, 'peer.json'), 'utf8')))
}

function sameFigures(name: string, theirs: Figures, own: Figures): void {
  for (const key of ['alpha', 'kmo', 'chi2', 'anovaF', 'bartlettChi2'] as const)
    if (!(Math.abs(theirs[key] - own[key]) <= 1e-8 * Math.abs(own[key])))
      throw new Error(`${name}: ${key} is ${theirs[key]}, ours ${own[key]}`)
}

function readRaw(): void {
  const file = openSync(sheet, 'r')
  const piece = Buffer.alloc(4 << 20)
  while (readSync(file, piece, 0, piece.length, null) > 0);
  closeSync(file)
}

function parseOnly(): void {
  const source = new CsvRows(sheet)
  const kinds = source.heading.map((name): ColumnKind => (name === 'id' ? 'skip' : /^q\d/.test(name) ? 'number' : 'label'))
  source.read(kinds, { values: new Float64Array(kinds.length), row() {} })
  source.close()
}

/** The same loop for everybody: how busy the machine was. */
function fixedWork(): number {
  let total = 0
  for (let at = 1; at < 2e7; at++) total += Math.sqrt(at) / at
  return total
}
