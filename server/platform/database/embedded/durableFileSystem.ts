import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The few fields of Emscripten's NODEFS that are touched here; PGlite does not type them. */
export type HostStream = { nfd?: number; node: unknown }
export type HostFiles = {
  realPath(node: unknown): string
  stream_ops: { fsync?: (stream: HostStream) => number }
}

type Startup = { preRun?: ((module: { NODEFS: HostFiles }) => void)[] }

/** A directory cannot be opened or synced everywhere (Windows); there the file system orders directory entries itself. */
const directoriesNeedNoSync = new Set(['EPERM', 'EISDIR', 'EINVAL', 'EACCES'])

/**
 * PGlite's file system on a real folder, with the operation it lacks: without an `fsync`, the engine is told that every write has reached the
 * disk while none has. Each call ends in one `fdatasync` (files) or `fsync` (directories) of the host and is counted.
 * A failing sync throws through the engine and stops its worker: like PostgreSQL, it must not go on after a write may have been lost.
 */
export class DurableFileSystem extends NodeFS {
  /** How many times the engine has asked for a sync; shared memory, so that another thread can read it. */
  readonly syncs: Int32Array

  constructor(folder: string, syncs: Int32Array = new Int32Array(1)) {
    super(folder)
    this.syncs = syncs
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const started = await super.init(...args)
    const startup = started.emscriptenOpts as Startup
    startup.preRun = [...(startup.preRun ?? []), (module) => this.extend(module.NODEFS)]
    return started
  }

  protected extend(files: HostFiles): void {
    files.stream_ops.fsync = (stream) => {
      Atomics.add(this.syncs, 0, 1)
      if (stream.nfd === undefined) syncDirectory(files.realPath(stream.node))
      else fdatasyncSync(stream.nfd)
      return 0
    }
  }
}

export function syncDirectory(path: string): void {
  let handle: number | undefined
  try {
    handle = openSync(path, 'r')
    fsyncSync(handle)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && directoriesNeedNoSync.has(String(error.code)))) throw error
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
