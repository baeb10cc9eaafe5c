import { cpSync, existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * The folder of a demonstration year that a first start plays beside the tests (MILEPOST_DEMO_FOLDER), once it is played: the file
 * MILEPOST_DEMO_STARTED then says 0. Undefined where there is no such year, or where its playing failed.
 */
export async function playedYear(): Promise<string | undefined> {
  const { MILEPOST_DEMO_FOLDER: folder, MILEPOST_DEMO_STARTED: started } = process.env
  if (folder === undefined || started === undefined) return folder
  while (!existsSync(started)) await wait(250)
  return readFileSync(started, 'utf8').trim() === '0' ? folder : undefined
}

/** Nobody opens the year itself: each who looks at it or walks through it has a copy. */
export function copyYear(played: string, folder: string): void {
  cpSync(played, folder, { recursive: true, filter: (file) => !file.endsWith('.sock') })
}
