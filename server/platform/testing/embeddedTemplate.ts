import { createHash } from 'node:crypto'
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeTemplate } from '../database/embedded/template.ts'
import { readMigrations } from '../database/migrate.ts'
import { migrationsFolder } from './migrationsFolder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the archive every embedded test database starts from. */
    embeddedTemplate: string
  }
}

const cache = resolve('node_modules/.cache/milepost')

/** Migrates one database for as long as migrations and engine stay what they are; each test file then starts from a copy. */
export async function setup(project: TestProject): Promise<void> {
  const path = `${cache}/template-${await fingerprint()}.tar`
  if (!(await exists(path))) {
    await mkdir(cache, { recursive: true })
    const beside = `${path}.${process.pid}`
    await writeFile(beside, await makeTemplate(migrationsFolder))
    await rename(beside, path)
  }
  project.provide('embeddedTemplate', path)
}

async function fingerprint(): Promise<string> {
  const migrations = (await readMigrations(migrationsFolder)).map((one) => `${one.name} ${one.checksum}`)
  const engine = await readFile('node_modules/@electric-sql/pglite/package.json', 'utf8')
  return createHash('sha256')
    .update([...migrations, engine].join('\n'))
    .digest('hex')
    .slice(0, 16)
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
