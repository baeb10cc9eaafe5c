import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const distributionFolder = '/usr/lib/postgresql'

/** The folder of this machine's PostgreSQL server programs: the newest the distribution has installed, else what the search path finds. */
export function findPostgresBinaries(): string | undefined {
  const installed = existsSync(distributionFolder) ? readdirSync(distributionFolder) : []
  const folders = installed
    .filter((version) => /^\d+$/.test(version))
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(distributionFolder, version, 'bin'))
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...folders, ...onPath].find((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres')))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
