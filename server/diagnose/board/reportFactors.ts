import { type Block, line, list } from '../../platform/papers/sheet.ts'
import { cut, type Ink } from './reportInk.ts'

/** More columns of loadings than this do not fit on the page; the loadings are then left to the screen. */
const MOST_COLUMNS = 8

/** Which components lie behind the items: their variance, then every item's loadings, small ones left out as in print. */
export function factorBlocks(ink: Ink): Block[] {
  const { file, text, say, table } = ink
  const { factors } = file
  if (factors.because !== null) return [line(text.noFactors(text.because[factors.because] ?? '–'), { indent: true })]
  const kept = factors.eigenvalues.slice(0, factors.components)
  const turned = factors.rotatedPercent
  const loadings = factors.items.map((one) => [
    one.code,
    ...one.loadings.map((loading) => (Math.abs(loading) < LEAST_PRINTED ? '' : cut(loading, 2))),
    cut(one.communality, 2),
  ])
  return [
    line(text.factors(factors.n, factors.components, factors.byParallel === null ? '–' : String(factors.byParallel), factors.byKaiser), {
      indent: true,
    }),
    table(say.tables.variance),
    list(
      [20, 20, 20, 20, 20],
      [text.component, text.eigenvalue, text.variance, text.cumulative, text.rotated],
      kept.map((one, at) => [
        String(at + 1),
        cut(one.eigenvalue, 3),
        cut(one.percent, 1),
        cut(one.cumulative, 1),
        cut(turned[at] ?? null, 1),
      ]),
    ),
    ...(factors.components > MOST_COLUMNS
      ? [line(text.loadingsOnScreen, { indent: true })]
      : [
          table(text.loadings),
          list([18, ...kept.map(() => 9), 14], [text.item, ...kept.map((_, at) => String(at + 1)), text.communality], loadings),
        ]),
    separation(ink),
  ]
}
const LEAST_PRINTED = 0.4

/** On which sheets this rests and why, and whether the constructs separate. */
function separation({ file, say }: Ink): Block {
  const { factors, ground } = file
  const constructs = new Set(factors.items.map((one) => one.construct)).size
  const lost = factors.items.filter((one) => one.loadings.every((loading) => Math.abs(loading) < LEAST_PRINTED)).map((one) => one.code)
  const parts = [
    ...(factors.n < ground.sheets ? [say.complete(factors.n, ground.sheets, factors.items.length)] : []),
    ...(factors.components === constructs ? [] : [say.fewer(constructs, factors.components)]),
    ...(lost.length === 0 ? [] : [say.noLoading(lost.join(say.and))]),
    ...(factors.components === constructs && lost.length === 0 ? [say.apart(constructs)] : []),
  ]
  return line(parts.join('').trim(), { indent: true })
}
