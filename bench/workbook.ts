import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openWorkbook, type Workbook } from '@milepost/scorecard/workbook'
import { parse } from 'csv-parse/sync'
import { type Line, median, report, timed } from './table.ts'

/**
 * The workbook a performance office keeps (2,000 people x 12 measures -> 60 units -> institution; ranks, quota, pay), recalculated here and by
 * LibreOffice in the same run on the same file, after every figure of both was found equal.
 *   npx tsx bench/workbook.ts [folder of gen_scorecard.py and lo_uno.py]     default: shared/peers beside the repository
 * Needs python3 with openpyxl and uno, and LibreOffice Calc.
 */
const peers = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, '../../shared/peers'))
const generator = path.join(peers, 'gen_scorecard.py')
if (!existsSync(generator)) {
  console.error(`No peer scripts at ${peers}. Name their folder: npx tsx bench/workbook.ts FOLDER`)
  process.exit(2)
}
const python = '/usr/bin/python3'
const folder = mkdtempSync(path.join(tmpdir(), 'milepost-workbook-'))
const quiet = {
  cwd: folder,
  env: { ...process.env, HOME: folder },
  stdio: ['ignore', 'pipe', 'ignore'] as const,
  encoding: 'utf8' as const,
}
execFileSync(python, [generator, 'sc.xlsx', '2000', '60'], { ...quiet, stdio: [...quiet.stdio] })

const reading = performance.now()
const book: Workbook = JSON.parse(readFileSync(path.join(folder, 'sc.json'), 'utf8'))
const read = performance.now() - reading
const open = openWorkbook(book)
const sheet = open.recalculate()

execFileSync(
  'soffice',
  ['--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1', 'sc.xlsx'],
  {
    ...quiet,
    stdio: [...quiet.stdio],
  },
)
const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(path.join(folder, `sc-${name}.csv`), 'utf8'), { columns: true, relax_column_count: true })
let compared = 0
const same = (what: string, ours: number | string | null, theirs: string | undefined): void => {
  compared++
  const alike = typeof ours === 'number' ? Math.abs(ours - Number(theirs)) <= 1e-9 * Math.max(1, Math.abs(ours)) : (ours ?? '') === theirs
  if (!alike) throw new Error(`${what}: here ${ours}, LibreOffice ${theirs}`)
}
for (const [at, row] of rowsOf('Scores').entries()) {
  const { total, rag, rankInstitution, rankDepartment, grade, pay } = sheet.employees[at]!
  for (let measure = 0; measure < 12; measure++) {
    const score = sheet.scores[at * 12 + measure]!
    same(`employee ${at + 1} measure ${measure + 1}`, Number.isNaN(score) ? null : score, row[`s${measure + 1}`])
  }
  same(`employee ${at + 1} total`, total, row.total)
  same(`employee ${at + 1} light`, rag, row.rag)
  same(`employee ${at + 1} rank`, rankInstitution, row.rankInst)
  same(`employee ${at + 1} rank in unit`, rankDepartment, row.rankDept)
  same(`employee ${at + 1} grade`, grade, row.grade)
  same(`employee ${at + 1} pay`, pay, row.pay)
}
for (const [at, row] of rowsOf('Departments').entries()) {
  const { meanEmployee, score, rag, rank, excellent } = sheet.departments[at]!
  same(`unit ${at + 1} mean`, meanEmployee, row.meanEmployee)
  same(`unit ${at + 1} score`, score, row.score)
  same(`unit ${at + 1} light`, rag, row.rag)
  same(`unit ${at + 1} rank`, rank, row.rank)
  same(`unit ${at + 1} excellent`, excellent, row.excellent)
}
same('institution', sheet.institution.score, rowsOf('Institution')[0]?.value)

const peer: { load: number; hardRecalc: number[]; editMedian: number; editMax: number } = JSON.parse(
  execFileSync(python, [path.join(peers, 'lo_uno.py'), 'sc.xlsx', '9'], { ...quiet, stdio: [...quiet.stdio] }),
)
for (let warm = 0; warm < 50; warm++) open.recalculate()
const recalculating = await timed(101, () => open.recalculate())
const editing: number[] = []
for (let at = 0; at < 200; at++) {
  const began = performance.now()
  open.edit(at, at % 12, 60 + at / 7)
  editing.push(performance.now() - began)
}
rmSync(folder, { recursive: true, force: true })

const micro = (runs: readonly number[]): number[] => runs.map((ms) => ms * 1000)
const theirs = peer.hardRecalc.map((seconds) => seconds * 1000)
const lines: Line[] = [
  { what: 'figures found equal with LibreOffice', unit: '', runs: [compared] },
  { what: 'everything recalculated', on: 'LibreOffice', unit: 'ms', runs: theirs },
  { what: 'everything recalculated', on: 'here', unit: 'µs', runs: micro(recalculating) },
  { what: 'times faster (medians)', unit: 'x', runs: [median(theirs) / median(recalculating)] },
  { what: 'one cell edited (median, most)', on: 'LibreOffice', unit: 'ms', runs: [peer.editMedian * 1000, peer.editMax * 1000] },
  { what: 'one cell edited', on: 'here', unit: 'µs', runs: micro(editing) },
  { what: 'file opened', on: 'LibreOffice', unit: 'ms', runs: [peer.load * 1000] },
  { what: 'the same inputs read (JSON)', on: 'here', unit: 'ms', runs: [read] },
]
report('workbook', lines)
