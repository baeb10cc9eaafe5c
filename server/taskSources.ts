import type { Actor } from '@milepost/access/actor'
import type { task } from '@milepost/contract/institution/tasks'
import type { z } from 'zod'
import { tasksOf as designTasks } from './design/published.ts'
import type { Tx } from './platform/database/database.ts'
import { tasksOf as runTasks } from './run/published.ts'

export type Task = z.infer<typeof task>
type TaskSource = (tx: Tx, institutionId: string, actor: Actor, today: string) => Promise<Task[]>

/** Each room adds its `tasksOf` here, in loop order. */
export const TASK_SOURCES: readonly TaskSource[] = [designTasks, runTasks]
