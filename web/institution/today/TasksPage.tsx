import { readMyTasks } from '@milepost/contract/institution/tasks'
import { STAGES } from '@milepost/terms/cycle'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk } from '../../platform/asking.ts'
import { road } from '../../platform/frame/road.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { RoomStage } from '../../platform/pages.ts'
import { byDue } from './due.ts'
import { TaskLine } from './TaskLine.tsx'
import { en, zh } from './text.ts'
import './today.css'

/** The same tasks by room, in loop order. */
export function TasksPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { tasks } = useAsk(readMyTasks, {})
  const rooms: readonly { readonly stage: RoomStage; readonly name: string }[] = [
    ...road([], null).map(({ stage }) => ({ stage, name: pick(STAGES[stage]) })),
    { stage: 'institution', name: text.institution },
  ]
  return (
    <div className="mp-today">
      <PageHead title={text.tasksTitle} sentence={text.tasksSay} />
      {tasks.length === 0 && <Empty title={text.emptyTitle} sentence={text.emptySay} />}
      {rooms.map(({ stage, name }) => {
        const own = tasks.filter((task) => task.stage === stage).sort(byDue)
        return own.length === 0 ? null : (
          <section key={stage} className="mp-tasks-room">
            <h2>{name}</h2>
            <ul className="mp-tasks">
              {own.map((task) => (
                <TaskLine key={task.key} task={task} stageShown={false} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
