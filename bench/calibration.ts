import { loadavg } from 'node:os'
import { proposeGrades, readCalibration, scoreAppraisals } from '@milepost/contract/appraise/appraisals'
import { calibrate } from '@milepost/contract/appraise/calibration'
import { setCommittee } from '@milepost/contract/appraise/decision'
import { importRatings } from '@milepost/contract/appraise/ratings'
import { ratingItems } from '../server/appraise/rating/items.ts'
import { newId } from '../server/platform/newId.ts'
import { onBothDatabases, type Where } from './bothDatabases.ts'
import { gatherStatistics, type LargeBureau, openLargeBureau, UNITS } from './largeBureau.ts'
import { type Line, report, timed } from './table.ts'

/** The calibration room of 500 people: opened, ranked anew, one grade changed with its reason and vote. */
const PEOPLE = 500
const COMMITTEE = ['chair', 'leader', 'hr', 'discipline', 'staff-representative', 'staff-representative'] as const
const lines: Line[] = [{ what: 'load of the machine before', unit: '', runs: [loadavg()[0] ?? Number.NaN] }]
await onBothDatabases('calibration', measure)
report('calibration', lines)

async function measure(on: string, where: Where): Promise<void> {
  const bureau = await openLargeBureau(where, PEOPLE)
  const { office, cycleId } = bureau
  await scoreCards(bureau)
  await office(importRatings, { cycleId, step: 'save' }, ratingsFile(bureau))
  await gatherStatistics(bureau)
  const put = (what: string, runs: readonly number[]) => lines.push({ on, what, unit: 'ms', runs })
  put('everybody scored', await timed(1, () => office(scoreAppraisals, { cycleId })))
  put('seats ranked anew', await timed(5, () => office(proposeGrades, { cycleId, grounds: ['normal'], approval: '' })))
  put('the room opens', await timed(20, () => office(readCalibration, { cycleId })))
  const { people } = await office(readCalibration, { cycleId })
  const held = people.filter((one) => one.proposedGrade === 'qualified').slice(0, 20)
  const members = COMMITTEE.map((memberClass, at) => ({ memberClass, personId: bureau.staff[at]?.personId ?? '' }))
  await office(setCommittee, { cycleId, members })
  const present = members.map(({ personId }) => personId)
  let next = 0
  put(
    'one grade changed, with reason and vote',
    await timed(held.length, () =>
      office(calibrate, {
        ...{
          appraisalId: held[next++]?.appraisalId ?? '',
          from: 'qualified',
          grade: 'basic',
          reasonCode: 'evidence',
          reason: '有书面材料证明，经会议研究后调整',
        },
        ...{ present, votesFor: present.length - 2, votesAgainst: 0 },
      }),
    ),
  )
  await bureau.close()
}

/** Official scores of everybody's card, as a run would have left them. */
async function scoreCards({ database, institutionId, cycleId, staff }: LargeBureau): Promise<void> {
  await database.inInstitution(institutionId, async (tx) => {
    const own = { institution_id: institutionId }
    const [scorecard_id, run_id] = [newId(), newId()]
    const named = { name_zh: '卡', name_en: 'Card', state: 'published' }
    await tx
      .insertInto('scorecard')
      .values({ ...own, ...named, scorecard_id, cycle_id: cycleId })
      .execute()
    const run = { cycle_id: cycleId, revision: 1, engine_version: 'bench', input_hash: 'bench', ran_at: new Date(), ran_by: 'x' }
    await tx
      .insertInto('score_run')
      .values({ ...own, ...run, run_id })
      .execute()
    const cards = staff.map(({ personId, unit }, at) => ({ card_id: newId(), person_id: personId, unit_id: unit.unitId, at }))
    await tx
      .insertInto('card')
      .values(cards.map(({ at: _at, ...card }) => ({ ...own, ...card, scorecard_id, holder_kind: 'person', state: 'agreed' })))
      .execute()
    const scored = { input: '{}', result: '{}', coverage_bp: 10_000, status: 'B', provisional: false }
    await tx
      .insertInto('card_score')
      .values(
        cards.map(({ card_id, at }) => ({
          ...own,
          ...scored,
          run_id,
          card_id,
          score: String(70 + (at % 29)),
          official_score: `${70 + (at % 29)}.00`,
        })),
      )
      .execute()
  })
}

function ratingsFile({ services, staff }: LargeBureau): string {
  const items = ratingItems(services.library)
  const rows = staff.map(({ employeeNo }, at) => {
    const head = String(10_000 + ((Number(employeeNo) - 10_000) % UNITS))
    const rater = head === employeeNo ? String(10_000 + ((Number(head) - 9_999) % UNITS)) : head
    const form = head === employeeNo ? 'management' : 'skilled-worker'
    return [
      employeeNo,
      '上级',
      rater,
      at % 3 === 0 ? '优秀' : '合格',
      ...items.map(({ postClasses }) => (postClasses.includes(form) ? String(75 + (at % 20)) : '')),
    ].join(',')
  })
  return [['被评人工号', '评分人类别', '评分人', '对照标准', ...items.map(({ text }) => text.zh)].join(','), ...rows].join('\n')
}
