import type { Command } from 'commander'
import { addOpeningOptions, readPort } from './openingOptions.ts'
import type { Terminal } from './speaking.ts'
import type { InitOptions } from './startInstitution.ts'

export function addInit(program: Command, terminal: Terminal): void {
  const text = TEXT[terminal.speech]
  const command = program
    .command('init')
    .summary(text.summary)
    .description(text.description)
    .requiredOption('--code <code>', text.code)
    .option('--name-zh <name>', text.nameZh)
    .option('--name-en <name>', text.nameEn)
    .option('--new-link', text.newLink)
    .option('--port <n>', text.port, readPort)
  addOpeningOptions(command, terminal).action(async (options: InitOptions) => {
    const { startInstitution } = await import('./startInstitution.ts')
    await startInstitution(terminal, options)
  })
}

const TEXT = {
  zh: {
    summary: '新建单位并签发首位管理员链接',
    description: '新建一个单位，并打印一次性链接（24 小时内有效），首位系统管理员用它设置自己的账号和密码。没有任何默认密码。',
    code: '单位编码（字母、数字、-）',
    nameZh: '单位中文名称',
    nameEn: '单位英文名称',
    newLink: '单位已存在：只签发一条新的首位管理员链接',
    port: '启动服务时将用的端口，写入链接（默认 8017 或 MILEPOST_PORT）',
  },
  en: {
    summary: 'make an institution and the link for its first administrator',
    description:
      'Makes an institution and prints a one-time link (valid for 24 hours) with which the first system administrator sets an account and password. There is no default password anywhere.',
    code: 'code of the institution (letters, digits, -)',
    nameZh: 'its Chinese name',
    nameEn: 'its English name',
    newLink: 'the institution exists: only issue a new link for a first administrator',
    port: 'port the program will be started with, for the link (default 8017 or MILEPOST_PORT)',
  },
}
