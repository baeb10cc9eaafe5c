import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the program: the nearest one above this file whose package.json is Milepost's, built or from source. */
export function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const manifest = path.join(folder, 'package.json')
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "milepost"')) return folder
    const above = path.dirname(folder)
    if (above === folder) throw new Error('The folder of the program was not found')
    folder = above
  }
}
