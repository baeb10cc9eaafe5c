import { answerMapping, importAnswers, listWaves } from '@milepost/contract/diagnose/waves'
import type { ImportReport, ImportStep } from '@milepost/contract/importing'
import { readCycles } from '@milepost/contract/institution/cycles'
import { importAbsences, importPeople } from '@milepost/contract/institution/people'
import { importPosts } from '@milepost/contract/institution/posts'
import { importUnits } from '@milepost/contract/institution/units'
import { importInspections } from '@milepost/contract/run/inspections'
import { readPeriods } from '@milepost/contract/run/periods'
import { importValues, valueMapping } from '@milepost/contract/run/values'
import { findAccountByUsername } from '../institution/session/data.ts'
import { type Caller, callerOf } from '../platform/http/callerOf.ts'
import { dayIn } from '../platform/http/clock.ts'
import type { Services } from '../platform/http/services.ts'
import { findActor } from '../platform/session/findActor.ts'
import type { Table } from '../platform/spreadsheet/table.ts'
import { ROUTES } from '../routes.ts'
import type { ImportKind } from './importKinds.ts'
import { findInstitutionByCode } from './institutions.ts'
import { type OpeningOptions, withServices } from './openForCommand.ts'
import { readJson, readSheetFile } from './readInput.ts'
import { printResult } from './results.ts'
import { CommandFault, type Terminal } from './speaking.ts'

export type ImportOptions = OpeningOptions & {
  readonly as: string
  readonly institution?: string
  readonly check?: boolean
  readonly skipWrong?: boolean
  readonly period?: string
  readonly wave?: string
  readonly mapping?: string
  readonly confirmed?: boolean
  readonly json?: boolean
}

export async function importFile(
  terminal: Terminal,
  { kind, file, options }: { kind: ImportKind; file: string; options: ImportOptions },
): Promise<void> {
  const table = await readSheetFile(file)
  const step: ImportStep = options.check ? 'check' : options.skipWrong ? 'save-right-rows' : 'save'
  const report = await withServices(options, async (services) => IMPORTS[kind](await actAs(services, options), { step, table, options }))
  if (report.counts.wrong > 0) process.exitCode = 1
  printResult(terminal, { json: options.json, result: report, readable: readable(report, terminal) })
}

/** Acts as the holder of an account, with all the account may do and nothing more. */
async function actAs(services: Services, { as: username, institution }: ImportOptions): Promise<Caller> {
  const institutionId = await findInstitutionByCode(services, institution)
  const today = dayIn(services.config.timeZone, services.now())
  const actor = await services.database.inInstitution(institutionId, async (tx) => {
    const account = await findAccountByUsername(tx, institutionId, username)
    return account ? findActor(tx, institutionId, account.account_id, today) : null
  })
  if (!actor) throw new CommandFault({ zh: `没有启用的账号“${username}”。`, en: `There is no active account “${username}”.` })
  return callerOf(services, ROUTES, { institutionId, actor })
}

type Asked = { readonly step: ImportStep; readonly table: Table; readonly options: ImportOptions }

const IMPORTS: Readonly<Record<ImportKind, (call: Caller, asked: Asked) => Promise<ImportReport>>> = {
  units: (call, { step, table }) => call(importUnits, { step }, table),
  posts: (call, { step, table }) => call(importPosts, { step }, table),
  people: (call, { step, table }) => call(importPeople, { step }, table),
  absences: (call, { step, table }) => call(importAbsences, { step }, table),
  values: async (call, { step, table, options: { mapping, confirmed } }) =>
    call(
      importValues,
      { step, confirmed: confirmed === true, ...(mapping === undefined ? {} : { mapping: await readJson(mapping, valueMapping) }) },
      table,
    ),
  inspections: async (call, { step, table, options }) =>
    call(importInspections, { step, periodId: await findPeriod(call, options.period) }, table),
  answers: async (call, { step, table, options: { wave, mapping } }) =>
    call(
      importAnswers,
      { step, waveId: await findWave(call, wave), ...(mapping === undefined ? {} : { mapping: await readJson(mapping, answerMapping) }) },
      table,
    ),
}

async function findPeriod(call: Caller, code: string | undefined): Promise<string> {
  const known: string[] = []
  for (const { cycleId } of (await call(readCycles, {})).cycles) {
    for (const period of (await call(readPeriods, { cycleId })).periods) {
      if (period.code === code) return period.periodId
      known.push(period.code)
    }
  }
  throw new CommandFault({ zh: '请用 --period 指定已建立的期间：', en: 'Name a period that exists with --period:' }, known)
}

async function findWave(call: Caller, wanted: string | undefined): Promise<string> {
  const { waves } = await call(listWaves, {})
  const found = waves.find(({ waveId, name }) => wanted !== undefined && [waveId, name.zh, name.en].includes(wanted))
  if (found) return found.waveId
  throw new CommandFault(
    { zh: '请用 --wave 指定调查轮次：', en: 'Name a wave with --wave:' },
    waves.map(({ name }) => name.zh),
  )
}

function readable({ saved, counts, rows, rowsInFile }: ImportReport, { speech }: Terminal): string[] {
  const head = {
    zh: `${saved ? '已保存' : '未保存'}：共 ${rowsInFile} 行，新增 ${counts.new}，变更 ${counts.changed}，相同 ${counts.same}，有误 ${counts.wrong}`,
    en: `${saved ? 'Saved' : 'Not saved'}: ${rowsInFile} rows, ${counts.new} new, ${counts.changed} changed, ${counts.same} the same, ${counts.wrong} wrong`,
  }[speech]
  const wrong = rows.filter(({ verdict }) => verdict === 'wrong')
  return [head, ...wrong.flatMap(({ row, problems }) => problems.map(({ column, message }) => `  ${row}  ${column}: ${message[speech]}`))]
}
