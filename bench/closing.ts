import { loadavg } from 'node:os'
import { draftCascade } from '@milepost/contract/design/cascade'
import { createScorecard } from '@milepost/contract/design/scorecard'
import { closePeriod, createPeriods, readClosing, readPeriods, reopenPeriod } from '@milepost/contract/run/periods'
import { newId } from '../server/platform/newId.ts'
import { holderColumns } from '../server/run/values/data.ts'
import { onBothDatabases, type Where } from './bothDatabases.ts'
import { gatherStatistics, type LargeBureau, openLargeBureau, UNITS } from './largeBureau.ts'
import { processorSeconds } from './processorTime.ts'
import { type Line, report, timed } from './table.ts'

/** A quarter of 60 units and 2,000 people is closed: all its places looked through, what is missing waived with a reason, everything hashed. */
const PEOPLE = 2000
/** One place in so many has no value when the period is closed. */
const MISSING = 50
const lines: Line[] = []
await onBothDatabases('closing', measure)
report('closing', lines)

async function measure(on: string, where: Where): Promise<void> {
  const say = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${on}: ${text}`)
  const put = (what: string, runs: readonly number[], unit = 'ms') => lines.push({ on, what, unit, runs })
  const bureau = await openLargeBureau(where, PEOPLE, 'not-appraised')
  const { office, cycleId } = bureau
  say(`${PEOPLE} people of ${UNITS} units are there`)
  await broughtTo(bureau, 'design')
  const { scorecardId } = await office(createScorecard, { cycleId, from: 'template' })
  await office(draftCascade, { scorecardId })
  await bureau.database.inInstitution(bureau.institutionId, (tx) =>
    tx.updateTable('scorecard').set({ state: 'published' }).where('scorecard_id', '=', scorecardId).execute(),
  )
  await broughtTo(bureau, 'run')
  await office(createPeriods, { cycleId, kinds: ['quarter', 'half', 'year'], dueAfterDays: 5 })
  const periodId = (await office(readPeriods, { cycleId })).periods.find(({ code }) => code === '2025Q4')?.periodId ?? ''
  const { gaps } = await office(readClosing, { periodId })
  say(`${gaps.length} places want a value`)
  await fill(bureau, gaps)
  await gatherStatistics(bureau)
  put('places of the period that want a value', [gaps.length], '')
  put('what is still missing is looked up', await timed(3, () => office(readClosing, { periodId })))
  const [load, before] = [loadavg()[0] ?? Number.NaN, processorSeconds()]
  const runs: number[] = []
  for (let at = 0; at < 3; at++) {
    runs.push(...(await timed(1, () => office(closePeriod, { periodId, waivers: [], waiveRest: '催报两次未报，按缺失处理' }))))
    say(`closed in ${runs.at(-1)?.toFixed(0)} ms`)
    if (at < 2) await office(reopenPeriod, { periodId, reason: '再量一次' })
  }
  const after = processorSeconds()
  put('the period is closed', runs)
  put('load of the machine before / after', [load, loadavg()[0] ?? Number.NaN], '')
  put('processor a closing with its reopening, server', [((after.server - before.server) * 1000) / 3])
  put('processor a closing with its reopening, PostgreSQL', [((after.postgres - before.postgres) * 1000) / 3])
  await bureau.close()
}

function broughtTo({ database, institutionId, cycleId }: LargeBureau, stage: string): Promise<unknown> {
  return database.inInstitution(institutionId, (tx) => tx.updateTable('cycle').set({ stage }).where('cycle_id', '=', cycleId).execute())
}

type Gap = {
  readonly measureId: string
  readonly holder: Parameters<typeof holderColumns>[0]
  readonly period: { readonly periodId: string }
}

/** A value for all but one in fifty. */
async function fill({ database, institutionId }: LargeBureau, gaps: readonly Gap[]): Promise<void> {
  const rows = gaps.flatMap(({ measureId, holder, period }, at) =>
    at % MISSING === 0
      ? []
      : [
          {
            ...{ institution_id: institutionId, value_id: newId(), measure_id: measureId, period_id: period.periodId },
            ...holderColumns(holder),
            ...{ revision: 1, state: 'reported', actual: String(80 + (at % 19)), note: '', source: 'bench' },
            ...{ recorded_at: new Date('2026-01-05T01:00:00Z'), recorded_by: '绩效办' },
          },
        ],
  )
  await database.inInstitution(institutionId, async (tx) => {
    for (let at = 0; at < rows.length; at += 500)
      await tx
        .insertInto('measure_value')
        .values(rows.slice(at, at + 500))
        .execute()
  })
}
