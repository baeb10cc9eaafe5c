import { randomBytes } from 'node:crypto'
import type { Role } from '@milepost/access/actor'
import { THE_PUBLIC } from '@milepost/access/actor'
import { createAccount, createAccountsForPeople, grantUnitHeads, readAccounts, setRoles } from '@milepost/contract/institution/accounts'
import { importPeople } from '@milepost/contract/institution/people'
import { importPosts } from '@milepost/contract/institution/posts'
import { useLink } from '@milepost/contract/institution/session'
import { importUnits } from '@milepost/contract/institution/units'
import { initialiseInstitution } from '../../institution/initialise.ts'
import { callerOf } from '../../platform/http/callerOf.ts'
import type { Services } from '../../platform/http/services.ts'
import { ROUTES } from '../../routes.ts'
import { CAST, OPERATORS } from '../cast.ts'
import { POSTS } from '../content/posts.ts'
import { BUREAU, UNITS } from '../content/units.ts'
import { DemoClock } from '../demoClock.ts'
import { type Say, Scene } from '../scene.ts'
import { leaders, STAFF, type StaffMember } from '../staff.ts'
import { tableOf } from '../tables.ts'

/** The institution, its administrators kept apart, units, posts and people, and what each of them may do. */
export async function foundBureau(services: Services, say: Say): Promise<Scene> {
  const clock = new DemoClock('2025-01-02')
  const { institutionId, firstAdministratorLink } = await initialiseInstitution(services.database, services.library, {
    code: BUREAU.code,
    name: BUREAU.name,
    demo: true,
    now: clock.now(),
  })
  const scene = new Scene(services, institutionId, clock, say)
  const visitor = callerOf(scene.services, ROUTES, { institutionId, actor: THE_PUBLIC })
  await visitor(useLink, {
    token: firstAdministratorLink,
    username: OPERATORS.system.username,
    displayName: OPERATORS.system.name,
    password: nobodysPassword(),
  })
  await scene.act(CAST.system, createAccount, {
    username: OPERATORS.security.username,
    displayName: OPERATORS.security.name,
    firstSecurityAdministrator: true,
  })
  for (const operator of [OPERATORS.audit, OPERATORS.authority])
    await scene.act(CAST.system, createAccount, { username: operator.username, displayName: operator.name })

  await scene.bring(CAST.system, importUnits, { step: 'save' }, unitTable())
  await scene.bring(CAST.system, importPosts, { step: 'save' }, postTable())
  await scene.bring(CAST.system, importPeople, { step: 'save' }, peopleTable(STAFF))
  await scene.act(CAST.system, createAccountsForPeople, {})
  await grantRoles(scene)
  say({
    zh: `建立单位：${UNITS.length} 个部门、${POSTS.length} 个岗位、${STAFF.length} 人`,
    en: `The bureau: ${UNITS.length} units, ${POSTS.length} posts, ${STAFF.length} people`,
  })
  return scene
}

/** The first administrator sets a password by the one-time link, as the program asks; this one is told to nobody. */
const nobodysPassword = () => randomBytes(24).toString('base64url')

const unitTable = () =>
  tableOf(
    'units.csv',
    UNITS.map((unit, at) => ({
      code: unit.code,
      nameZh: unit.zh,
      nameEn: unit.en,
      kind: unit.kind,
      parentCode: unit.parent,
      orderNo: String((at + 1) * 10),
    })),
  )

const postTable = () =>
  tableOf(
    'posts.csv',
    POSTS.map((post) => ({
      code: post.code,
      titleZh: post.zh,
      titleEn: post.en,
      postClass: post.postClass,
      coefficient: post.coefficient,
      cardTemplate: post.template,
    })),
  )

export const peopleTable = (people: readonly StaffMember[]) =>
  tableOf(
    'people.csv',
    people.map((person) => ({
      employeeNo: person.employeeNo,
      name: person.name,
      nameEn: person.nameEn,
      unitCode: person.unitCode,
      postCode: person.postCode,
      isHead: person.isHead ? 'yes' : 'no',
      joinedOn: person.joinedOn,
      firstJob: person.firstJob ? 'yes' : 'no',
    })),
  )

async function grantRoles(scene: Scene): Promise<void> {
  const { accounts } = await scene.act(CAST.security, readAccounts, {})
  const idOf = (username: string) => accounts.find((account) => account.username === username)?.accountId ?? ''
  const grants: readonly (readonly [string, readonly Exclude<Role, 'public'>[]])[] = [
    [CAST.audit, ['audit-admin']],
    [CAST.authority, ['authority']],
    [CAST.office, ['performance-office', 'employee']],
    [CAST.secondOfficer, ['performance-office', 'employee']],
    [CAST.discipline, ['discipline', 'employee']],
    [CAST.disciplineHead, ['discipline', 'employee']],
    ...leaders.map(({ employeeNo }) => [employeeNo, ['leader']] as const),
  ]
  for (const [username, roles] of grants) await scene.act(CAST.security, setRoles, { accountId: idOf(username), roles: [...roles] })
  await scene.act(CAST.security, grantUnitHeads, {})
  scene.forgetActors()
}
