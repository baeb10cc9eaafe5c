import type { Command } from 'commander'
import { addOpeningOptions, readPort } from './openingOptions.ts'
import type { Terminal } from './speaking.ts'
import type { StartOptions } from './startServing.ts'

export function addStart(program: Command, terminal: Terminal): void {
  const text = TEXT[terminal.speech]
  const command = program
    .command('start')
    .summary(text.summary)
    .description(text.description)
    .option('--demo', text.demo)
    .option('--port <n>', text.port, readPort)
  addOpeningOptions(command, terminal).action(async (options: StartOptions) => {
    const { startServing } = await import('./startServing.ts')
    await startServing(terminal, options)
  })
}

const TEXT = {
  zh: {
    summary: '启动服务',
    description: '打开数据库并提供网页服务。默认使用数据文件夹里的内置数据库；设置 DATABASE_URL 则使用 PostgreSQL。',
    demo: '首次启动时生成演示单位（仅限本机一键登录）',
    port: '端口（默认 8017 或 MILEPOST_PORT；0 为任选）',
  },
  en: {
    summary: 'serve the program',
    description:
      'Opens the database and serves the pages: the embedded database of the data folder, or PostgreSQL when DATABASE_URL is set.',
    demo: 'make the demo bureau the first time (one-click sign-in, this machine only)',
    port: 'port (default 8017 or MILEPOST_PORT; 0 picks a free one)',
  },
}
