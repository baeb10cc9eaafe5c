import type { Actor, Role } from './actor.ts'
import { PERMISSIONS, type Permission, type RecordPermission, type SubjectOf } from './permissions.ts'
import { headNotSelf, notTheRecorder } from './recordRules.ts'
import type { PersonSubject, RecordedSubject } from './subjects.ts'

const RECORD_ROWS: { readonly [P in RecordPermission]: { readonly record: (actor: Actor, subject: SubjectOf<P>) => boolean } } = PERMISSIONS

/** May this actor do this at all? The first gate, before anything is looked up. */
export function mayByRole(actor: Actor, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission].roles
  return actor.roles.some((role) => roles.includes(role))
}

/** Whether a permission asks about the record too: then `mayByRole` alone does not let anybody through. */
export function hasRecordRule(permission: Permission): permission is RecordPermission {
  return 'record' in PERMISSIONS[permission]
}

/** May this actor do this to this record? The second gate. Role and record must both agree. */
export function may<P extends RecordPermission>(actor: Actor, permission: P, subject: SubjectOf<P>): boolean {
  return mayByRole(actor, permission) && RECORD_ROWS[permission].record(actor, subject)
}

/**
 * Why a record is closed to somebody whose role would do: they recorded it themselves, or it is about themselves. Said to nobody else, since
 * it tells that the record is there.
 */
export function ownRecord<P extends RecordPermission>(actor: Actor, permission: P, subject: SubjectOf<P>): 'recorded' | 'about' | null {
  const rule: unknown = PERMISSIONS[permission].record
  const of = subject as Partial<RecordedSubject & PersonSubject>
  if (!mayByRole(actor, permission)) return null
  if (rule === notTheRecorder) return actor.accountId !== null && actor.accountId === of.recordedByAccountId ? 'recorded' : null
  if (rule === headNotSelf) return actor.personId !== null && actor.personId === of.personId ? 'about' : null
  return null
}
