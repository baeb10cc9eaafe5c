import { fieldName } from '@milepost/contract/fieldNames'
import { Refusal, refusalText } from '@milepost/contract/refusals'
import { CommanderError } from 'commander'
import { buildProgram } from './program.ts'
import { CommandFault, type Terminal } from './speaking.ts'
import { usageText } from './usage.ts'

/** Done. */
const DONE = 0
/** Refused, or the answer is "no": a damaged chain, a score that is not the same. */
const REFUSED = 1
/** The command was not used as it should be. */
const MISUSED = 2

/** Runs one command and gives its exit code; what went wrong is said in the language of the terminal. */
export async function runCommandLine(terminal: Terminal, given: readonly string[]): Promise<number> {
  process.exitCode = undefined
  try {
    const program = buildProgram(terminal)
    if (given.length === 0) program.outputHelp()
    else await program.parseAsync([...given], { from: 'user' })
    return Number(process.exitCode ?? DONE)
  } catch (fault) {
    return say(terminal, fault)
  }
}

function say(terminal: Terminal, fault: unknown): number {
  const { speech, note } = terminal
  if (fault instanceof CommanderError) {
    if (fault.exitCode === 0) return DONE
    note(usageText(fault, terminal))
    return MISUSED
  }
  if (fault instanceof Refusal) {
    note(refusalText(fault.code, fault.details)[speech])
    for (const field of fault.fields) note(`  ${placeOf(field.pointer, speech)}: ${field[speech]}`)
    return REFUSED
  }
  if (fault instanceof CommandFault) {
    note(fault.text[speech])
    for (const place of fault.places) note(`  ${typeof place === 'string' ? place : place[terminal.speech]}`)
    return REFUSED
  }
  note(fault instanceof Error ? fault.message : String(fault))
  if (process.env.MILEPOST_TRACE && fault instanceof Error) note(fault.stack ?? '')
  return REFUSED
}

/** The field as a person knows it, and where it stands in the file. */
function placeOf(pointer: string, speech: 'zh' | 'en'): string {
  const name = fieldName(pointer)?.[speech]
  return name === undefined ? pointer : `${name} ${pointer}`
}
