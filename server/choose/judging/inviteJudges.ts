import { mayByRole } from '@milepost/access/may'
import { inviteJudges, listCandidates } from '@milepost/contract/choose/judging'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { listActiveAccounts, listPeople, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { changeChoice } from '../choice/data.ts'
import { openedChoice, storedChoice } from '../choice/openedChoice.ts'
import { insertJudges, judgeAccountIds } from './data.ts'

/** Accounts that may judge at all, by role. */
async function candidatesOf(tx: Tx, institutionId: string) {
  const accounts = await listActiveAccounts(tx, institutionId)
  return accounts.filter(({ roles }) =>
    mayByRole({ accountId: null, personId: null, name: '', roles, unitId: null, headedUnitIds: [] }, 'choice.judge'),
  )
}

/** Name and unit only: enough to tell two people of one name apart. */
export const listCandidatesRoute = serve(listCandidates, {
  run: async ({ tx, institutionId, input, today }) => {
    await storedChoice(tx, institutionId, input.choiceId)
    const invited = new Set(await judgeAccountIds(tx, institutionId, input.choiceId))
    const unitOf = new Map((await listPeople(tx, institutionId, today)).map(({ personId, unitId }) => [personId, unitId]))
    const names = new Map((await listUnits(tx, institutionId)).map(({ unitId, name }) => [unitId, name]))
    return {
      candidates: (await candidatesOf(tx, institutionId))
        .filter(({ accountId }) => !invited.has(accountId))
        .map(({ accountId, displayName, personId }) => ({
          accountId,
          name: displayName,
          unit: names.get(unitOf.get(personId ?? '') ?? '') ?? null,
        })),
    }
  },
})

/** From the first invitation on it is the judges whose judgements count; the office may say otherwise. */
export const inviteJudgesRoute = serve(inviteJudges, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const choice = await openedChoice(tx, institutionId, { choiceId: input.choiceId })
    const before = await judgeAccountIds(tx, institutionId, input.choiceId)
    const candidates = new Map((await candidatesOf(tx, institutionId)).map((one) => [one.accountId, one]))
    const wrong = input.accountIds.flatMap((accountId, at): InvalidField[] =>
      candidates.has(accountId)
        ? []
        : [
            {
              pointer: `/accountIds/${at}`,
              zh: '该账号已停用，或不是本单位工作人员账号，不能评判。请另选。',
              en: 'This account is disabled or not one of a member of staff and cannot judge. Choose another.',
            },
          ],
    )
    if (wrong.length > 0) throw new Refusal('input-invalid', { count: wrong.length }, wrong)
    const fresh = [...new Set(input.accountIds)].filter((accountId) => !before.includes(accountId))
    if (fresh.length > 0)
      await insertJudges(
        tx,
        institutionId,
        fresh.map((accountId) => ({ accountId, name: candidates.get(accountId)?.displayName ?? '' })),
        { choiceId: input.choiceId, at: now, by: actor.name, after: before.length },
      )
    const basis = before.length === 0 ? { basis: { ...choice.basis, weights: 'judges' } } : {}
    const revision = await changeChoice(tx, institutionId, choice, basis)
    audit({ kind: 'choice', id: input.choiceId, detail: { invited: fresh.map((id) => candidates.get(id)?.displayName ?? id) } })
    return { revision, invited: fresh.length }
  },
})
