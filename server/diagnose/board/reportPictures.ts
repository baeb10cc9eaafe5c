import { barsChart, columnsChart, fieldsChart } from '../../platform/papers/charts.ts'
import { fishbone } from '../../platform/papers/fishbone.ts'
import { type Block, line } from '../../platform/papers/sheet.ts'
import type { Board } from './boardOf.ts'
import { figure } from './figure.ts'
import type { Ink } from './reportInk.ts'

/** How bad it is, darkest worst, so that a copy in black and white tells it too. */
const shadeOf = (severity: number): string => (severity >= 50 ? '8A3A17' : severity >= 35 ? 'C98B5E' : 'B9C6CF')

export function severityPicture({ file, text, pick, figure: caption }: Ink): Block[] {
  const judged = file.ground.constructs.flatMap((one) => (one.severity === null ? [] : [{ ...one, severity: one.severity }]))
  if (judged.length === 0) return []
  return [
    barsChart({
      names: judged.map((one) => `${one.code} ${pick(one.name)}`),
      values: judged.map((one) => Number(figure(one.severity, 1))),
      colours: judged.map((one) => shadeOf(one.severity)),
      says: text.severity,
      most: 100,
    }),
    caption(text.chart),
  ]
}

/** From dark to pale in the order of the levels. */
const LEVELS = ['10598C', 'C98B5E', '8FA3B0', '4F7F52', '8A3A17', 'C9A227'] as const

/** The means of every level, side by side; where one is not told its column is missing. */
export function levelsPicture({ file, text, pick, figure: caption }: Ink): Block[] {
  const rows = file.ground.comparisons.filter((one) => one.groups.length > 1)
  const levels = new Map(rows.flatMap((row) => row.groups.map((group) => [group.stratum, pick(group.name)] as const)))
  if (rows.length === 0 || levels.size > LEVELS.length) return []
  return [
    columnsChart({
      names: rows.map((row) => row.construct),
      series: [...levels].map(([stratum, name], at) => ({
        name,
        colour: LEVELS[at] ?? LEVELS[0],
        values: rows.map((row) => {
          const mean = row.groups.find((group) => group.stratum === stratum)?.mean
          return mean === undefined ? null : Number(figure(mean, 2))
        }),
      })),
      says: text.mean,
      least: 1,
      most: 5,
    }),
    caption(text.levelsChart),
  ]
}

const FIELDS = [
  ['concentrate-here', '8A3A17'],
  ['keep-up', '10598C'],
  ['low-priority', '8FA3B0'],
  ['possible-overkill', 'C9A227'],
] as const

export function prioritiesPicture({ file, text, figure: caption }: Ink): Block[] {
  const { points, lines } = file.priorities
  if (!lines || points.length === 0) return []
  return [
    fieldsChart({
      fields: FIELDS.map(([quadrant, colour]) => ({
        name: text.quadrants[quadrant],
        colour,
        places: points
          .filter((point) => point.quadrant === quadrant)
          .map((point) => ({ label: point.construct, x: point.performance, y: point.importance })),
      })),
      middle: { name: text.middle, x: lines.performance, y: lines.importance },
      across: `${text.mean} →`,
      up: `${text.importance} →`,
    }),
    caption(text.prioritiesChart),
  ]
}

/** The causes that feed a problem, the strongest first; as many as are drawn. */
export const feeding = (links: Board['links'], problem: string): Board['links'] =>
  links
    .filter((link) => link.problem === problem && link.strength > 0)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST_BONES)

/** A problem that stands, with the causes that feed it and what speaks for them. */
export function fishbones({ file, text, pick, figure: caption }: Ink): Block[] {
  const { problems, causes, links, evidence } = file.board
  const standing = problems.filter((one) => ['confirmed', 'suspected'].includes(one.decided?.verdict ?? one.proposed))
  const drawn = standing.flatMap((problem) => {
    const bones = feeding(links, problem.code).flatMap((link) => {
      const cause = causes.find((one) => one.code === link.cause)
      if (!cause) return []
      const twigs = evidence.filter((one) => one.subject === cause.code).map((one) => shortened(pick(one.says)))
      return [{ name: `${cause.code} ${pick(cause.name)}`, strength: link.strength, firm: link.basis === 'decided', twigs }]
    })
    const name = `${problem.code} ${pick(problem.name)}`
    return bones.length === 0 ? [] : [fishbone(name, bones), caption(text.fishbone(name))]
  })
  return drawn.length === 0 ? [] : [line(text.fishbones, { stays: true }), ...drawn]
}
const MOST_BONES = 6
const MOST_LETTERS = 44
const shortened = (words: string): string =>
  [...words].length > MOST_LETTERS ? `${[...words].slice(0, MOST_LETTERS - 1).join('')}…` : words
