import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import { listReports, readAuthorityView } from '@milepost/contract/open/audiences'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { listPublicationRows } from '../publication/data.ts'
import { findPublication, insideOf, isRead, lineOf, snapshotOf, standingOf } from '../publication/rows.ts'
import { blocksOf } from './blocks.ts'

/** Whoever may preview reads drafts too, as the authority will; the authority reads what is published and not over. */
export async function reportOf(tx: Tx, institutionId: string, asked: { publicationId: string; actor: Actor; today: string }) {
  const row = await findPublication(tx, institutionId, asked.publicationId)
  if (!mayByRole(asked.actor, 'publication.preview') && !isRead(row, asked.today)) throw new Refusal('not-found')
  return { row, snapshot: snapshotOf(row), inside: insideOf(row) }
}

/** Every revision that is read, of the years whose newest one is: what was withdrawn does not bring back what it had replaced. */
export const listReportsRoute = serve(listReports, {
  run: async ({ tx, institutionId, today }) => ({
    publications: (await listPublicationRows(tx, institutionId))
      .filter((row, _, all) => isRead(row, today) && standingOf(all, row.year, today) !== undefined)
      .map((row) => lineOf(row, today)),
  }),
})

export const readAuthorityViewRoute = serve(readAuthorityView, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    const { row, snapshot, inside } = await reportOf(tx, institutionId, { publicationId: input.publicationId, actor, today })
    const checked = inside.redLines.filter(({ check }) => check !== null)
    return {
      publication: lineOf(row, today),
      institution: snapshot.institution,
      score: snapshot.score.official,
      blocks: blocksOf(snapshot).map(({ block, measures }) => ({
        block,
        measures: measures.map(({ code, name, unit, actual, target, score, reached, miss }) => ({
          code,
          name,
          unit,
          actual,
          target,
          score,
          reached,
          miss,
        })),
      })),
      units: inside.units,
      grades: inside.grades,
      redLines: {
        all: inside.redLines.length,
        checked: checked.length,
        worked: checked.filter(({ check }) => check === 'worked').length,
      },
    }
  },
})
