import type { BasisPerson, PayBasis } from '@milepost/contract/reward/basis'
import { finalGrades } from '../../appraise/published.ts'
import {
  type Absence,
  type Cycle,
  listAbsences,
  listPeopleDuring,
  listPosts,
  listUnits,
  readHeads,
  workingDaysOf,
} from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { latestOfficialRun, officialCardScores } from '../../run/published.ts'
import { pastYears } from '../outcome/consequences.ts'
import { payUnitOf, unitScoresOf } from './payUnits.ts'
import { presenceOf, workingDaysIn } from './presence.ts'

/** What a pool of the cycle is shared out by: grades, scores, posts and days, as the earlier rooms have them now. */
export async function readBasis(tx: Tx, institutionId: string, cycle: Cycle): Promise<PayBasis> {
  const days = { from: cycle.startsOn, to: cycle.endsOn }
  const appraised = await finalGrades(tx, institutionId, cycle.cycleId)
  const units = await listUnits(tx, institutionId)
  const posts = new Map((await listPosts(tx, institutionId)).map((post) => [post.postId, post]))
  const employed = new Map((await listPeopleDuring(tx, institutionId, days)).map((person) => [person.personId, person]))
  const absences = byPerson(await listAbsences(tx, institutionId, days))
  const working = workingDaysIn(days, await workingDaysOf(tx, institutionId))
  const run = await latestOfficialRun(tx, institutionId, cycle.cycleId)
  const { scores, provisional } = unitScoresOf(units, run ? await officialCardScores(tx, institutionId, run.runId) : [])
  const past = await pastYears(tx, institutionId, cycle)
  const heads = await readHeads(tx, institutionId, cycle.endsOn)
  const unitById = new Map(units.map((unit) => [unit.unitId, unit]))
  const payUnits = new Map([...new Set(appraised.map((one) => one.unitId))].map((unitId) => [unitId, payUnitOf(unitId, units, scores)]))

  const people = appraised.flatMap((one): BasisPerson[] => {
    const unit = unitById.get(one.unitId)
    const payUnit = payUnits.get(one.unitId)
    const post = posts.get(one.postId)
    if (!unit || !payUnit || !post) return []
    const person = employed.get(one.personId) ?? { joinedOn: days.from, leftOn: null }
    return [
      {
        personId: one.personId,
        employeeNo: one.employeeNo,
        name: one.name,
        payUnit: payUnit.code,
        unit: unit.name,
        post: post.title,
        leads: heads.headOfUnit(one.unitId)?.personId === one.personId,
        postCoefficient: hundredths(post.coefficientHundredths),
        grade: one.grade,
        lastGrade: past.get(one.personId)?.find(({ year }) => year === cycle.year - 1)?.outcome ?? null,
        isFinal: one.isFinal,
        score: one.officialScore,
        ...presenceOf(person, absences.get(one.personId) ?? NO_ABSENCE, days, working),
      },
    ]
  })
  const used = new Set(people.map((person) => person.payUnit))
  return {
    units: units
      .filter((unit) => used.has(unit.code))
      .map((unit) => ({
        unitId: unit.unitId,
        code: unit.code,
        name: { zh: unit.name.zh, en: unit.name.en || unit.name.zh },
        score: scores.get(unit.unitId) ?? null,
        provisional: provisional.has(unit.unitId),
      })),
    people,
    run: run && { runId: run.runId, revision: run.revision },
    calendarMissing: working.kind === 'undefined' ? working.year : null,
  }
}

function byPerson(absences: readonly Absence[]): ReadonlyMap<string, readonly Absence[]> {
  const found = new Map<string, Absence[]>()
  for (const absence of absences) {
    const own = found.get(absence.personId)
    if (own) own.push(absence)
    else found.set(absence.personId, [absence])
  }
  return found
}

const NO_ABSENCE: readonly Absence[] = []
const hundredths = (coefficient: number): string => `${Math.trunc(coefficient / 100)}.${String(coefficient % 100).padStart(2, '0')}`
