/** Programs of the machine that some tests need. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const onPath = (name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))

function firstRunnable(candidates) {
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

export function findChromium() {
  const named = process.env.MILEPOST_CHROMIUM ? [process.env.MILEPOST_CHROMIUM] : []
  return firstRunnable([...named, ...['chromium', 'chromium-browser', 'google-chrome'].flatMap(onPath)])
}

export function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return firstRunnable([...versions.map((version) => path.join(debian, version, 'bin/initdb')), ...onPath('initdb')])
}
