// Node cannot load a TypeScript file as a thread, not even under a loader: this plain file registers the loader inside the thread first.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
