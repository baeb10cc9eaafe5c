import { ROLES, type Role } from '@milepost/access/actor'
import { readSession } from '@milepost/contract/institution/session'
import { isLoopback } from '../../platform/http/loopback.ts'
import { serve } from '../../platform/http/serve.ts'
import { findCurrentCycle, findInstitutionRow, listDemoAccounts, listInstitutions } from './data.ts'

export const readSessionRoute = serve(readSession, {
  run: async ({ tx, institutionId, actor, today, config }) => {
    const institution = await findInstitutionRow(tx, institutionId)
    const cycle = await findCurrentCycle(tx, institutionId, today)
    const demo = institution.demo && isLoopback(config.host)
    const accounts = demo && actor.accountId === null ? await listDemoAccounts(tx, institutionId) : []
    const known = await listInstitutions(tx)
    return {
      actor: actor.accountId === null ? null : { ...actor, roles: [...actor.roles], headedUnitIds: [...actor.headedUnitIds] },
      institution: {
        institutionId,
        code: institution.code,
        name: { zh: institution.name_zh, en: institution.name_en },
        demo: institution.demo,
      },
      institutions: known.map((row) => ({ code: row.code, name: { zh: row.name_zh, en: row.name_en } })),
      cycle: cycle
        ? { cycleId: cycle.cycle_id, year: cycle.year, name: { zh: cycle.name_zh, en: cycle.name_en }, stage: cycle.stage }
        : null,
      demoAccounts: accounts.map((row) => ({
        username: row.username,
        name: row.display_name,
        roles: row.roles.filter((role): role is Role => ROLES.some((known) => known === role)),
        unit: row.name_zh === null ? null : { zh: row.name_zh, en: row.name_en ?? '' },
      })),
      idleMinutes: config.idleMinutes,
      timeZone: config.timeZone,
    }
  },
})
