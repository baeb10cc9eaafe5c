import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** Seconds of processor time so far: of this process (server and embedded database), and of the PostgreSQL processes this process started. */
export function processorSeconds(): { server: number; postgres: number } {
  const { user, system } = process.cpuUsage()
  return { server: (user + system) / 1e6, postgres: ticksOfPostgres() / TICKS_A_SECOND }
}

/** A postmaster is a child of ours and its backends are children of it; what backends that have ended used is counted with the postmaster. */
function ticksOfPostgres(): number {
  const all = readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? (readStat(pid) ?? []) : []))
  const postmasters = new Set(all.filter(({ parent, name }) => parent === process.pid && name === 'postgres').map(({ pid }) => pid))
  return all.reduce((sum, one) => {
    if (postmasters.has(one.pid)) return sum + one.own + one.ended
    return postmasters.has(one.parent) ? sum + one.own : sum
  }, 0)
}

/** `pid (name) state ppid … utime stime cutime cstime`, see proc(5); undefined where the process has just ended or there is no /proc. */
function readStat(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const rest = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (field: number) => Number(rest[field - 3])
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
    return { pid: Number(pid), name, parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) }
  } catch {
    return undefined
  }
}
