import type { Command } from 'commander'
import { CommandFault, type Terminal } from './speaking.ts'

/** Options of every command that opens the database. */
export function addOpeningOptions(command: Command, { speech }: Terminal): Command {
  return command.option(
    '--folder <folder>',
    { zh: '数据文件夹（默认 data 或 MILEPOST_FOLDER）', en: 'data folder (default data, or MILEPOST_FOLDER)' }[speech],
  )
}

/** A port as typed; 0 lets the system choose. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new CommandFault({
    zh: `端口“${text}”应为 0 至 65535 的整数。`,
    en: `The port “${text}” should be a whole number from 0 to 65535.`,
  })
}
