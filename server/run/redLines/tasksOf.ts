import { may, mayByRole } from '@milepost/access/may'
import { line, type Scene, type Task } from '../taskLine.ts'
import { listNotes } from './data.ts'
import { readReds } from './reds.ts'

/** Heads: red lines of the own units without a note. Owners: actions whose day comes. Office and leaders: actions to look at. */
export async function tasksOfRedLines({ tx, institutionId, actor, cycle, today }: Scene): Promise<Task[]> {
  const isHead = actor.headedUnitIds.length > 0 && mayByRole(actor, 'red-line.write')
  const checks = mayByRole(actor, 'red-line.check')
  const notes = isHead || checks || actor.personId !== null ? await listNotes(tx, institutionId, { cycleId: cycle.cycleId }) : []
  const href = `/run/red-lines?year=${cycle.year}`
  const tasks: Task[] = []
  if (isHead && today <= cycle.endsOn) {
    const reds = await readReds(tx, institutionId, { cycle, today, unitIds: actor.headedUnitIds })
    const unsaid = reds.filter(
      ({ card, line: measure }) => !notes.some((note) => note.cardId === card.cardId && note.measureId === measure.measureId),
    ).length
    const text = {
      zh: `本部门 ${unsaid} 项红灯待说明`,
      en: unsaid === 1 ? '1 red line of your unit needs its note' : `${unsaid} red lines of your units need their notes`,
    }
    if (unsaid > 0) tasks.push(line(`red-lines.${cycle.cycleId}`, text, href))
  }
  const own = notes.filter((note) => note.check === null && note.ownerPersonId === actor.personId && actor.personId !== null)
  for (const note of own)
    tasks.push(line(`red-line.${note.noteId}`, { zh: `整改措施：${note.action}`, en: `Your action: ${note.action}` }, href, note.dueOn))
  const toCheck = checks
    ? notes.filter(
        (note) =>
          note.check === null && note.dueOn < today && may(actor, 'red-line.check', { recordedByAccountId: note.writtenByAccountId }),
      )
    : []
  if (toCheck.length > 0) {
    const text = {
      zh: `${toCheck.length} 项整改措施待复查`,
      en: toCheck.length === 1 ? '1 action to check: did it work?' : `${toCheck.length} actions to check: did they work?`,
    }
    tasks.push(line(`red-line-checks.${cycle.cycleId}`, text, href))
  }
  return tasks
}
