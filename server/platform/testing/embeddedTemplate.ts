import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeTemplate } from '../database/embedded/template.ts'
import { migrationsFolder } from './migrationsFolder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the archive every embedded test database starts from. */
    embeddedTemplate: string
  }
}

/** Migrates one database in memory for the whole run; each test file then starts from a copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-template-'))
  const path = join(folder, 'template.tar')
  await writeFile(path, await makeTemplate(migrationsFolder))
  project.provide('embeddedTemplate', path)
  return () => rm(folder, { recursive: true, force: true })
}
