import { Worker } from 'node:worker_threads'
import type { FromWorker, WorkerStart } from './workerMessages.ts'

/**
 * Starts the database thread and waits until its database is open.
 *
 * A built product has `databaseWorker.js` beside its main file. From source, Node cannot load a TypeScript file as a thread, not even under a
 * loader, so the thread starts with a line of plain JavaScript that registers the loader first.
 */
export async function startWorker(start: WorkerStart): Promise<Worker> {
  const fromSource = import.meta.url.endsWith('.ts')
  const worker = fromSource
    ? new Worker(sourceBootstrap(), { eval: true, workerData: start })
    : new Worker(new URL('./databaseWorker.js', import.meta.url), { workerData: start })
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

function sourceBootstrap(): string {
  const loader = import.meta.resolve('tsx/esm/api')
  const entry = new URL('./worker.ts', import.meta.url).href
  return `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(entry)}) })`
}
