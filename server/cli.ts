import { runCommandLine } from './commands/runCommandLine.ts'
import { speechOf } from './commands/speaking.ts'

process.exitCode = await runCommandLine(
  { speech: speechOf(process.env), print: (line) => console.log(line), note: (line) => console.error(line) },
  process.argv.slice(2),
)
