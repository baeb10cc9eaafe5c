import type { Actor } from '@milepost/access/actor'
import { may } from '@milepost/access/may'
import { readMeasureLibrary } from '@milepost/contract/design/measures'
import { listPlans } from '@milepost/contract/design/plans'
import { readScorecard } from '@milepost/contract/design/scorecard'
import { readCycles } from '@milepost/contract/institution/cycles'
import type { Bilingual } from '@milepost/terms/bilingual'
import { call } from '../platform/call.ts'
import type { Found } from '../platform/house.tsx'

const AT_MOST = 8

export async function findMeasures(words: string): Promise<readonly Found[]> {
  const { measures } = await call(readMeasureLibrary, {})
  return measures
    .filter(({ code, name }) => says(words, code, name))
    .slice(0, AT_MOST)
    .map(({ code, name }) => ({ key: code, text: name, note: both(code), href: `/design/measures/${encodeURIComponent(code)}` }))
}

/** The objectives of the current scorecard. */
export async function findObjectives(words: string): Promise<readonly Found[]> {
  const design = await currentScorecard()
  const objectives = design?.scorecard?.objectives ?? []
  return objectives
    .filter(({ code, name, statement }) => says(words, code, name) || says(words, '', statement))
    .slice(0, AT_MOST)
    .map(({ objectiveId, code, name }) => ({ key: objectiveId, text: name, note: both(code), href: '/design/scorecard' }))
}

/** Cards of units, those only that the person may open. */
export async function findUnitCards(words: string, actor: Actor): Promise<readonly Found[]> {
  const design = await currentScorecard()
  return (design?.unitCards ?? [])
    .filter(({ unitId, name }) => may(actor, 'card.read', { personId: null, unitId }) && says(words, '', name))
    .slice(0, AT_MOST)
    .map(({ cardId, name }) => ({ key: cardId, text: name, href: `/run/cards/${cardId}` }))
}

/** Plans of the people whose plans the person may see: the server leaves out all others. */
export async function findPlans(words: string): Promise<readonly Found[]> {
  const { currentCycleId } = await call(readCycles, {})
  if (currentCycleId === null) return []
  const { plans } = await call(listPlans, { cycleId: currentCycleId })
  return plans
    .filter(({ person, employeeNo }) => says(words, employeeNo, both(person)))
    .slice(0, AT_MOST)
    .map(({ cardId, person, unit }) => ({ key: cardId, text: both(person), note: unit, href: `/design/cards/${cardId}` }))
}

async function currentScorecard() {
  const { currentCycleId } = await call(readCycles, {})
  return currentCycleId === null ? null : call(readScorecard, { cycleId: currentCycleId })
}

const both = (text: string): Bilingual => ({ zh: text, en: text })

/** Every word asked for is in the code or in one of the names. */
function says(words: string, code: string, name: Bilingual): boolean {
  const all = [code, name.zh, name.en].join('\n').toLowerCase()
  return words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
