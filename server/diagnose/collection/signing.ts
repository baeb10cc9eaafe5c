import { Worker } from 'node:worker_threads'
import { blindSign, signerOf } from './keys.ts'

type Work = { readonly privateKey: string; readonly blinded: Buffer; readonly done: (signature: Buffer | null) => void }
type Signed = { readonly number: number; readonly signatures: readonly (Uint8Array | null)[] }

/** So few are signed at once where they are; a signature takes a millisecond of the processor. */
const FEW = 4
/** The most that go to the thread in one message: their senders wait for each other. */
const MOST = 32

/**
 * The raw signature of a blinded message, or null where it has none. What many ask for in the same moment is signed in a thread beside, so that the program goes on
 * serving; a thread that fails is made anew and its work done here.
 */
export function signSoon(privateKey: string, blinded: Buffer): Promise<Buffer | null> {
  return new Promise((done) => {
    if (waiting.push({ privateKey, blinded, done }) === 1) setImmediate(signWaiting)
  })
}

const waiting: Work[] = []
const away = new Map<number, readonly Work[]>()
let thread: Worker | undefined
let number = 0

function signWaiting(): void {
  const work = waiting.splice(0)
  if (work.length <= FEW) signHere(work)
  else for (let at = 0; at < work.length; at += MOST) signAway(work.slice(at, at + MOST))
}

function signHere(work: readonly Work[]): void {
  for (const { privateKey, blinded, done } of work) done(blindSign(signerOf(privateKey), blinded))
}

function signAway(work: readonly Work[]): void {
  thread ??= startThread()
  const keys = [...new Set(work.map((one) => one.privateKey))]
  number += 1
  away.set(number, work)
  thread.postMessage({ number, keys, work: work.map((one) => [keys.indexOf(one.privateKey), one.blinded]) })
}

function startThread(): Worker {
  const entry = import.meta.url.endsWith('.ts') ? './signingThread.mjs' : './signingThread.js'
  const started = new Worker(new URL(entry, import.meta.url))
  started.on('message', ({ number: of, signatures }: Signed) => {
    const work = away.get(of) ?? []
    away.delete(of)
    for (const [at, one] of work.entries()) {
      const signature = signatures[at]
      one.done(signature ? Buffer.from(signature) : null)
    }
  })
  started.once('error', () => {
    thread = undefined
    const left = [...away.values()].flat()
    away.clear()
    signHere(left)
  })
  // last of all: listening for messages takes hold of the process again
  started.unref()
  return started
}
