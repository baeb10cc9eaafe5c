import type { CardDesign } from '@milepost/contract/design/card'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { PostCard } from '../../../library/schemas/strategy.ts'
import type { Person } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertCards, type NewCard, type NewLine, upsertLines } from '../card/data.ts'
import { type NewGoal, upsertGoals } from '../plan/data.ts'
import { type DraftFrame, draftLines } from './draftLines.ts'
import type { Warned } from './draftUnitCards.ts'
import type { PostHolder } from './readHolders.ts'

type Given = {
  readonly scorecard: ScorecardDesign
  readonly people: readonly Person[]
  readonly posts: readonly PostHolder[]
  readonly templates: readonly PostCard[]
  readonly institution: CardDesign | null
  readonly cardOfUnit: ReadonlyMap<string, CardDesign>
  readonly parentOfUnit: ReadonlyMap<string, string | null>
  /** People who have a plan. */
  readonly planned: ReadonlySet<string>
  /** The last day of the cycle, when development goals are due. */
  readonly dueOn: string
  readonly frame: DraftFrame
}

/** Drafts the plan of everybody on the staff track who has none, with the first development goal the template offers. */
export async function draftPlans(tx: Tx, institutionId: string, given: Given) {
  const { scorecard, people, posts, templates, frame } = given
  const objectives = new Map(scorecard.objectives.map((objective) => [objective.code, objective.objectiveId]))
  const templateOfPost = new Map(posts.map((post) => [post.postId, templates.find(({ code }) => code === post.template.templateCode)]))
  const staff = people.filter((person) => person.track === 'staff')
  const cards: NewCard[] = []
  const lines: NewLine[] = []
  const goals: NewGoal[] = []
  const warnings: Warned[] = []
  const withoutTemplate: { name: string; post: Bilingual }[] = []
  for (const person of staff.filter(({ personId }) => !given.planned.has(personId))) {
    const template = templateOfPost.get(person.post.postId)
    if (!template) {
      withoutTemplate.push({ name: person.name, post: person.post.title })
      continue
    }
    const cardId = frame.newId()
    const above = {
      institution: given.institution,
      'own-unit': given.cardOfUnit.get(person.unitId) ?? null,
      'parent-unit': given.cardOfUnit.get(given.parentOfUnit.get(person.unitId) ?? '') ?? null,
    }
    const draft = draftLines(cardId, template.lines, above, frame)
    cards.push({
      cardId,
      scorecardId: scorecard.scorecardId,
      holderKind: 'person',
      unitId: person.unitId,
      personId: person.personId,
      templateCode: template.code,
    })
    lines.push(...draft.lines)
    warnings.push(...draft.warnings.map((warning) => ({ ...warning, holder: { zh: person.name, en: person.nameEn || person.name } })))
    for (const { objective, goal, evidence } of template.developmentGoals.slice(0, 1))
      goals.push({
        goalId: frame.newId(),
        cardId,
        objectiveId: objectives.get(objective) ?? null,
        title: goal,
        proof: evidence,
        support: '',
        dueOn: given.dueOn,
      })
  }
  await insertCards(tx, institutionId, cards)
  await upsertLines(tx, institutionId, lines)
  await upsertGoals(tx, institutionId, goals)
  return {
    drafted: cards.length,
    existing: staff.filter(({ personId }) => given.planned.has(personId)).length,
    leaders: people.filter((person) => person.track === 'leader').length,
    goals: goals.length,
    withoutTemplate,
    warnings,
  }
}
