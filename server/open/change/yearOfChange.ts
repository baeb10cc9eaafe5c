import { problemVerdict, type SignMove, type YearOfChange } from '@milepost/contract/open/change'
import { diagnosedWaves, recordedVerdicts, severitiesOf, toldRemedies, waveChange } from '../../diagnose/published.ts'
import { findInstitutionRow, listCycles } from '../../institution/published.ts'
import { lastChange } from '../../platform/audit/lastChange.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { remembered } from '../../platform/remembered.ts'
import { indicesOf } from './indices.ts'

type Given = { readonly library: Library; readonly timeZone: string; readonly today: string }

type Answer = { change: YearOfChange | null; waves: number }

/**
 * The two newest closed waves of the diagnosis beside each other, what they say of each remedy, and how the cycle itself was run. It reads
 * two whole years: worked out once after each change of anything, and once a day.
 */
export async function yearOfChange(tx: Tx, institutionId: string, given: Given): Promise<Answer> {
  const ground = await lastChange(tx, institutionId)
  return remembered(`change ${institutionId} ${ground} ${given.today}`, () => workOut(tx, institutionId, given))
}

async function workOut(tx: Tx, institutionId: string, { library, timeZone, today }: Given): Promise<Answer> {
  const waves = await diagnosedWaves(tx, institutionId)
  const [after, before] = waves
  if (!after || !before) return { change: null, waves: waves.length }
  const { constructs } = await waveChange(tx, institutionId, { waveId: after.waveId, before: before.waveId })
  const moves = new Map(constructs.map((one): [string, SignMove] => [one.construct, moveOf(one)]))
  const was = new Map((await severitiesOf(tx, institutionId, before)).map((one) => [one.code, one]))
  const is = await severitiesOf(tx, institutionId, after)
  const recorded = await recordedVerdicts(tx, institutionId, before.waveId)
  const problems = is
    .filter(({ kind }) => kind === 'problem')
    .map(({ code, name, severity, severe }) => {
      const old = was.get(code)
      return {
        code,
        name,
        verdictBefore: problemVerdict.safeParse(recorded.get(code)).data ?? null,
        severityBefore: old?.severity ?? null,
        severityAfter: severity,
        standing: standingOf(old?.severity == null ? null : old.severe, severity === null ? null : severe),
        move: moves.get(code) ?? null,
      }
    })
  const [earlier, later] = [yearOf(before.openedOn), yearOf(after.openedOn)]
  const cycles = await listCycles(tx, institutionId)
  const cycleOf = (year: number) => cycles.find((cycle) => cycle.year === year)
  const institution = await findInstitutionRow(tx, institutionId)
  const { questionnaireId: _before, ...first } = before
  return {
    waves: waves.length,
    change: {
      institution: { zh: institution.name_zh, en: institution.name_en || institution.name_zh },
      before: first,
      after,
      years: { before: earlier, after: later, underway: (cycleOf(later)?.endsOn ?? '') >= today },
      problems,
      others: is.filter(({ kind }) => kind !== 'problem').flatMap(({ code }) => moves.get(code) ?? []),
      remedies: (await toldRemedies(tx, institutionId, { before: before.waveId, after: after.waveId })).map(
        ({ remedyId, name, answersName, sign: { kind, name: signName, least }, outcome, move }) => ({
          remedyId,
          name,
          answersName,
          sign: { kind, name: signName, least },
          outcome: outcome && { before: outcome.before, after: outcome.after, change: outcome.change },
          move: move && { difference: move.difference, interval: move.interval, g: move.g, verdict: move.verdict },
          verdict: verdictOf(outcome?.seen ?? null, move?.verdict ?? null),
        }),
      ),
      indices: await indicesOf(tx, institutionId, { before: cycleOf(earlier), after: cycleOf(later), timeZone, library, today }),
    },
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

function moveOf(line: SignMove): SignMove {
  const { construct, name, before, after, difference, interval, g, verdict } = line
  return { construct, name, before, after, difference, interval, g, verdict }
}

type Standing = YearOfChange['problems'][number]['standing']

/** Severe or not, before and now; null: too few answered to say. */
export function standingOf(was: boolean | null, is: boolean | null): Standing {
  if (was === null || is === null) return 'unknown'
  if (was) return is ? 'remains' : 'cured'
  return is ? 'new' : 'quiet'
}

/**
 * What a remedy's own sign says. `isEnough`: it moved as far as was stated beforehand; null: the second wave did not ask the same. `move`: where
 * the scores behind it went, seen against noise; null: too few answered.
 */
export function verdictOf(isEnough: boolean | null, move: SignMove['verdict'] | null): YearOfChange['remedies'][number]['verdict'] {
  if (isEnough === null || move === null) return 'not-asked'
  if (move === 'lower') return 'against'
  if (move === 'within-noise') return 'not-seen'
  return isEnough ? 'reached' : 'partly'
}
