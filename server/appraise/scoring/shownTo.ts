import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { isDecided } from '../data.ts'
import type { AppraisalLine } from '../enrolment/appraisalLines.ts'

/**
 * What a reader may know of somebody's appraisal. A proposal is work of the office and the committee; others learn what was decided. A head
 * learns that a grade waits, or how far it may go, not what somebody is accused of or was sanctioned for.
 */
export function shownTo(actor: Actor, line: AppraisalLine): AppraisalLine {
  if (mayByRole(actor, 'appraisal.list')) return line
  const told = actor.personId === line.personId ? line : withoutCase(line)
  return isDecided(line.state) ? told : { ...told, proposedGrade: null, standing: null }
}

function withoutCase(line: AppraisalLine): AppraisalLine {
  if (line.participation.row !== 'under-investigation' && line.participation.row !== 'sanctioned') return line
  const reasons = [{ zh: '按规定处理，具体情况由纪检部门掌握', en: 'Handled by rule; the discipline office knows the details' }]
  return { ...line, participation: { ...line.participation, row: 'by-rule', reasons, citations: [] }, ceiling: null }
}
