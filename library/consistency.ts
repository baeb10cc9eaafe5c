import type { Measure } from './schemas/measures.ts'
import type { CardLine, PostCard, Strategy, UnitCard } from './schemas/strategy.ts'
import type { Library } from './schemas.ts'

/** What holds between the files and no schema of one file can see. Returns one English sentence a fault; empty when all is well. */
export function faultsBetweenFiles(library: Omit<Library, 'calendars'>): string[] {
  const measures = new Map(library.measures.measures.map((m) => [m.code, m]))
  const { strategy } = library
  return [
    ...objectiveFaults(strategy, measures),
    ...levelFaults('institution card', strategy.institutionCard.lines, 'institution', measures),
    ...strategy.unitCards.flatMap((card) => unitCardFaults(card, strategy, measures)),
    ...strategy.postCards.flatMap((card) => postCardFaults(card, strategy, measures)),
    ...codeFaults(library, measures),
  ]
}

type Measures = ReadonlyMap<string, Measure>
type Level = Measure['levels'][number]

function objectiveFaults(strategy: Strategy, measures: Measures): string[] {
  const served = strategy.objectives.flatMap((o) => o.measures)
  return [
    ...served.filter((code) => !measures.has(code)).map((code) => `strategy: an objective names an unknown measure ${code}`),
    ...[...measures.keys()].filter((code) => !served.includes(code)).map((code) => `strategy: measure ${code} serves no objective`),
  ]
}

function levelFaults(card: string, lines: readonly { readonly measure: string }[], level: Level, measures: Measures): string[] {
  return lines.flatMap(({ measure }) => {
    const found = measures.get(measure)
    if (!found) return [`${card}: unknown measure ${measure}`]
    return found.levels.includes(level) ? [] : [`${card}: ${measure} is not a measure of the ${level} level`]
  })
}

/** Every line whose parent stands on `card` must find it there, and `identical` means the same measure. */
function parentFaults(
  name: string,
  lines: readonly CardLine[],
  card: NonNullable<CardLine['parent']>['card'],
  on: readonly string[],
): string[] {
  return lines.flatMap((line) => {
    if (line.parent?.card !== card) return []
    if (!on.includes(line.parent.measure)) return [`${name}: parent ${line.parent.measure} of ${line.measure} is not on the ${card} card`]
    if (line.cascade === 'identical' && line.parent.measure !== line.measure)
      return [`${name}: ${line.measure} is called identical but is not`]
    return []
  })
}

function unitCardFaults(card: UnitCard, strategy: Strategy, measures: Measures): string[] {
  const institution = strategy.institutionCard.lines.map((l) => l.measure)
  const stations = strategy.unitCards.filter((c) => c.unitKind === 'station').flatMap((c) => c.lines.map((l) => l.measure))
  return [
    ...levelFaults(card.code, card.lines, 'unit', measures),
    ...parentFaults(card.code, card.lines, 'institution', institution),
    ...parentFaults(card.code, card.lines, 'parent-unit', stations),
    ...parentFaults(card.code, card.lines, 'own-unit', []),
  ]
}

function postCardFaults(card: PostCard, strategy: Strategy, measures: Measures): string[] {
  const institution = strategy.institutionCard.lines.map((l) => l.measure)
  const units = card.unitCards.map((code) => ({ code, found: strategy.unitCards.find((c) => c.code === code) }))
  return [
    ...levelFaults(card.code, card.lines, 'person', measures),
    ...parentFaults(card.code, card.lines, 'institution', institution),
    ...units.flatMap(({ code, found }) =>
      found
        ? parentFaults(
            `${card.code} in ${code}`,
            card.lines,
            'own-unit',
            found.lines.map((l) => l.measure),
          )
        : [`${card.code}: unknown unit card ${code}`],
    ),
    ...(card.lines.some((l) => l.parent !== null) ? [] : [`${card.code}: no line serves a card above`]),
  ]
}

function codeFaults(library: Omit<Library, 'calendars'>, measures: Measures): string[] {
  const constructs = new Map(library.questionnaire.constructs.map((c) => [c.code, c.kind]))
  const { remedies } = library
  const wantedLinks = [...constructs]
    .filter(([, kind]) => kind === 'cause')
    .flatMap(([cause]) => [...constructs].filter(([, kind]) => kind === 'problem').map(([problem]) => `${cause} ${problem}`))
  const givenLinks = new Set(remedies.links.map((l) => `${l.cause} ${l.problem}`))
  return [
    ...wantedLinks.filter((l) => !givenLinks.has(l)).map((l) => `remedies: no link strength for ${l}`),
    ...remedies.remedies.flatMap((r) =>
      r.answers.filter((a) => !constructs.has(a)).map((a) => `remedies: ${r.code} answers an unknown construct ${a}`),
    ),
    ...remedies.remedies.flatMap(({ code, sign }) =>
      (sign.kind === 'construct' ? constructs.has(sign.about) : library.questionnaire.items.some((item) => item.code === sign.about))
        ? []
        : [`remedies: ${code} has a sign nobody asks about, ${sign.about}`],
    ),
    ...remedies.remedies.flatMap((r) =>
      r.measures.filter((m) => !measures.has(m)).map((m) => `remedies: ${r.code} names an unknown measure ${m}`),
    ),
  ]
}
