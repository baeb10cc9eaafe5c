import type { Actor } from '@milepost/access/actor'
import type { Endpoint, InputOf, OutputOf } from '@milepost/contract/endpoint'
import type { z } from 'zod'
import type { Tx } from '../database/database.ts'
import type { FileIn, Table } from '../spreadsheet/table.ts'
import type { Tell } from './answerInSteps.ts'
import type { Services } from './services.ts'

/** What an audited act was done to. */
export type AuditSubject = {
  readonly kind: string
  readonly id: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** What a verb receives. Its transaction is open, tied to the institution, and closed by the platform. */
export type Call<E extends Endpoint> = {
  readonly tx: Tx
  readonly institutionId: string
  readonly actor: Actor
  readonly input: InputOf<E>
  readonly now: Date
  /** The day of `now` in the institution's time zone. */
  readonly today: string
  readonly library: Services['library']
  readonly config: Services['config']
  /** The imported table of an upload endpoint. */
  readonly table: E['kind'] extends 'upload' ? Table : undefined
  /** The file of an endpoint that keeps it. */
  readonly file: E['kind'] extends 'attach' ? FileIn : undefined
  /** How far a long act is, for whoever waits. It ends there when nobody waits any longer. */
  readonly tell: Tell
  /** Names what the act was done to; the platform writes the audit event in the same transaction. */
  audit(subject: AuditSubject): void
}

/** A file that leaves the program. */
export type FileOut = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** Before `output.parse`: what a verb returns. */
export type Result<E extends Endpoint> = E['kind'] extends 'download' ? FileOut : z.input<E['output']> & OutputOf<E>
