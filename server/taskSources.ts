import type { Actor } from '@milepost/access/actor'
import type { task } from '@milepost/contract/institution/tasks'
import type { z } from 'zod'
import { tasksOf as ofAppraise } from './appraise/published.ts'
import { tasksOf as ofChoose } from './choose/published.ts'
import { tasksOf as ofDesign } from './design/published.ts'
import { tasksOf as ofDiagnose } from './diagnose/published.ts'
import { tasksOf as ofInstitution } from './institution/published.ts'
import { tasksOf as ofOpen } from './open/published.ts'
import type { Tx } from './platform/database/database.ts'
import type { Library } from './platform/library.ts'
import { tasksOf as ofReward } from './reward/published.ts'
import { tasksOf as ofRun } from './run/published.ts'

type Task = z.infer<typeof task>
type TaskSource = (tx: Tx, institutionId: string, actor: Actor, today: string, library: Library) => Promise<Task[]>

/** What each room asks of a person now, in loop order; the register last. */
export const TASK_SOURCES: readonly TaskSource[] = [ofDiagnose, ofChoose, ofDesign, ofRun, ofAppraise, ofReward, ofOpen, ofInstitution]
