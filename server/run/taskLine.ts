import type { Actor } from '@milepost/access/actor'
import type { task } from '@milepost/contract/institution/tasks'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { z } from 'zod'
import type { Cycle } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'

export type Task = z.infer<typeof task>
export type Scene = {
  readonly tx: Tx
  readonly institutionId: string
  readonly actor: Actor
  readonly cycle: Cycle
  readonly today: string
}

export const line = (key: string, text: Bilingual, href: string, dueOn: string | null = null): Task => ({
  key: `run.${key}`,
  text,
  href,
  dueOn,
  stage: 'run',
})
