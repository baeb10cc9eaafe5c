import { ROLES, type Role } from '@milepost/access/actor'
import { PERMISSIONS } from '@milepost/access/permissions'
import { GENERATED, type Paper, table } from './paper.ts'

/** Who may do what: ● by role; ○ by role and only where the record's rule agrees. */
export function printPermissions(): Paper {
  const rows = Object.entries(PERMISSIONS).map(([name, row]) => {
    const roles: readonly Role[] = row.roles
    const rule = 'record' in row ? row.record.name : ''
    return [`\`${name}\``, ...ROLES.map((role) => (roles.includes(role) ? (rule ? '○' : '●') : '')), rule ? `\`${rule}\`` : '']
  })
  const text = `${GENERATED}# Permissions · 权限表\n\n● by role · 按角色　○ by role and record · 按角色且按记录\n\n${table(['', ...ROLES, 'record rule'], rows)}`
  return { file: 'permissions.md', text }
}
