import { z } from 'zod'

/**
 * A backup is a ZIP of three kinds of file, in this order, all UTF-8:
 * - `backup.json`: what it is of: the migrations the database had (name and SHA-256), and every table with its columns;
 * - `tables/<name>.jsonl`: one line a row, a JSON array with each column as PostgreSQL writes it as text, or null;
 * - `end.json`: rows and SHA-256 of every table, without which a backup is cut off.
 * It does not depend on the engine or its version, so it is also the way from the embedded database to PostgreSQL and back.
 */
export const backupHead = z.object({
  format: z.literal('milepost-backup-1'),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type BackupHead = z.infer<typeof backupHead>

export const backupEnd = z.object({ tables: z.array(z.object({ name: z.string(), rows: z.number().int(), sha256: z.string() })) })
export type BackupEnd = z.infer<typeof backupEnd>

export const headName = 'backup.json'
export const endName = 'end.json'
export const tableFile = (name: string) => `tables/${name}.jsonl`

/** Tables that a backup leaves out: the history of migrations is in its head, and is written anew by restoring. */
export const notBackedUp = ['schema_migration']
