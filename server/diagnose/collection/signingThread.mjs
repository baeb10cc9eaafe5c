import { constants, createPrivateKey, privateDecrypt } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/**
 * Signs what is sent and keeps nothing: keys come with their work and go with it. Plain JavaScript, so that it starts from the source as from the built product.
 * In: { number, keys: PEM texts, work: [place of the key, blinded message][] }; out: { number, signatures: (bytes or null)[] }.
 */
parentPort?.on('message', ({ number, keys, work }) => {
  const signers = keys.map((/** @type {string} */ key) => createPrivateKey(key))
  const signatures = work.map((/** @type {[number, Uint8Array]} */ [at, blinded]) => {
    try {
      return privateDecrypt({ key: signers[at], padding: constants.RSA_NO_PADDING }, blinded)
    } catch {
      return null
    }
  })
  parentPort?.postMessage({ number, signatures })
})
