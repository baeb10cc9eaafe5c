import type { PublicSnapshot } from '@milepost/contract/open/publications'
import type { Bilingual } from '@milepost/terms/bilingual'

type Figure = { readonly name: Bilingual; readonly value: string | null }
type Change = { readonly name: Bilingual; readonly before: string | null; readonly after: string | null }

/** Every figure that a corrected snapshot shows otherwise, by the name it has on the page. */
export function figureChanges(before: PublicSnapshot, after: PublicSnapshot): Change[] {
  const [old, now] = [figuresIn(before), figuresIn(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const name = (is ?? was)?.name
    const [valueBefore, valueAfter] = [was?.value ?? null, is?.value ?? null]
    return name === undefined || valueBefore === valueAfter ? [] : [{ name, before: valueBefore, after: valueAfter }]
  })
}

function figuresIn(snapshot: PublicSnapshot): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>([['score', { name: WHOLE, value: snapshot.score.official }]])
  for (const perspective of snapshot.perspectives) {
    figures.set(`perspective ${perspective.code}`, { name: perspective.name, value: perspective.score })
    for (const { code, name, actual, target } of perspective.measures) {
      figures.set(`actual ${code}`, { name, value: actual })
      figures.set(`target ${code}`, { name: { zh: `${name.zh}（目标）`, en: `${name.en} (target)` }, value: target })
    }
  }
  figures.set('roads', { name: ROADS, value: snapshot.roads?.mean ?? null })
  return figures
}

const WHOLE = { zh: '总体得分', en: 'Overall score' }
const ROADS = { zh: '公路技术状况指数（MQI）均值', en: 'Mean condition index (MQI)' }
