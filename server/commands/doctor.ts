import type { Command } from 'commander'
import type { OpeningOptions } from './openForCommand.ts'
import { addOpeningOptions } from './openingOptions.ts'
import { printResult } from './results.ts'
import type { Terminal } from './speaking.ts'

export function addDoctor(program: Command, terminal: Terminal): void {
  const { speech } = terminal
  const text = TEXT[speech]
  const command = program
    .command('doctor')
    .summary(text.summary)
    .description(text.description)
    .option('--audit', text.audit)
    .option('--year <year>', text.year)
    .option('--json', text.json)
  addOpeningOptions(command, terminal).action(async (options: OpeningOptions & { json?: boolean; audit?: boolean; year?: string }) => {
    const { examine } = await import('./examine.ts')
    const checks = await examine(options)
    const healthy = checks.every(({ state }) => state !== 'wrong')
    if (!healthy) process.exitCode = 1
    const readable = checks.map(({ state, name, found }) => `${text[state]}  ${name[speech]}: ${found[speech]}`)
    printResult(terminal, { json: options.json, result: { healthy, checks }, readable })
  })
}

const TEXT = {
  zh: {
    summary: '体检：数据库、迁移、审计链、日历、内容库、落盘',
    description:
      '检查数据库是否可用、结构是否最新、审计链是否完整、工作日历是否覆盖今明两年、内容库是否有效、提交是否真正写入磁盘。不修改数据。',
    audit: '只核对审计链，并指出第一条断裂的记录',
    year: '由原始数据表独立重算该年度（得分、名额、等次、绩效工资），并核对七项不变量；不用计分引擎的代码',
    json: '输出 JSON',
    right: '正常',
    look: '留意',
    wrong: '异常',
  },
  en: {
    summary: 'check database, migrations, audit chain, calendar, library and disk',
    description:
      'Checks that the database can be reached, its schema is up to date, the audit chain is whole, the calendar covers this year and the next, the library is valid, and what is committed reaches the disk. Changes nothing.',
    audit: 'only verify the audit chain, and name the first broken link',
    year: 'work a finished year out anew from the raw tables (scores, seats, grades, pay) by code apart from the engines, and check the seven invariants',
    json: 'print JSON',
    right: 'right',
    look: 'look ',
    wrong: 'WRONG',
  },
}
