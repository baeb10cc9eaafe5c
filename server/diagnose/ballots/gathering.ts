import { Refusal } from '@milepost/contract/refusals'
import type { Database } from '../../platform/database/database.ts'

type Waiting<Given, Answer> = {
  readonly given: Given
  readonly resolve: (answer: Answer) => void
  readonly reject: (fault: unknown) => void
}
type Place = { readonly database: Database; readonly key: string }

/**
 * What comes in while the last batch is being saved is saved together: one transaction and one sync of the disk for all of them, as many as came.
 * Each is answered only when its own batch is on the disk. A batch that fails for an unknown reason is tried one by one, so that nobody fails for another.
 */
export class Gathering<Given, Answer> {
  readonly #most: number
  readonly #save: (batch: readonly Given[]) => Promise<(Answer | Refusal)[]>
  readonly #queues = new WeakMap<Database, Map<string, Waiting<Given, Answer>[]>>()

  constructor(most: number, save: (batch: readonly Given[]) => Promise<(Answer | Refusal)[]>) {
    this.#most = most
    this.#save = save
  }

  take({ database, key }: Place, given: Given): Promise<Answer> {
    const queues = this.#queues.get(database) ?? new Map<string, Waiting<Given, Answer>[]>()
    this.#queues.set(database, queues)
    return new Promise((resolve, reject) => {
      const one = { given, resolve, reject }
      const queue = queues.get(key)
      if (queue) queue.push(one)
      else {
        queues.set(key, [one])
        void this.#empty(queues, key)
      }
    })
  }

  async #empty(queues: Map<string, Waiting<Given, Answer>[]>, key: string): Promise<void> {
    const queue = queues.get(key) ?? []
    while (queue.length > 0) await this.#saveTogether(queue.splice(0, this.#most))
    queues.delete(key)
  }

  async #saveTogether(batch: readonly Waiting<Given, Answer>[]): Promise<void> {
    try {
      const answers = await this.#save(batch.map((one) => one.given))
      for (const [at, one] of batch.entries()) {
        const answer = answers[at]
        if (answer === undefined || answer instanceof Refusal) one.reject(answer ?? new RangeError('no answer for one of the batch'))
        else one.resolve(answer)
      }
    } catch (fault) {
      if (batch.length === 1 || fault instanceof Refusal) for (const one of batch) one.reject(fault)
      else for (const one of batch) await this.#saveTogether([one])
    }
  }
}
