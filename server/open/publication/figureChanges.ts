import type { PublicSnapshot } from '@milepost/contract/open/publications'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'

type Figure = { readonly name: Bilingual; readonly value: string | null }
type Change = { readonly name: Bilingual; readonly before: string | null; readonly after: string | null }

/** Every figure that a corrected snapshot shows otherwise, by the name it has on the page: the measures first, then what follows from them. */
export function figureChanges(before: PublicSnapshot, after: PublicSnapshot): Change[] {
  const [old, now] = [figuresIn(before), figuresIn(after)]
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const name = (is ?? was)?.name
    const [valueBefore, valueAfter] = [was?.value ?? null, is?.value ?? null]
    return name === undefined || valueBefore === valueAfter ? [] : [{ name, before: valueBefore, after: valueAfter }]
  })
}

function figuresIn(snapshot: PublicSnapshot): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>()
  for (const { code, name, actual, target, score, n, interval, trend } of snapshot.perspectives.flatMap(({ measures }) => measures)) {
    figures.set(`actual ${code}`, { name, value: actual })
    figures.set(`target ${code}`, { name: about(name, '目标', 'target'), value: target })
    figures.set(`score ${code}`, { name: about(name, '得分', 'score'), value: score })
    figures.set(`n ${code}`, { name: about(name, '样本数', 'answers'), value: n === null ? null : String(n) })
    figures.set(`interval ${code}`, {
      name: about(name, '95% 区间', '95 % interval'),
      value: interval && `${interval.low}–${interval.high}`,
    })
    for (const point of trend.filter(({ year }) => year !== snapshot.year))
      figures.set(`${point.year} ${code}`, { name: about(name, `${point.year} 年`, String(point.year)), value: point.actual })
  }
  for (const { code, name, score } of snapshot.perspectives)
    figures.set(`perspective ${code}`, { name: about(name, '维度得分', 'perspective'), value: score })
  figures.set('score', { name: WHOLE, value: snapshot.score.official })
  figures.set('on target', { name: ON_TARGET, value: String(snapshot.score.onTarget) })
  figures.set('roads', { name: ROADS.mean, value: snapshot.roads?.mean ?? null })
  figures.set('roads good', { name: ROADS.good, value: snapshot.roads?.goodRate ?? null })
  figures.set('roads poor', { name: ROADS.poor, value: snapshot.roads?.poorRate ?? null })
  for (const { band, units } of snapshot.units.bands)
    figures.set(`units ${band}`, { name: { zh: `部门数（${band}）`, en: `Units (${band})` }, value: String(units) })
  for (const { grade, n } of snapshot.staff.grades)
    figures.set(`staff ${grade}`, { name: gradeName(grade), value: n === null ? null : String(n) })
  return figures
}

const about = (name: Bilingual, zh: string, en: string): Bilingual => ({ zh: `${name.zh}（${zh}）`, en: `${name.en || name.zh} (${en})` })

function gradeName(code: string): Bilingual {
  const { zh, en } = code in GRADES ? GRADES[code as keyof typeof GRADES] : { zh: code, en: code }
  return { zh: `职工年度考核（${zh}）`, en: `Appraisal of staff (${en})` }
}

const WHOLE = { zh: '总体得分', en: 'Overall score' }
const ON_TARGET = { zh: '达到目标的公开指标数', en: 'Public measures on target' }
const ROADS = {
  mean: { zh: '公路技术状况指数（MQI）均值', en: 'Mean condition index (MQI)' },
  good: { zh: '优良路率（MQI）', en: 'Good or better (MQI)' },
  poor: { zh: '次差路率（MQI）', en: 'Poor or bad (MQI)' },
}
