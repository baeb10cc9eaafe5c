import { ROLES } from '@milepost/access/actor'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id, username } from '../fields.ts'

const role = z.enum(ROLES)
/** Nobody signs in as the public. */
const grantable = role.exclude(['public'])

export const accountRow = z.object({
  accountId: id,
  username: z.string(),
  displayName: z.string(),
  person: z.object({ personId: id, employeeNo: z.string(), unit: bilingual.nullable(), hasLeft: z.boolean() }).nullable(),
  roles: z.array(role),
  state: z.enum(['active', 'disabled']),
  lockedUntil: z.iso.datetime().nullable(),
  hasPassword: z.boolean(),
  /** A one-time link that is neither used nor expired. */
  linkUntil: z.iso.datetime().nullable(),
})
export type AccountRow = z.infer<typeof accountRow>

export const readAccounts = endpoint({
  name: 'institution.readAccounts',
  method: 'GET',
  path: '/api/accounts',
  permission: 'account.read',
  summary: { zh: '账号一览', en: 'The accounts' },
  input: empty,
  output: z.object({
    accounts: z.array(accountRow),
    /** People in service who have no account. */
    peopleWithout: z.number(),
    /** Heads of a unit whose account does not say so. */
    headsWithoutRole: z.number(),
    /** Roles that somebody must hold and nobody does. */
    vacantRoles: z.array(role),
  }),
  audit: null,
})

export const createAccount = endpoint({
  name: 'institution.createAccount',
  method: 'POST',
  path: '/api/accounts',
  permission: 'account.create',
  summary: { zh: '新建账号', en: 'Create an account' },
  input: z.object({
    username,
    displayName: z.string().trim().min(1).max(80),
    /** Only while nobody holds it: afterwards roles are granted by the security administrator alone. */
    firstSecurityAdministrator: z.boolean().optional(),
  }),
  output: z.object({ accountId: id }),
  audit: 'account-created',
})

export const createAccountsForPeople = endpoint({
  name: 'institution.createAccountsForPeople',
  method: 'POST',
  path: '/api/accounts/for-people',
  permission: 'account.create',
  summary: { zh: '为没有账号的在职人员建立账号', en: 'Create accounts for everybody in service who has none' },
  input: empty,
  output: z.object({
    created: z.number(),
    /** Employee numbers that another account already uses as its user name: these people got none. */
    usernamesTaken: z.array(z.string()),
  }),
  audit: 'accounts-created',
})

export const oneTimeLink = z.object({
  accountId: id,
  username: z.string(),
  displayName: z.string(),
  unit: bilingual.nullable(),
  /** Address below the root, with the token; shown once, only its hash is kept. */
  path: z.string(),
  expiresAt: z.iso.datetime(),
})
export type OneTimeLink = z.infer<typeof oneTimeLink>

export const issueLinks = endpoint({
  name: 'institution.issueLinks',
  method: 'POST',
  path: '/api/accounts/links',
  permission: 'account.create',
  summary: { zh: '签发一次性设置密码链接', en: 'Issue one-time links for setting a password' },
  input: z.object({ accountIds: z.array(id).min(1).max(2000) }),
  output: z.object({ links: z.array(oneTimeLink) }),
  audit: 'links-issued',
  shownOnce: true,
})

export const setAccountState = endpoint({
  name: 'institution.setAccountState',
  method: 'PUT',
  path: '/api/accounts/:accountId/state',
  permission: 'account.create',
  summary: { zh: '停用或启用账号', en: 'Disable or enable an account' },
  input: z.object({ accountId: id, state: z.enum(['active', 'disabled']) }),
  output: done,
  audit: 'account-state-set',
})

export const unlockAccount = endpoint({
  name: 'institution.unlockAccount',
  method: 'POST',
  path: '/api/accounts/:accountId/unlock',
  permission: 'account.create',
  summary: { zh: '解除锁定', en: 'Unlock an account' },
  input: z.object({ accountId: id }),
  output: done,
  audit: 'account-unlocked',
})

export const setRoles = endpoint({
  name: 'institution.setRoles',
  method: 'PUT',
  path: '/api/accounts/:accountId/roles',
  permission: 'account.grant',
  summary: { zh: '授予角色', en: 'Set the roles of an account' },
  input: z.object({ accountId: id, roles: z.array(grantable).max(9) }),
  output: done,
  audit: 'roles-set',
})

export const grantUnitHeads = endpoint({
  name: 'institution.grantUnitHeads',
  method: 'POST',
  path: '/api/accounts/unit-heads',
  permission: 'account.grant',
  summary: { zh: '为部门负责人授予“部门负责人”角色', en: 'Grant the unit-head role to everybody who heads a unit' },
  input: empty,
  output: z.object({ granted: z.number() }),
  audit: 'unit-heads-granted',
})
