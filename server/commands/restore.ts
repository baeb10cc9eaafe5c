import type { Command } from 'commander'
import type { OpeningOptions } from './openForCommand.ts'
import { addOpeningOptions } from './openingOptions.ts'
import type { Terminal } from './speaking.ts'

export function addRestore(program: Command, terminal: Terminal): void {
  const text = TEXT[terminal.speech]
  const command = program.command('restore').summary(text.summary).description(text.description).argument('<file>', text.file)
  addOpeningOptions(command, terminal).action(async (file: string, options: OpeningOptions) => {
    const { readBackup } = await import('./backupFiles.ts')
    await readBackup(terminal, file, options)
  })
}

const TEXT = {
  zh: {
    summary: '从备份恢复',
    description: '把备份恢复到空的数据文件夹或空的 PostgreSQL 数据库；要么全部恢复，要么什么也不改。',
    file: '备份文件（.zip）',
  },
  en: {
    summary: 'restore a backup',
    description: 'Restores a backup into an empty data folder or an empty PostgreSQL database: all of it, or nothing is changed.',
    file: 'the backup (.zip)',
  },
}
