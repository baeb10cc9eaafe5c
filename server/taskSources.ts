import type { Actor } from '@milepost/access/actor'
import type { task } from '@milepost/contract/institution/tasks'
import type { z } from 'zod'
import { tasksOf as appraiseTasks } from './appraise/published.ts'
import { tasksOf as chooseTasks } from './choose/published.ts'
import { tasksOf as designTasks } from './design/published.ts'
import { tasksOf as diagnoseTasks } from './diagnose/published.ts'
import { tasksOf as institutionTasks } from './institution/published.ts'
import { tasksOf as openTasks } from './open/published.ts'
import type { Tx } from './platform/database/database.ts'
import { tasksOf as rewardTasks } from './reward/published.ts'
import { tasksOf as runTasks } from './run/published.ts'

export type Task = z.infer<typeof task>
type TaskSource = (tx: Tx, institutionId: string, actor: Actor, today: string) => Promise<Task[]>

/** What each room asks of a person, in loop order. */
export const TASK_SOURCES: readonly TaskSource[] = [
  institutionTasks,
  diagnoseTasks,
  chooseTasks,
  designTasks,
  runTasks,
  appraiseTasks,
  rewardTasks,
  openTasks,
]
