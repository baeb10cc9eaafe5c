import { DEFAULT_RULES } from '@milepost/contract/design/schemeRules'
import { createScorecard } from '@milepost/contract/design/scorecard'
import { Refusal } from '@milepost/contract/refusals'
import { findDecidedChoice } from '../../choose/published.ts'
import { findCycle } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import { insertCards, upsertLines } from '../card/data.ts'
import { adopted, adoptMeasures } from '../measure/adoptMeasures.ts'
import { exampleRuleOf } from '../measure/libraryMeasures.ts'
import { insertStrategy } from '../strategy/data.ts'
import { findScorecardRow, insertScorecard } from './data.ts'
import { strategyFromTemplate } from './fromTemplate.ts'

const EMPTY_TEXT = { zh: '', en: '' }

export const createScorecardRoute = serve(createScorecard, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    if (await findScorecardRow(tx, institutionId, { cycleId: cycle.cycleId })) throw new Refusal('scorecard-exists', { year: cycle.year })
    const scorecardId = newId()
    const choice = await findDecidedChoice(tx, institutionId)
    const { mission, vision } = input.from === 'template' ? library.strategy : { mission: EMPTY_TEXT, vision: EMPTY_TEXT }
    await insertScorecard(tx, {
      institutionId,
      scorecardId,
      cycleId: cycle.cycleId,
      name: { zh: `${cycle.year} 年度单位计分卡`, en: `Scorecard ${cycle.year}` },
      mission,
      vision,
      rules: DEFAULT_RULES,
      choiceId: choice?.choiceId ?? null,
      carriedFrom: null,
    })
    const cardId = newId()
    const card = { cardId, scorecardId, holderKind: 'institution', unitId: null, personId: null, templateCode: null } as const
    await insertCards(tx, institutionId, [card])
    if (input.from === 'template') await fillFromTemplate(tx, institutionId, { scorecardId, cardId }, library)
    audit({
      kind: 'scorecard',
      id: scorecardId,
      detail: { year: cycle.year, from: input.from, template: input.from === 'template' ? library.strategy.id : null },
    })
    return { scorecardId }
  },
})

/** Perspectives, objectives, links and the institution's card of the library; the measures on it are taken over. */
async function fillFromTemplate(
  tx: Tx,
  institutionId: string,
  { scorecardId, cardId }: { scorecardId: string; cardId: string },
  library: Library,
) {
  const strategy = strategyFromTemplate(library.strategy, newId)
  await insertStrategy(tx, institutionId, scorecardId, strategy)
  const { lines } = library.strategy.institutionCard
  const measures = await adoptMeasures(
    tx,
    institutionId,
    library,
    lines.map((line) => line.measure),
  )
  const objectiveIds = new Map(strategy.objectives.map((objective) => [objective.code, objective.objectiveId]))
  const examples = new Map(library.measures.measures.map((measure) => [measure.code, exampleRuleOf(measure)]))
  await upsertLines(
    tx,
    institutionId,
    lines.map((line, at) => ({
      cardMeasureId: newId(),
      cardId,
      measureId: adopted(measures, line.measure).measureId,
      objectiveId: objectiveIds.get(line.objective) ?? null,
      orderNo: at + 1,
      weightBp: line.weightBp,
      rule: examples.get(line.measure) ?? { kind: 'unscored' },
      valueScope: 'own',
      cascadeKind: 'unique',
      parentCardMeasureId: null,
      profile: null,
      critical: false,
    })),
  )
}
