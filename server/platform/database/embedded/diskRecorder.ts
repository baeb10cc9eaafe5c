import { closeSync, cpSync, mkdirSync, openSync, renameSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join, relative } from 'node:path'
import { DurableFileSystem, type HostFiles, type HostStream } from './durableFileSystem.ts'

/** One thing the engine did to its folder, in order; paths are relative to the folder. */
export type DiskEvent =
  | { kind: 'write'; path: string; at: number; bytes: Uint8Array }
  | { kind: 'sync'; path: string }
  | { kind: 'resize'; path: string; size: number }
  | { kind: 'make'; path: string; folder: boolean }
  | { kind: 'rename'; path: string; to: string }
  | { kind: 'remove'; path: string }

type Write = Extract<DiskEvent, { kind: 'write' }>

type RecordedFiles = HostFiles & {
  stream_ops: {
    open(stream: HostStream & { flags: number }): void
    write(stream: HostStream, buffer: Uint8Array, offset: number, length: number, at: number): number
    setattr?(stream: HostStream, change: { size?: number }): void
  }
  node_ops: {
    setattr(node: unknown, change: { size?: number }): void
    mknod(parent: unknown, name: string, mode: number, device: number): unknown
    rename(node: unknown, folder: unknown, name: string): void
    unlink(parent: unknown, name: string): void
  }
}

const truncateOnOpen = 0o1000

/** The durable file system with a memory: every change of the folder is noted, so that a disk that lost some of them can be rebuilt. */
export class DiskRecorder extends DurableFileSystem {
  readonly events: DiskEvent[] = []

  protected override extend(files: RecordedFiles): void {
    super.extend(files)
    const { stream_ops, node_ops } = files
    const original = { stream: { ...stream_ops }, node: { ...node_ops } }
    const path = (node: unknown, name = '') => relative(this.rootDir, join(files.realPath(node), name))
    const note = (event: DiskEvent) => this.events.push(event)
    const resized = (node: unknown, { size }: { size?: number }) => {
      if (size !== undefined) note({ kind: 'resize', path: path(node), size })
    }
    stream_ops.fsync = (stream) => {
      note({ kind: 'sync', path: path(stream.node) })
      return original.stream.fsync?.(stream) ?? 0
    }
    stream_ops.write = (stream, buffer, offset, length, at) => {
      const written = original.stream.write(stream, buffer, offset, length, at)
      note({ kind: 'write', path: path(stream.node), at, bytes: Uint8Array.from(buffer.subarray(offset, offset + written)) })
      return written
    }
    stream_ops.open = (stream) => {
      original.stream.open(stream)
      if (stream.flags & truncateOnOpen) note({ kind: 'resize', path: path(stream.node), size: 0 })
    }
    if (original.stream.setattr) {
      stream_ops.setattr = (stream, change) => {
        original.stream.setattr?.(stream, change)
        resized(stream.node, change)
      }
    }
    node_ops.setattr = (node, change) => {
      original.node.setattr(node, change)
      resized(node, change)
    }
    node_ops.mknod = (parent, name, mode, device) => {
      const node = original.node.mknod(parent, name, mode, device)
      note({ kind: 'make', path: path(node), folder: statSync(files.realPath(node)).isDirectory() })
      return node
    }
    node_ops.rename = (node, folder, name) => {
      const event: DiskEvent = { kind: 'rename', path: path(node), to: path(folder, name) }
      original.node.rename(node, folder, name)
      note(event)
    }
    node_ops.unlink = (parent, name) => {
      original.node.unlink(parent, name)
      note({ kind: 'remove', path: path(parent, name) })
    }
  }
}

const page = 4096

/**
 * Rebuilds in `image` the disk as a power cut after `events` could have left it, starting from the folder `base`. Pages that were synced are there;
 * of the others, those for which `survives` says so. Names and sizes of files survive in order, as a journaling file system keeps them.
 */
export function rebuildDisk({
  base,
  image,
  events,
  survives,
}: {
  base: string
  image: string
  events: DiskEvent[]
  survives: () => boolean
}): void {
  cpSync(base, image, { recursive: true })
  const unsynced = new Map<string, Write[]>()
  for (const event of events) {
    const pending = unsynced.get(event.path)
    if (event.kind === 'write') unsynced.set(event.path, [...(pending ?? []), event])
    else {
      if (event.kind === 'sync' && pending) applyWrites(join(image, event.path), pending, () => true)
      if (event.kind !== 'make' && !(event.kind === 'resize' && event.size > 0)) unsynced.delete(event.path)
      if (event.kind === 'rename' && pending) unsynced.set(event.to, pending)
      if (event.kind !== 'sync') applyToFolder(image, event)
    }
  }
  for (const [path, writes] of unsynced) applyWrites(join(image, path), writes, survives)
}

function applyToFolder(image: string, event: Exclude<DiskEvent, { kind: 'write' | 'sync' }>): void {
  const path = join(image, event.path)
  if (event.kind === 'rename') renameSync(path, join(image, event.to))
  if (event.kind === 'remove') rmSync(path)
  if (event.kind === 'resize') truncateSync(path, event.size)
  if (event.kind === 'make' && event.folder) mkdirSync(path, { recursive: true })
  if (event.kind === 'make' && !event.folder) closeSync(openSync(path, 'a'))
}

function applyWrites(path: string, writes: Write[] = [], survives: () => boolean): void {
  const file = openSync(path, 'r+')
  for (const { at, bytes } of writes) {
    for (let from = 0; from < bytes.length; from += page) {
      const length = Math.min(page, bytes.length - from)
      if (survives()) writeSync(file, bytes, from, length, at + from)
    }
  }
  closeSync(file)
}
