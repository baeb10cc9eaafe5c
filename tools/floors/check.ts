import { docstringFaults } from './docstrings.ts'
import { inspect } from './inspect.ts'
import { readHouse } from './readHouse.ts'

/** `npm run floors`: every arrow points down and every exported function of an engine says what it does, or the build fails. */
const files = readHouse(process.cwd())
const faults = [...inspect(files), ...docstringFaults(process.cwd(), files)]
for (const { file, because } of faults) console.error(`${file}: ${because}`)
console.log(`${files.length} files, ${faults.length} faults in the floors`)
process.exitCode = faults.length === 0 ? 0 : 1
