import { Worker } from 'node:worker_threads'
import type { FromWorker, WorkerStart } from './workerMessages.ts'

/**
 * PGlite recurses on the thread's own stack as well as on PostgreSQL's. With Node's 4 MB it overflows before PostgreSQL notices how deep a query
 * is nested; with this much, PostgreSQL refuses such a query with a proper error.
 */
const stackSizeMb = 16

/** Starts the database thread and waits until its database is open. A built product has `databaseWorker.js` beside its own file. */
export async function startWorker(start: WorkerStart): Promise<Worker> {
  const fromSource = import.meta.url.endsWith('.ts')
  const entry = fromSource ? new URL('./workerFromSource.mjs', import.meta.url) : new URL('./databaseWorker.js', import.meta.url)
  const worker = new Worker(entry, { workerData: start, resourceLimits: { stackSizeMb } })
  await new Promise<void>((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`The database thread ended while starting (${code})`))
    worker.once('error', reject)
    worker.once('exit', ended)
    worker.once('message', (message: FromWorker) => {
      worker.off('error', reject)
      worker.off('exit', ended)
      if (message.kind === 'ready') resolve()
    })
  })
  return worker
}
