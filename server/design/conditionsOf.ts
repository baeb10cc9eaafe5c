import { type Conditions, type Cycle, met, open } from '../institution/published.ts'
import type { Tx } from '../platform/database/database.ts'
import { countCards } from './card/data.ts'
import { findScorecardRow } from './scorecard/data.ts'

/** At least so many of a hundred plans agreed; below that a leader has to except the rest by name. */
const AGREED_PERCENT = 95

/** What the design knows of the guards of the cycle. Publishing itself refuses shares that do not sum and measures that are not fit. */
export async function conditionsOf(tx: Tx, institutionId: string, cycle: Cycle): Promise<Conditions> {
  const scorecard = await findScorecardRow(tx, institutionId, { cycleId: cycle.cycleId })
  const at = (page: string) => `${page}?year=${cycle.year}`
  const { plans, plansAgreed, unitCards } = await countCards(tx, institutionId, scorecard?.scorecard_id ?? null)
  const published =
    scorecard?.state === 'published'
      ? met(
          '单位计分卡已发布，权重合计 100%，指标检查通过。',
          'The scorecard is published: its weights sum to 100 % and its measures are fit.',
        )
      : open('单位计分卡尚未发布。', 'The scorecard is not published yet.', at('/design/scorecard'))
  const left = plans - plansAgreed
  const said = [
    `${plans} 份个人计划中 ${plansAgreed} 份双方已确认。`,
    `${plansAgreed} of ${plans} plans are agreed by both sides.`,
  ] as const
  return {
    'weights-total-100': published,
    'measures-pass-lint-or-waived': published,
    'population-snapshot-taken':
      plans > 0
        ? met(`已分解到 ${unitCards} 个部门、${plans} 人。`, `Broken down to ${unitCards} units and ${plans} people.`)
        : open('计分卡尚未分解到个人。', 'The scorecard has not been broken down to people yet.', at('/design/cascade')),
    'plans-agreed-or-excepted':
      plans > 0 && plansAgreed * 100 >= plans * AGREED_PERCENT
        ? met(...said)
        : open(
            `${said[0]}须达到 ${AGREED_PERCENT}%，或由领导说明其余 ${left} 份的理由。`,
            `${said[1]} It takes ${AGREED_PERCENT} %, or a leader’s reason for the other ${left}.`,
            at('/design/plans'),
          ),
  }
}
