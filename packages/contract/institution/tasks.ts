import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, empty } from '../fields.ts'

export const task = z.object({
  key: z.string(),
  text: bilingual,
  /** Where it can be done. */
  href: z.string(),
  dueOn: z.string().nullable(),
  stage: z.enum(['diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open', 'institution']),
})

/** "Today": only what this person must do now; done lines disappear. */
export const readMyTasks = endpoint({
  name: 'institution.readMyTasks',
  method: 'GET',
  path: '/api/tasks/mine',
  permission: 'tasks.own',
  summary: { zh: '我的待办', en: 'What I have to do now' },
  input: empty,
  output: z.object({ tasks: z.array(task) }),
  audit: null,
})
