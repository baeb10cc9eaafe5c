import type { Bilingual } from '@milepost/terms/bilingual'
import type { FrozenDecision } from './frozen.ts'

/** What still stands in the way of a decision, each with its place. */
export function missingFor({ inputs, result }: FrozenDecision): Bilingual[] {
  const missing: Bilingual[] = []
  if (inputs.basis.weights === 'judges' && inputs.judges.length === 0)
    missing.push({ zh: '还没有评判人提交判断', en: 'no judge has submitted yet' })
  else if (result.weights === null)
    missing.push({
      zh: `两两判断没有把各项准则连在一起（${result.apart.map((part) => part.join('、')).join('；')}）`,
      en: `the judgements do not link all criteria (${result.apart.map((part) => part.join(', ')).join('; ')})`,
    })
  if (result.unrated.length > 0)
    missing.push({ zh: `缺少评分：${shown(result.unrated)}`, en: `ratings are missing: ${shown(result.unrated)}` })
  const silent = placesWithoutReason(inputs)
  if (silent.length > 0) missing.push({ zh: `评分没有理由：${shown(silent)}`, en: `ratings without a reason: ${shown(silent)}` })
  return missing
}

/** The office's ratings that count and say no reason; raters give theirs when they submit. */
function placesWithoutReason({ basis, office, judges }: FrozenDecision['inputs']): string[] {
  const rated = new Set(basis.ratings === 'raters' ? judges.flatMap(({ ratings }) => Object.keys(ratings)) : [])
  return Object.keys(office.ratings).filter((place) => {
    const reason = office.reasons[place]
    return !rated.has(place) && (reason === undefined || (reason.zh === '' && reason.en === ''))
  })
}

const MOST = 6
const shown = (places: readonly string[]) => `${places.slice(0, MOST).join(', ')}${places.length > MOST ? ` … (${places.length})` : ''}`
