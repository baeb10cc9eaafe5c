import type { CardDesign } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import type { SchemeLine, SchemeText } from '@milepost/scorecard/schemeDifference'
import { listUnits } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { cardsWhere } from '../card/readCards.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { insertVersion, listVersions } from './data.ts'

type Parts = { scorecard: ScorecardDesign; cards: readonly CardDesign[]; unitCodes: ReadonlyMap<string, string> }

/** The scheme by codes: institution and units. Plans of people are agreed one by one and are not part of it. */
function schemeText({ scorecard, cards, unitCodes }: Parts): SchemeText {
  const perspectives = new Map(scorecard.perspectives.map((one) => [one.perspectiveId, one.code]))
  const objectives = new Map(scorecard.objectives.map((one) => [one.objectiveId, one.code]))
  const holderOf = (card: CardDesign) => (card.unitId === null ? 'institution' : (unitCodes.get(card.unitId) ?? card.unitId))
  const named = new Map(cards.flatMap((card) => linesOf(card).map((line) => [line.cardMeasureId, `${holderOf(card)} ${line.code}`])))
  return {
    name: { ...scorecard.name },
    mission: { ...scorecard.mission },
    vision: { ...scorecard.vision },
    rules: scorecard.rules,
    perspectives: scorecard.perspectives.map(({ code, name, weightBp, rollRule }) => ({ code, name: { ...name }, weightBp, rollRule })),
    objectives: scorecard.objectives.map(({ code, name, statement, perspectiveId, rollRule, critical }) => ({
      code,
      name: { ...name },
      statement: { ...statement },
      perspective: perspectives.get(perspectiveId) ?? '',
      rollRule,
      critical,
    })),
    links: scorecard.links.map(({ fromObjectiveId, toObjectiveId, sign, lagPeriods, strength, rationale }) => ({
      from: objectives.get(fromObjectiveId) ?? '',
      to: objectives.get(toObjectiveId) ?? '',
      sign,
      lagPeriods,
      strength,
      rationale: { ...rationale },
    })),
    cards: cards.map((card) => ({
      holder: holderOf(card),
      name: { ...card.name },
      lines: card.perspectives.flatMap((perspective) =>
        perspective.objectives.flatMap((objective) =>
          objective.measures.map(
            (line): SchemeLine => ({
              code: line.code,
              name: { ...line.name },
              version: line.version,
              weightBp: line.weightBp,
              rule: line.rule,
              objective: objective.objectiveId === null ? null : objective.code,
              serves: line.parentCardMeasureId === null ? null : (named.get(line.parentCardMeasureId) ?? null),
              cascadeKind: line.cascadeKind,
              valueScope: line.valueScope,
              profile: line.profile,
              critical: line.critical,
            }),
          ),
        ),
      ),
    })),
  }
}

/** The scheme as it stands now. */
export async function readSchemeText(tx: Tx, institutionId: string, scorecardId: string): Promise<SchemeText> {
  const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId })
  if (!scorecard) throw new Refusal('not-found')
  const cards = await cardsWhere(tx, institutionId, { scorecardId, holderKinds: ['institution', 'unit'] })
  const unitCodes = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.code]))
  return schemeText({ scorecard, cards, unitCodes })
}

/** Keeps what is published now as a version of its own; where nothing differs from the newest, that one stands. */
export async function keepVersion(
  tx: Tx,
  institutionId: string,
  scorecardId: string,
  by: { readonly at: Date; readonly name: string; readonly reason: string },
): Promise<{ version: number; hash: string }> {
  const content = await readSchemeText(tx, institutionId, scorecardId)
  const hash = contentHash(content)
  const newest = (await listVersions(tx, institutionId, scorecardId))[0]
  if (newest?.hash === hash) return { version: newest.version, hash }
  const version = (newest?.version ?? 0) + 1
  await insertVersion(tx, institutionId, scorecardId, {
    version,
    hash,
    content,
    reason: by.reason,
    publishedAt: by.at,
    publishedBy: by.name,
  })
  return { version, hash }
}
