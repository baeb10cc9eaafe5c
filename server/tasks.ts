import { readMyTasks } from '@milepost/contract/institution/tasks'
import { serve } from './platform/http/serve.ts'
import { TASK_SOURCES } from './taskSources.ts'

/** "Today" collects what each room asks of this person now, in loop order. */
export const readMyTasksRoute = serve(readMyTasks, {
  run: async ({ tx, institutionId, actor, today, library }) => {
    const tasks = []
    for (const tasksOf of TASK_SOURCES) tasks.push(...(await tasksOf(tx, institutionId, actor, today, library)))
    return { tasks }
  },
})
