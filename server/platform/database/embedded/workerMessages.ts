import type { MessagePort } from 'node:worker_threads'

/** What a thread is started with; the counters are memory that both sides see. */
export type WorkerStart = {
  /** Absent: a database in memory. */
  folder?: string
  /** Path of the archive a first start unpacks. */
  template?: string
  /** [how many syncs of the disk] */
  syncs: Int32Array
  /** [requests begun, requests ended] */
  requests: Int32Array
}

/** `connect` is answered on the port itself, with the greeting, as soon as everything before it is done. */
export type ToWorker = { kind: 'connect'; port: MessagePort } | { kind: 'archive' } | { kind: 'close' }

export type FromWorker = { kind: 'ready' } | { kind: 'archived'; bytes: Uint8Array }
