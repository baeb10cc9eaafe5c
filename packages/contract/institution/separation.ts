import type { Role } from '@milepost/access/actor'

/**
 * Separation of administrators (GB/T 22239, three kinds of administrator): whoever runs the system, whoever grants rights,
 * whoever audits, and whoever runs the appraisal are four different accounts.
 */
const NEVER_TOGETHER: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin', 'performance-office']

/** The roles of this set that may not be held by one account; empty when the set is in order. */
export function conflictingRoles(roles: readonly Role[]): Role[] {
  const held = NEVER_TOGETHER.filter((role) => roles.includes(role))
  return held.length > 1 ? held : []
}
