import { draftCascade } from '@milepost/contract/design/cascade'
import { createAccountsForPeople } from '@milepost/contract/institution/accounts'
import { importAbsences, importPeople } from '@milepost/contract/institution/people'
import { CAST } from '../cast.ts'
import type { Scene } from '../scene.ts'
import { holderOf, JOINERS, RETIRING } from '../staff.ts'
import { tableOf } from '../tables.ts'
import { peopleTable } from './foundBureau.ts'

/** The half-year that decides about a grade is crossed by one sick leave and one maternity leave, and not by a study leave. */
export async function recordAbsences(scene: Scene): Promise<void> {
  const rows = [
    { employeeNo: holderOf('YHG', 7).employeeNo, kind: 'sick', startsOn: '2025-02-10', endsOn: '2025-09-30' },
    { employeeNo: holderOf('KJ', 2).employeeNo, kind: 'maternity', startsOn: '2025-03-03', endsOn: '2025-09-12' },
    { employeeNo: holderOf('JSY', 11).employeeNo, kind: 'study', startsOn: '2025-09-01', endsOn: '2025-12-19' },
    { employeeNo: holderOf('WM', 2).employeeNo, kind: 'personal', startsOn: '2025-06-03', endsOn: '2025-06-20' },
  ]
  await scene.bring(CAST.office, importAbsences, { step: 'save' }, tableOf('absences.csv', rows))
}

/** New people get an account and a plan; one worker retires. */
export async function welcomeJoiners(scene: Scene, scorecardId: string): Promise<void> {
  await scene.bring(CAST.office, importPeople, { step: 'save' }, peopleTable(JOINERS))
  const [leaver] = peopleTable([RETIRING]).rows
  const columns = [...peopleTable([RETIRING]).columns, 'leftOn']
  const table = { name: 'leaving.csv', columns, rows: [{ row: 2, cells: [...(leaver?.cells ?? []), '2025-10-31'] }] }
  await scene.bring(CAST.office, importPeople, { step: 'save' }, table)
  await scene.act(CAST.system, createAccountsForPeople, {})
  await scene.act(CAST.office, draftCascade, { scorecardId })
  scene.say({
    zh: `人员变动：${JOINERS.length} 人入职、1 人退休，四类请假登记`,
    en: `People: ${JOINERS.length} join, one retires, four absences on record`,
  })
}
