import { gradeOf } from './grade.ts'
import type { GradedIndex } from './indexResult.ts'
import { type NetworkRates, networkRates } from './network.ts'
import type { GradeBands } from './parameters.ts'

/** Direction of a carriageway: with rising chainage, against it, or surveyed as one over its full width. */
export type Direction = 'up' | 'down' | 'both'

export type CarriagewaySection = {
  readonly route: string
  readonly direction: Direction
  readonly section: string
  readonly lengthMetres: string
  readonly index: GradedIndex
}

export type RouteLine = {
  readonly route: string
  /** `full` is both directions together, weighted by length. */
  readonly part: Direction | 'full'
  readonly rates: NetworkRates
  /** The mean with its grade by the bands given; null where there is none. */
  readonly graded: { readonly official: string; readonly grade: string } | null
}

/** The lines of a provincial form: each route with its up and down carriageway and the full width, the mean weighted by length and graded. Routes in the order in which they come. */
export function routeLines(sections: readonly CarriagewaySection[], bands: Pick<GradeBands, 'leastOfGrade'>): readonly RouteLine[] {
  const line = (route: string, part: RouteLine['part'], own: readonly CarriagewaySection[]): RouteLine => {
    const rates = networkRates(own)
    return {
      route,
      part,
      rates,
      graded: rates.kind === 'rated' ? { official: rates.mean.official, grade: gradeOf(rates.mean.value, bands).grade } : null,
    }
  }
  return [...new Set(sections.map(({ route }) => route))].flatMap((route) => {
    const own = sections.filter((each) => each.route === route)
    const parts = (['up', 'down', 'both'] as const).filter((direction) => own.some((each) => each.direction === direction))
    const lines = parts.map((part) =>
      line(
        route,
        part,
        own.filter(({ direction }) => direction === part),
      ),
    )
    return parts.length > 1 ? [...lines, line(route, 'full', own)] : lines
  })
}
