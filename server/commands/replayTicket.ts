import { ticketFile } from '@milepost/contract/open/ticketChecks'
import { checkFile } from '../open/published.ts'
import { readJson } from './readInput.ts'
import { say, type Terminal } from './speaking.ts'

/** Works a ticket file out again from its own inputs and says of every part whether it is the one it carries. Ends with 1 when anything differs. */
export async function replayTicket(terminal: Terminal, file: string, { json }: { readonly json?: boolean }): Promise<void> {
  const { speech } = terminal
  const check = checkFile(await readJson(file, ticketFile))
  const { same, official, again, engine, parts, differsAt } = check
  if (!same) process.exitCode = 1
  if (json) return terminal.print(JSON.stringify({ ...check, scores: { on: official, again } }, null, 2))
  for (const part of parts) terminal.print(`${part.same ? '=' : '!'} ${part.name[speech]} ${part.shown}`)
  if (same)
    return say(terminal, {
      zh: `一致：重算得分 ${again ?? '无'}，与说明单各项相同。`,
      en: `Same: scored again it is ${again ?? 'without a score'}, as every figure of the ticket says.`,
    })
  const places = differsAt.map(({ id, name }) => name?.[speech] ?? id)
  const engines =
    engine.ofFile === engine.now
      ? { zh: '', en: '' }
      : { zh: `（引擎 ${engine.ofFile} → ${engine.now}）`, en: ` (engine ${engine.ofFile} -> ${engine.now})` }
  say(terminal, {
    zh: `不一致：${places.join('、')}。说明单得分 ${official ?? '无'}，重算 ${again ?? '无'}${engines.zh}。`,
    en: `Different: ${places.join(', ')}. The ticket says ${official ?? 'no score'}, scored again it is ${again ?? 'no score'}${engines.en}.`,
  })
}
