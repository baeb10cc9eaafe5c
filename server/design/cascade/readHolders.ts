import { listPeople, listPosts, listUnits, type Person, type Post, type Unit } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { listPostTemplates, listUnitTemplates } from './data.ts'
import { proposePostTemplate, proposeUnitTemplate, type TemplateProposal } from './proposeTemplate.ts'

export type UnitHolder = Unit & { readonly template: TemplateProposal }
export type PostHolder = Post & { readonly template: TemplateProposal }

export type Holders = {
  /** Units open on the day. */
  readonly units: readonly UnitHolder[]
  readonly posts: readonly PostHolder[]
  readonly people: readonly Person[]
}

/** Everybody and everything that may hold a card on the day, with the template that would draft it. */
export async function readHolders(tx: Tx, institutionId: string, library: Library, on: string): Promise<Holders> {
  const chosenForUnits = await listUnitTemplates(tx, institutionId)
  const chosenForPosts = await listPostTemplates(tx, institutionId)
  const units = (await listUnits(tx, institutionId)).filter((unit) => unit.closedOn === null || unit.closedOn > on)
  return {
    units: units.map((unit) => ({
      ...unit,
      template: proposeUnitTemplate(unit, chosenForUnits.get(unit.unitId), library.strategy.unitCards),
    })),
    posts: (await listPosts(tx, institutionId)).map((post) => ({
      ...post,
      template: proposePostTemplate(post, chosenForPosts.get(post.postId), library.strategy.postCards),
    })),
    people: await listPeople(tx, institutionId, on),
  }
}

/** Units level by level from the top, so that a card is drafted after the card above it. */
export function unitsTopDown<U extends Pick<Unit, 'unitId' | 'parentUnitId'>>(units: readonly U[]): U[][] {
  const levels: U[][] = []
  const placed = new Set<string>()
  const known = new Set(units.map((unit) => unit.unitId))
  let waiting = [...units]
  while (waiting.length > 0) {
    const level = waiting.filter((unit) => unit.parentUnitId === null || placed.has(unit.parentUnitId) || !known.has(unit.parentUnitId))
    if (level.length === 0) return [...levels, waiting]
    for (const unit of level) placed.add(unit.unitId)
    levels.push(level)
    waiting = waiting.filter((unit) => !level.includes(unit))
  }
  return levels
}
