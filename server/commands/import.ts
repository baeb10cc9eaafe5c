import { Argument, type Command } from 'commander'
import type { ImportOptions } from './importFile.ts'
import { type ImportKind, KINDS } from './importKinds.ts'
import { addOpeningOptions } from './openingOptions.ts'
import type { Terminal } from './speaking.ts'

export function addImport(program: Command, terminal: Terminal): void {
  const text = TEXT[terminal.speech]
  const command = program
    .command('import')
    .summary(text.summary)
    .description(text.description)
    .addArgument(new Argument('<kind>', text.kind).choices(KINDS))
    .argument('<file>', text.file)
    .requiredOption('--as <username>', text.as)
    .option('--institution <code>', text.institution)
    .option('--check', text.check)
    .option('--skip-wrong', text.skipWrong)
    .option('--period <code>', text.period)
    .option('--wave <name>', text.wave)
    .option('--mapping <file>', text.mapping)
    .option('--confirmed', text.confirmed)
    .option('--json', text.json)
  addOpeningOptions(command, terminal).action(async (kind: ImportKind, file: string, options: ImportOptions) => {
    const { importFile } = await import('./importFile.ts')
    await importFile(terminal, { kind, file, options })
  })
}

const TEXT = {
  zh: {
    summary: '导入表格',
    description:
      '把 .csv 或 .xlsx 导入一个单位，规则与网页相同：逐行给出结论，有错行时什么也不保存（除非 --skip-wrong），同一文件再导一次不会改变任何内容。',
    kind: '种类',
    file: '表格文件',
    as: '以哪个账号导入（用户名，记入审计）',
    institution: '单位编码（只有一个单位时可省略）',
    check: '只检查，不保存',
    skipWrong: '跳过错行，保存其余各行',
    period: '期间编码，例如 2026（导入 inspections 时必填）',
    wave: '调查轮次的名称或编号（导入 answers 时必填）',
    confirmed: '可疑数值已逐个核对（用于 values）',
    mapping: '列对应关系（.json），用于按列排列的 values 或 answers',
    json: '输出 JSON',
  },
  en: {
    summary: 'import a spreadsheet',
    description:
      'Imports .csv or .xlsx into an institution by the same rules as the pages: a verdict for each row, nothing saved while a row is wrong (unless --skip-wrong), and the same file again changes nothing.',
    kind: 'what it holds',
    file: 'the spreadsheet',
    as: 'the account that imports (user name; it is written to the audit trail)',
    institution: 'code of the institution (may be left out when there is one)',
    check: 'only look, save nothing',
    skipWrong: 'leave wrong rows out and save the others',
    period: 'code of the period, e.g. 2026 (needed for inspections)',
    wave: 'name or id of the wave (needed for answers)',
    confirmed: 'doubtful figures have been checked (for values)',
    mapping: 'which column holds what (.json), for values or answers in columns',
    json: 'print JSON',
  },
}
