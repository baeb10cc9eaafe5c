import type { Actor } from '@milepost/access/actor'
import { downloadMyData, readMyData } from '@milepost/contract/open/myData'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { gatherMyData } from './gatherMyData.ts'

export const readMyDataRoute = serve(readMyData, {
  run: ({ tx, institutionId, actor, today, config, library }) =>
    gatherMyData(tx, institutionId, { actor: withAccount(actor), today, timeZone: config.timeZone, library }),
})

/** The same as a file that another program can read. */
export const downloadMyDataRoute = serve(downloadMyData, {
  run: async ({ tx, institutionId, actor, today, config, library, audit }) => {
    const own = withAccount(actor)
    const data = await gatherMyData(tx, institutionId, { actor: own, today, timeZone: config.timeZone, library })
    audit({ kind: 'account', id: own.accountId })
    return {
      fileName: `my-data-${today}.json`,
      mediaType: 'application/json',
      bytes: new TextEncoder().encode(`${JSON.stringify(data, null, 1)}\n`),
    }
  },
})

function withAccount(actor: Actor): Actor & { accountId: string } {
  if (actor.accountId === null) throw new Refusal('not-signed-in')
  return { ...actor, accountId: actor.accountId }
}
