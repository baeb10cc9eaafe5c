import { readMyTasks } from '@milepost/contract/institution/tasks'
import { Button } from 'antd'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { usePages } from '../../platform/house.tsx'
import { useText } from '../../platform/language.tsx'
import { byDue } from './due.ts'
import { RoadStrip } from './RoadStrip.tsx'
import { TaskLine } from './TaskLine.tsx'
import { en, zh } from './text.ts'
import './today.css'

/** Everybody's first page: only what this person must do now. */
export function TodayPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const { tasks } = useAsk(readMyTasks, {})
  const myCard = usePages().find(({ phone }) => phone === 'my-card')
  return (
    <div className="mp-today">
      <PageHead title={text.title} sentence={text.sentence} />
      {tasks.length === 0 ? (
        <Empty
          title={text.emptyTitle}
          sentence={text.emptySay}
          next={myCard !== undefined && <Button onClick={() => go(myCard.path)}>{text.toCard}</Button>}
        />
      ) : (
        <ul className="mp-tasks" aria-label={text.list}>
          {[...tasks].sort(byDue).map((task) => (
            <TaskLine key={task.key} task={task} stageShown />
          ))}
        </ul>
      )}
      <RoadStrip />
    </div>
  )
}
