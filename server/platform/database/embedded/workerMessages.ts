import type { MessagePort } from 'node:worker_threads'

/** `folder` absent: a database in memory. `template`: path of the archive a first start unpacks. `syncs`: shared counter of disk syncs. */
export type WorkerStart = { folder?: string; template?: string; syncs: Int32Array }

export type ToWorker = { kind: 'connect'; port: MessagePort } | { kind: 'archive' } | { kind: 'close' }

export type FromWorker = { kind: 'ready' } | { kind: 'archived'; bytes: Uint8Array }
