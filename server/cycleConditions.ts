import type { Actor } from '@milepost/access/actor'
import type { CycleGuard } from '@milepost/appraisal/cycleStates'
import { type CycleConditionView, EXCEPTED, STATED } from '@milepost/contract/institution/cycleSteps'
import { conditionsOf as ofAppraise } from './appraise/published.ts'
import { conditionsOf as ofDesign } from './design/published.ts'
import {
  type Condition,
  type Conditions,
  type Cycle,
  listStatements,
  conditionsOf as ofInstitution,
  type Statement,
} from './institution/published.ts'
import { conditionsOf as ofOpen } from './open/published.ts'
import type { Tx } from './platform/database/database.ts'
import { dayIn } from './platform/http/clock.ts'
import type { Library } from './platform/library.ts'
import { conditionsOf as ofReward } from './reward/published.ts'
import { conditionsOf as ofRun } from './run/published.ts'

const SOURCES = [ofInstitution, ofDesign, ofRun, ofAppraise, ofReward, ofOpen]

const UNKNOWN: Condition = {
  state: 'open',
  says: { zh: '没有房间能说明此项。', en: 'No room of the program can tell.' },
  href: null,
}

/** `exceptedBy`: the account of the leader on whose word it counts as met although it is open. */
export type KnownCondition = Condition & { readonly guard: CycleGuard; readonly exceptedBy?: string | null }

/** How each guard stands now: what the rooms find out themselves, and what named people have stated of the rest. */
export async function readConditions(
  tx: Tx,
  institutionId: string,
  given: {
    readonly cycle: Cycle
    readonly guards: readonly CycleGuard[]
    readonly today: string
    readonly library: Library
    readonly timeZone: string
  },
): Promise<KnownCondition[]> {
  const { cycle, guards, today, library, timeZone } = given
  let known: Conditions = {}
  for (const conditionsOf of SOURCES) known = { ...known, ...(await conditionsOf(tx, institutionId, cycle, today, library)) }
  const statements = await listStatements(tx, institutionId, cycle.cycleId)
  return guards.map((guard): KnownCondition => {
    const condition = known[guard] ?? UNKNOWN
    const statement = statements.findLast((one) => one.guard === guard && speaksOf(condition, one, timeZone))
    if (condition.state === 'met' || !statement || !mayBeStated(guard, condition)) return { guard, ...condition }
    const exceptedBy = condition.state === 'open' ? { exceptedBy: statement.accountId } : {}
    const day = dayIn(timeZone, statement.at)
    const says = { zh: `${statement.by} ${day} 确认：${statement.note}`, en: `Stated by ${statement.by} on ${day}: ${statement.note}` }
    return { guard, state: 'met', says, href: condition.href, ...exceptedBy }
  })
}

/** A period that ran out, or was opened again, after the word was given is not covered by it. */
const speaksOf = ({ since }: Condition, { at }: Statement, timeZone: string): boolean =>
  since === undefined || (dayIn(timeZone, at) > since.day && (since.instant === null || at > since.instant))

/** What a leader may except is stated although it is open; what is open otherwise has to be mended, not stated. */
export const mayBeStated = (guard: CycleGuard, { state }: Condition): boolean =>
  STATED[guard] !== undefined && (state === 'unstated' || (state === 'open' && EXCEPTED.includes(guard)))

export const conditionView = (condition: KnownCondition, actor: Actor): CycleConditionView => {
  const by = STATED[condition.guard]
  return {
    ...condition,
    statedBy: by ?? null,
    mayState: by !== undefined && mayBeStated(condition.guard, condition) && actor.roles.includes(by),
  }
}
