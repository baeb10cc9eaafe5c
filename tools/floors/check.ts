import { inspect } from './inspect.ts'
import { readHouse } from './readHouse.ts'

/** `npm run floors`: every arrow points down, or the build fails. */
const files = readHouse(process.cwd())
const faults = inspect(files)
for (const { file, because } of faults) console.error(`${file}: ${because}`)
console.log(`${files.length} files, ${faults.length} faults in the floors`)
process.exitCode = faults.length === 0 ? 0 : 1
