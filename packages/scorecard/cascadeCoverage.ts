/** The cards of an institution, its units and its people, and the links that say what serves what. */
export type CascadeCard = {
  id: string
  level: 'institution' | 'unit' | 'person'
  /** The unit or person the card belongs to; one owner has at most one card a cycle. */
  owner: string
  objectives: { id: string; weightBp?: number }[]
  measures: { id: string; objective: string; weightBp: number }[]
  /** Individual development goals (persons only). */
  developmentGoals?: { id: string; competency?: string }[]
}
/** `child` (an objective, measure or development goal of a lower card) serves `parent` (an objective or measure above it). */
export type CascadeLink = { child: string; parent: string; kind: 'contribute' | 'support' }
export type CascadeQuestion = {
  cards: CascadeCard[]
  links: CascadeLink[]
  /** Competencies that some measure needs; a development goal for another one serves nothing. */
  neededCompetencies?: string[]
  /** More owners than this for one measure, or measures for one person, is too many. Defaults 12 and 7. */
  mostOwners?: number
  mostPerPerson?: number
}

/** How far down something is carried: by a person, by a unit only, or by nobody. */
export type Reach = 'person' | 'unit' | 'nobody'
export type CascadeCoverage = {
  objectives: { id: string; card: string; reach: Reach }[]
  measures: { id: string; card: string; weightBp: number; reach: Reach; owners: string[] }[]
  /** What nobody carries. */
  uncovered: { objectives: string[]; measures: string[] }
  /** Measures and goals of units and people that serve nothing above them. */
  orphans: { id: string; card: string }[]
  /** Measures with too many owners, so that nobody owns them; and people with too many measures. */
  sharedByTooMany: { measure: string; owners: number }[]
  overloaded: { owner: string; measures: number }[]
  peopleWithoutDevelopmentGoal: string[]
  developmentGoalsServingNothing: string[]
  /** Basis points of the institution's weight that a person carries; null without an institution card or weight. */
  coveredWeightBp: number | null
  /** Links whose ends do not exist, or that point down or sideways. A circle among units does no harm: each is counted once. */
  brokenLinks: { link: CascadeLink; because: 'unknown-child' | 'unknown-parent' | 'not-upward' }[]
}

type Place = { card: CascadeCard; kind: 'objective' | 'measure' | 'goal'; objective?: string }
const RANK = { institution: 0, unit: 1, person: 2 } as const

/** Lists what nobody carries, what serves nothing, and who carries too much. Independent of the order of cards and links. */
export function cascadeCoverage(question: CascadeQuestion): CascadeCoverage {
  const places = placesOf(question.cards)
  const broken = brokenLinksOf(question.links, places)
  const sound = question.links.filter((link) => !broken.some((one) => one.link === link))
  const below = carriersBelow(sound, places)
  const above = question.cards.filter(({ level }) => level !== 'person')
  const measures = above.flatMap((card) =>
    card.measures.map(({ id, weightBp }) => ({
      id,
      card: card.id,
      weightBp,
      reach: reachOf(below(id), card),
      owners: ownersOf(below(id), card),
    })),
  )
  const objectives = above.flatMap((card) =>
    card.objectives.map(({ id }) => {
      const carriers = [...below(id), ...card.measures.filter(({ objective }) => objective === id).flatMap((measure) => below(measure.id))]
      return { id, card: card.id, reach: reachOf(carriers, card) }
    }),
  )
  const served = new Set(sound.map(({ child }) => child))
  const people = question.cards.filter(({ level }) => level === 'person')
  return {
    objectives,
    measures,
    uncovered: {
      objectives: objectives.filter(({ reach }) => reach === 'nobody').map(({ id }) => id),
      measures: measures.filter(({ reach }) => reach === 'nobody').map(({ id }) => id),
    },
    orphans: question.cards
      .filter(({ level }) => level !== 'institution')
      .flatMap((card) =>
        card.measures.filter(({ id, objective }) => !served.has(id) && !served.has(objective)).map(({ id }) => ({ id, card: card.id })),
      ),
    sharedByTooMany: measures
      .filter(({ owners }) => owners.length > (question.mostOwners ?? 12))
      .map(({ id, owners }) => ({ measure: id, owners: owners.length })),
    overloaded: people
      .filter(({ measures: own }) => own.length > (question.mostPerPerson ?? 7))
      .map(({ owner, measures: own }) => ({ owner, measures: own.length })),
    peopleWithoutDevelopmentGoal: people.filter(({ developmentGoals = [] }) => developmentGoals.length === 0).map(({ owner }) => owner),
    developmentGoalsServingNothing: people.flatMap(({ developmentGoals = [] }) =>
      developmentGoals
        .filter(({ id, competency }) => !served.has(id) && !isNeeded(competency, question.neededCompetencies))
        .map(({ id }) => id),
    ),
    coveredWeightBp: coveredWeight(measures, question.cards),
    brokenLinks: broken,
  }
}

const isNeeded = (competency: string | undefined, needed: readonly string[] = []): boolean =>
  competency !== undefined && needed.includes(competency)

function placesOf(cards: readonly CascadeCard[]): Map<string, Place> {
  return new Map(
    cards.flatMap((card): [string, Place][] => [
      ...card.objectives.map(({ id }): [string, Place] => [id, { card, kind: 'objective' }]),
      ...card.measures.map(({ id, objective }): [string, Place] => [id, { card, kind: 'measure', objective }]),
      ...(card.developmentGoals ?? []).map(({ id }): [string, Place] => [id, { card, kind: 'goal' }]),
    ]),
  )
}

function brokenLinksOf(links: readonly CascadeLink[], places: ReadonlyMap<string, Place>): CascadeCoverage['brokenLinks'] {
  return links.flatMap((link): CascadeCoverage['brokenLinks'] => {
    const [child, parent] = [places.get(link.child), places.get(link.parent)]
    if (!child) return [{ link, because: 'unknown-child' }]
    if (!parent) return [{ link, because: 'unknown-parent' }]
    return upward(child, parent) ? [] : [{ link, because: 'not-upward' }]
  })
}

/** A lower card serves a higher one; units may also serve units (a station its office), never themselves. */
function upward(child: Place, parent: Place): boolean {
  if (child.card.id === parent.card.id || parent.kind === 'goal') return false
  const down = RANK[child.card.level] - RANK[parent.card.level]
  return down > 0 || (down === 0 && child.card.level === 'unit')
}

/** Everything that serves a node, directly or through what it serves: an objective is also served through its own measures. */
function carriersBelow(links: readonly CascadeLink[], places: ReadonlyMap<string, Place>): (id: string) => Place[] {
  const children = new Map<string, string[]>()
  const note = (parent: string, child: string): void => {
    const known = children.get(parent)
    if (known) known.push(child)
    else children.set(parent, [child])
  }
  for (const { child, parent } of links) note(parent, child)
  for (const [id, { objective }] of places) if (objective !== undefined) note(objective, id)
  return (id) => {
    const seen = new Set<string>()
    const waiting = [...(children.get(id) ?? [])]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(...(children.get(next) ?? []))
    }
    return [...seen].flatMap((child) => places.get(child) ?? [])
  }
}

function reachOf(carriers: readonly Place[], own: CascadeCard): Reach {
  const others = carriers.filter(({ card, kind }) => card.id !== own.id && kind !== 'goal')
  if (others.some(({ card }) => card.level === 'person')) return 'person'
  return others.some(({ card }) => card.level === 'unit') ? 'unit' : 'nobody'
}

const ownersOf = (carriers: readonly Place[], own: CascadeCard): string[] =>
  [
    ...new Set(
      carriers.filter(({ card, kind }) => card.level === 'person' && card.id !== own.id && kind !== 'goal').map(({ card }) => card.owner),
    ),
  ].toSorted()

function coveredWeight(measures: CascadeCoverage['measures'], cards: readonly CascadeCard[]): number | null {
  const institution = new Set(cards.filter(({ level }) => level === 'institution').map(({ id }) => id))
  const own = measures.filter(({ card }) => institution.has(card))
  const all = own.reduce((sum, { weightBp }) => sum + weightBp, 0)
  const covered = own.filter(({ reach }) => reach === 'person').reduce((sum, { weightBp }) => sum + weightBp, 0)
  return all === 0 ? null : Math.round((covered * 10000) / all)
}
