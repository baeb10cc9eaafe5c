/**
 * Checks the packages against reference vectors: numbers computed by software this project did not write.
 *   npm run vectors -- [folder]     default: shared/vectors beside the repository
 * Prints one line a function, one a failure, and last `N passed, N failed`; ends with 1 when anything failed.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { OFFERS } from './vectors/offers.ts'
import { fails, report } from './vectors/report.ts'
import { runVectors } from './vectors/runVectors.ts'
import { readVectors } from './vectors/vector.ts'

const folder = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../../shared/vectors'))
if (!existsSync(folder)) {
  console.error(`No reference vectors at ${folder}. Name their folder: npm run vectors -- FOLDER`)
  process.exitCode = 2
} else {
  const outcomes = runVectors(readVectors(folder), OFFERS)
  console.log(report(outcomes))
  process.exitCode = outcomes.some(fails) ? 1 : 0
}
