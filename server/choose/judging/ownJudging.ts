import type { Actor } from '@milepost/access/actor'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { openedChoice } from '../choice/openedChoice.ts'
import { judgeAccountIds, listJudges } from './data.ts'

/** What the record rule looks at. */
export const judgedSubject = async ({ tx, institutionId, input }: { tx: Tx; institutionId: string; input: { choiceId: string } }) => ({
  judgeAccountIds: await judgeAccountIds(tx, institutionId, input.choiceId),
})

type Asked = { readonly actor: Actor; readonly choiceId: string; readonly revision: number }

/** One's own row in an open comparison, both locked; refused when it was changed on another device meanwhile. */
export async function ownJudging(tx: Tx, institutionId: string, { actor, choiceId, revision }: Asked) {
  const choice = await openedChoice(tx, institutionId, { choiceId })
  const judge = (await listJudges(tx, institutionId, choiceId)).find(({ accountId }) => accountId === actor.accountId)
  if (!judge) throw new Refusal('not-found')
  if (judge.revision !== revision) throw new Refusal('changed-meanwhile')
  return { choice, judge }
}
