import { type Condition, type Conditions, type Cycle, listPeopleDuring, met, open, unstated } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { listCheckIns } from './checkIns/data.ts'
import { listPeriods, type Period } from './periods/data.ts'
import { listRuns } from './scoring/data.ts'
import { countChecks } from './values/checkData.ts'

/** What the run knows of the guards of the cycle: how often heads and people talked, and whether the values are complete and fixed. */
export async function conditionsOf(tx: Tx, institutionId: string, cycle: Cycle, today: string): Promise<Conditions> {
  const talks = await listCheckIns(tx, institutionId, { cycleId: cycle.cycleId })
  const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
  const talkedTo = new Set(talks.map((talk) => talk.personId)).size
  const periods = await listPeriods(tx, institutionId, { cycleId: cycle.cycleId })
  const openOnes = periods.filter((period) => period.state === 'open').map((period) => period.code)
  const checks = await countChecks(tx, institutionId, cycle.cycleId)
  const left = checks.unchecked + checks.returned
  const fixed = (await listRuns(tx, institutionId, cycle.cycleId)).length > 0
  const year = `?year=${cycle.year}`
  return {
    'check-in-report-made': unstated(
      `${people.length} 人中 ${talkedTo} 人有过程辅导记录，共 ${talks.length} 次；核对后确认。`,
      `${talkedTo} of ${people.length} people have a check-in on record, ${talks.length} in all; look at it and confirm.`,
      `/run/links${year}`,
    ),
    'periods-closed-or-passed-over': noneLeftOpen(periods, { today, year }),
    'values-verified':
      periods.length === 0
        ? open('尚未建立填报期间。', 'No periods have been created.', `/run/periods${year}`)
        : openOnes.length > 0
          ? open(`期间 ${openOnes.join('、')} 尚未关闭。`, `The periods ${openOnes.join(', ')} are still open.`, `/run/periods${year}`)
          : left > 0
            ? open(
                `还有 ${left} 个数据未经他人核验。`,
                `${left} values have not been verified by anybody but their recorder.`,
                `/run/values${year}&check=none&period=all`,
              )
            : fixed
              ? met('各期间已关闭，正式得分已固定。', 'Every period is closed and the official scores are fixed.', `/run/official${year}`)
              : open('尚未正式计分。', 'The official scores have not been run.', `/run/official${year}`),
  }
}

/** A period still open when the appraisal begins, over or not, is not passed over by the one who goes on: it is closed, or a leader excepts it. */
function noneLeftOpen(periods: readonly Period[], { today, year }: { readonly today: string; readonly year: string }): Condition {
  const left = periods.filter((period) => period.state === 'open')
  if (left.length === 0) return met('填报期间都已关闭。', 'Every period is closed.', `/run/periods${year}`)
  const overdue = left.filter((period) => period.endsOn < today)
  const running = left.filter((period) => period.endsOn >= today)
  const codes = (some: readonly Period[]) => some.map((period) => period.code)
  const zh = [
    ...(overdue.length > 0 ? [`期间 ${codes(overdue).join('、')} 已结束而尚未关闭`] : []),
    ...(running.length > 0 ? [`期间 ${codes(running).join('、')} 尚未结束，不能关闭`] : []),
  ].join('；')
  const en = [
    ...(overdue.length > 0 ? [`the periods ${codes(overdue).join(', ')} are over and still open`] : []),
    ...(running.length > 0 ? [`the periods ${codes(running).join(', ')} are not over and cannot be closed yet`] : []),
  ].join('; ')
  const reopened = overdue.flatMap(({ reopenedAt }) => reopenedAt ?? []).sort((a, b) => a.getTime() - b.getTime())
  return {
    ...open(
      `${zh}：先关闭（缺报的写明理由免报），或由领导写明理由确认，再由另一人进入考核。`,
      `${en.charAt(0).toUpperCase()}${en.slice(1)}: close them (what is missing is waived with a reason), or a leader confirms with a reason and another person goes on to the appraisal.`,
      `/run/periods${year}`,
    ),
    since: {
      day:
        overdue
          .map(({ endsOn }) => endsOn)
          .sort()
          .at(-1) ?? '',
      instant: reopened.at(-1) ?? null,
    },
  }
}
