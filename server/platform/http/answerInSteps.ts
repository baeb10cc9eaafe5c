import { PassThrough } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { IN_STEPS, type Step } from '@milepost/contract/steps'
import type { FastifyReply } from 'fastify'
import type { Problem } from './problem.ts'

/** Says how far an act is. Rejects once nobody waits for its answer any longer: the act ends there, and its transaction with it. */
export type Tell = (step: Step) => Promise<void>

class Abandoned extends Error {
  override readonly name = 'Abandoned'
}

type Act = {
  readonly perform: (tell: Tell) => Promise<unknown>
  readonly problemOf: (fault: unknown) => Problem
}

/** Answers while the act is under way. Whoever closes the connection stops it, and nothing of it is kept. */
export function answerInSteps(reply: FastifyReply, { perform, problemOf }: Act): FastifyReply {
  const lines = new PassThrough()
  const isGone = () => lines.destroyed || reply.raw.destroyed
  const write = (line: unknown) => {
    if (!isGone()) lines.write(`${JSON.stringify(line)}\n`)
  }
  const tell: Tell = async (step) => {
    write({ step })
    // what was written leaves, and a closed connection is heard of
    await setImmediate()
    if (isGone()) throw new Abandoned()
  }
  perform(tell)
    .then(
      (answer) => ({ answer }),
      (fault: unknown) => (fault instanceof Abandoned ? null : { problem: problemOf(fault) }),
    )
    .then((last) => {
      if (last !== null) write(last)
      lines.end()
    })
  return reply.header('content-type', IN_STEPS).header('cache-control', 'no-store').send(lines)
}
