import { messagesOf as ofAppraise } from './appraise/published.ts'
import { sendMessages, workDay } from './institution/published.ts'
import { dayIn } from './platform/http/clock.ts'
import { forgetSentActs } from './platform/http/sentAct.ts'
import type { Services } from './platform/http/services.ts'
import { libraryOf } from './platform/rules/libraryOf.ts'
import { messagesOf as ofRun } from './run/published.ts'

/** Nobody is written to at night: the day begins at this hour of the institution's own time. */
const FIRST_HOUR = 8

/** How long an act sent again is still known. */
const ACTS_KEPT_MS = 2 * 86_400_000

const hourIn = (timeZone: string, at: Date) =>
  Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hour12: false, timeZone }).format(at)) % 24

/** Works through today, if that has not been done, and sends what waits. After a stop of some days it is one day's work, not several. */
export async function runDay({ database, library, config }: Services, institutionId: string, now: Date) {
  const today = dayIn(config.timeZone, now)
  const told =
    hourIn(config.timeZone, now) < FIRST_HOUR
      ? null
      : await database.inInstitution(institutionId, (tx) =>
          workDay(tx, { institutionId, today, now }, async (lastDay) => {
            await forgetSentActs(tx, institutionId, new Date(now.getTime() - ACTS_KEPT_MS))
            return [
              ...(await ofRun(tx, { institutionId, today, lastDay })),
              ...(await ofAppraise(tx, { institutionId, today, library: await libraryOf(database, tx, { institutionId, base: library }) })),
            ]
          }),
        )
  return { told, ...(await sendMessages({ database, institutionId, now, address: config.address })) }
}

/** Every minute, for every institution; one that fails is said and does not keep the others from theirs. Stops when told. */
export function keepDays(services: Services, say: (fault: unknown) => void, everyMs = 60_000): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    const institutions = await services.database.asOwner((tx) => tx.selectFrom('institution').select('institution_id').execute())
    for (const { institution_id } of institutions) await runDay(services, institution_id, services.now()).catch(say)
  }
  const timer = setInterval(() => {
    running = running.then(() => round().catch(say))
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
