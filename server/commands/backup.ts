import type { Command } from 'commander'
import type { OpeningOptions } from './openForCommand.ts'
import { addOpeningOptions } from './openingOptions.ts'
import type { Terminal } from './speaking.ts'

export function addBackup(program: Command, terminal: Terminal): void {
  const text = TEXT[terminal.speech]
  const command = program
    .command('backup')
    .summary(text.summary)
    .description(text.description)
    .argument('<file>', text.file)
    .option('--overwrite', text.overwrite)
  addOpeningOptions(command, terminal).action(async (file: string, options: OpeningOptions & { overwrite?: boolean }) => {
    const { writeBackup } = await import('./backupFiles.ts')
    await writeBackup(terminal, file, options)
  })
}

const TEXT = {
  zh: {
    summary: '备份到文件',
    description: '把全部单位的数据按同一时刻写成一个 ZIP，与数据库种类和版本无关，可用 restore 恢复到内置数据库或 PostgreSQL。',
    file: '备份文件（.zip）',
    overwrite: '文件已存在时覆盖',
  },
  en: {
    summary: 'back up to a file',
    description:
      'Writes all institutions as they stand at one moment into a ZIP that no engine or version is tied to; restore brings it back on the embedded database or on PostgreSQL.',
    file: 'the backup (.zip)',
    overwrite: 'replace the file if it exists',
  },
}
