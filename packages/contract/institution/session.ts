import { ROLES } from '@milepost/access/actor'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, done, empty, id, username } from '../fields.ts'

export const actor = z.object({
  accountId: id.nullable(),
  personId: id.nullable(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  unitId: id.nullable(),
  headedUnitIds: z.array(id),
})

export const sessionView = z.object({
  /** null: nobody is signed in. */
  actor: actor.nullable(),
  institution: z.object({ institutionId: id, code: z.string(), name: bilingual, demo: z.boolean() }).nullable(),
  /** Institutions of this installation: more than one means the sign-in page asks which. */
  institutions: z.array(z.object({ code: z.string(), name: bilingual })),
  cycle: z.object({ cycleId: id, year: z.number(), name: bilingual, stage: z.string() }).nullable(),
  /** One-click sign-in: demo installations on loopback only. */
  demoAccounts: z.array(z.object({ username: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)), unit: bilingual.nullable() })),
  /** Minutes without a request after which the session ends. */
  idleMinutes: z.number(),
  /** The zone in which the institution's days begin and its clocks are read. */
  timeZone: z.string(),
})

export const readSession = endpoint({
  name: 'institution.readSession',
  method: 'GET',
  path: '/api/session',
  permission: 'session.open',
  summary: { zh: '当前登录状态', en: 'Who is signed in' },
  input: empty,
  output: sessionView,
  audit: null,
})

export const signIn = endpoint({
  name: 'institution.signIn',
  method: 'POST',
  path: '/api/session',
  permission: 'session.open',
  summary: { zh: '登录', en: 'Sign in' },
  input: z.object({ institution: z.string().optional(), username: z.string().trim().min(1).max(80), password: z.string().min(1).max(200) }),
  output: done,
  audit: 'signed-in',
})

export const signInToDemo = endpoint({
  name: 'institution.signInToDemo',
  method: 'POST',
  path: '/api/session/demo',
  permission: 'session.open',
  summary: { zh: '演示一键登录（仅限本机）', en: 'One-click demo sign-in (this machine only)' },
  input: z.object({ username: z.string().min(1).max(80) }),
  output: done,
  audit: 'signed-in-to-demo',
})

export const signOut = endpoint({
  name: 'institution.signOut',
  method: 'DELETE',
  path: '/api/session',
  permission: 'session.own',
  summary: { zh: '退出登录', en: 'Sign out' },
  input: empty,
  output: done,
  audit: 'signed-out',
})

export const openLink = endpoint({
  name: 'institution.openLink',
  method: 'GET',
  path: '/api/links/:token',
  permission: 'session.open',
  summary: { zh: '查看一次性链接', en: 'Look at a one-time link' },
  input: z.object({ token: z.string().min(20).max(200) }),
  output: z.object({ purpose: z.enum(['first-administrator', 'set-password']), username: z.string().nullable(), institution: bilingual }),
  audit: null,
})

export const useLink = endpoint({
  name: 'institution.useLink',
  method: 'POST',
  path: '/api/links/:token',
  permission: 'session.open',
  summary: { zh: '用一次性链接设置密码', en: 'Set a password with a one-time link' },
  input: z.object({
    token: z.string().min(20).max(200),
    username: username.optional(),
    displayName: z.string().trim().min(1).max(80).optional(),
    password: z.string().min(1).max(200),
  }),
  output: done,
  audit: 'password-set',
})

export const changePassword = endpoint({
  name: 'institution.changePassword',
  method: 'PUT',
  path: '/api/session/password',
  permission: 'session.own',
  summary: { zh: '修改本人密码', en: 'Change my password' },
  input: z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) }),
  output: done,
  audit: 'password-changed',
})
