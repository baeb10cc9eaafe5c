import { existsSync } from 'node:fs'
import path from 'node:path'
import { backUpToFile } from '../platform/backup/backup.ts'
import { restore } from '../platform/backup/restore.ts'
import { readConfig } from '../platform/config/config.ts'
import { findRoot } from '../platform/config/root.ts'
import { openDatabase } from '../platform/database/database.ts'
import { type OpeningOptions, withServices } from './openForCommand.ts'
import { CommandFault, say, type Terminal } from './speaking.ts'

export async function writeBackup(
  terminal: Terminal,
  file: string,
  options: OpeningOptions & { readonly overwrite?: boolean },
): Promise<void> {
  if (existsSync(file) && !options.overwrite)
    throw new CommandFault({
      zh: `“${file}”已存在。换一个文件名，或加 --overwrite。`,
      en: `“${file}” exists. Use another name, or --overwrite.`,
    })
  const report = await withServices(options, ({ database, now }) => backUpToFile(database, { path: path.resolve(file), now: now() }))
  const megabytes = (report.bytes / 1_048_576).toFixed(1)
  say(terminal, {
    zh: `已备份 ${report.tables} 张表、${report.rows} 行，${megabytes} MB：${file}`,
    en: `Backed up ${report.tables} tables, ${report.rows} rows, ${megabytes} MB: ${file}`,
  })
}

export async function readBackup(terminal: Terminal, file: string, options: OpeningOptions): Promise<void> {
  if (!existsSync(file)) throw new CommandFault({ zh: `没有文件“${file}”。`, en: `There is no file “${file}”.` })
  const migrations = path.join(findRoot(), 'server/migrations')
  const config = readConfig(process.env)
  const folder = options.folder === undefined ? config.folder : path.resolve(options.folder)
  const database = await openDatabase({ migrations, ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : { folder }) })
  try {
    const report = await restore(database, { path: path.resolve(file), migrations })
    const later = report.migrated.length
    say(terminal, {
      zh: `已恢复 ${report.madeAt} 的备份：${report.tables} 张表、${report.rows} 行${later > 0 ? `，并升级 ${later} 步` : ''}。`,
      en: `Restored the backup of ${report.madeAt}: ${report.tables} tables, ${report.rows} rows${later > 0 ? `, then ${later} migrations` : ''}.`,
    })
  } finally {
    await database.close()
  }
}
