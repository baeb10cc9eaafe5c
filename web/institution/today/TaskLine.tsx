import { RightOutlined } from '@ant-design/icons'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { readMyTasks } from '@milepost/contract/institution/tasks'
import { STAGES } from '@milepost/terms/cycle'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { today } from '../../platform/today.ts'
import { dueOf } from './due.ts'
import { en, zh } from './text.ts'

export type Task = OutputOf<typeof readMyTasks>['tasks'][number]

/** One line: what, until when; it leads to where it can be done. */
export function TaskLine({ task, stageShown }: { readonly task: Task; readonly stageShown: boolean }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <li>
      <PageLink href={task.href} className="mp-task">
        {stageShown && <span className="mp-task-stage">{task.stage === 'institution' ? text.institution : pick(STAGES[task.stage])}</span>}
        <span className="mp-task-text">{pick(task.text)}</span>
        <DueText dueOn={task.dueOn} />
        <RightOutlined aria-hidden />
      </PageLink>
    </li>
  )
}

function DueText({ dueOn }: { readonly dueOn: string | null }) {
  const text = useText({ zh, en })
  const due = dueOf(dueOn, today())
  if (due.kind === 'none') return null
  const said =
    due.kind === 'late'
      ? text.late(due.days)
      : due.kind === 'today'
        ? text.today
        : due.kind === 'tomorrow'
          ? text.tomorrow
          : due.kind === 'soon'
            ? text.left(due.days)
            : text.due(due.day)
  return (
    <span className="mp-task-due" data-kind={due.kind} title={dueOn ?? undefined}>
      {said}
    </span>
  )
}
