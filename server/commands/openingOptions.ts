import type { Command } from 'commander'
import type { Terminal } from './speaking.ts'

/** Options of every command that opens the database. */
export function addOpeningOptions(command: Command, { speech }: Terminal): Command {
  return command.option(
    '--folder <folder>',
    { zh: '数据文件夹（默认 data 或 MILEPOST_FOLDER）', en: 'data folder (default data, or MILEPOST_FOLDER)' }[speech],
  )
}
