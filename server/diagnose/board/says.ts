import type { EVIDENCE_KINDS } from '@milepost/contract/diagnose/board'
import { Refusal } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Library } from '../../platform/library.ts'
import { figure } from './figure.ts'
import type { Ground } from './ground.ts'

export type Said = { readonly label: Bilingual; readonly says: Bilingual }
type Kind = (typeof EVIDENCE_KINDS)[number]

const both = (zh: string, en = zh): Bilingual => ({ zh, en })

/** What one piece of evidence says, in both languages, with its figure and the number of people behind it; refused where it may not be shown. */
export function saidOf(ground: Ground, library: Library, given: { kind: Kind; about: string; found?: string | undefined }): Said {
  const said = SAYS[given.kind](ground, given.about, { library, found: given.found ?? '' })
  if (!said) throw new Refusal('evidence-not-shown')
  return said
}

type More = { readonly library: Library; readonly found: string }
const SAYS: Readonly<Record<Kind, (ground: Ground, about: string, more: More) => Said | null>> = {
  construct: ({ constructs }, about) => {
    const one = constructs.find((each) => each.code === about)
    if (!one || one.severity === null || one.mean === null) return null
    const [severe, mean] = [figure(one.severity, 1), figure(one.mean, 2)]
    return {
      label: one.name,
      says: both(`严重度 ${severe}，均值 ${mean}（n = ${one.n}）`, `severity ${severe}, mean ${mean} (n = ${one.n})`),
    }
  },
  item: ({ items }, about) => {
    const one = items.find((each) => each.code === about)
    return one && !one.hidden ? { label: { zh: `${one.code} ${one.text.zh}`, en: `${one.code} ${one.text.en}` }, says: sayItem(one) } : null
  },
  difference: ({ comparisons }, about) => {
    const one = comparisons.find((each) => each.construct === about)
    return one ? sayDifference(one) : null
  },
  'code-count': ({ voices, entered, instrument }, about) => {
    const outside = entered.find((each) => each.code === about)
    if (outside) return sayEntered(outside, instrument)
    const one = voices.rows.find((row) => row.code === about)
    if (!one || voices.interviewed === null) return null
    const percent = figure(one.percent, 0)
    return {
      label: both(`编码 ${one.code} ${one.name.zh}`, `code ${one.code} ${one.name.en}`),
      says: both(
        `${voices.interviewed} 位受访者中 ${one.raised} 位提到（${percent} %）`,
        `raised by ${one.raised} of ${voices.interviewed} interviewees (${percent} %)`,
      ),
    }
  },
  quote: ({ voices }, about) => {
    const one = voices.quotes.find((each) => each.quoteId === about)
    return one ? { label: { zh: one.from.zh, en: one.from.en }, says: both(`“${one.text}”`) } : null
  },
  audit: (_ground, about, { library, found }) => {
    const one = library.remedies.signals.find((each) => each.code === about)
    if (!one || found === '') return null
    return {
      label: one.name,
      says: both(`${found}（正常：${one.healthy.zh}）`, `${found} (healthy: ${one.healthy.en})`),
    }
  },
}

/** Interviews held outside: the count is told with whoever answers for it. */
function sayEntered({ code, raised, asked, by }: Ground['entered'][number], { constructs }: Ground['instrument']): Said {
  const name = constructs.find((one) => one.code === code)?.name ?? both(code)
  const percent = figure((100 * raised) / asked, 0)
  return {
    label: both(`访谈 ${code} ${name.zh}`, `interviews ${code} ${name.en}`),
    says: both(
      `${asked} 位受访者中 ${raised} 位提到（${percent} %；访谈在系统外进行，人数由${by}填写）`,
      `raised by ${raised} of ${asked} interviewees (${percent} %; held outside, count entered by ${by})`,
    ),
  }
}

function sayItem(one: Ground['items'][number]): Bilingual {
  const n = one.valid ?? 0
  const turned = one.reverse ? both('（反向题）', ' (reversed)') : both('')
  if (one.banded) {
    const share = one.banded.band === 'at-least' ? both('至少', 'at least') : both('至多', 'at most')
    const what = one.banded.of === 'favourable' ? both('赞同', 'favourable') : both('答得一样', 'answered alike')
    return both(
      `${share.zh} ${one.banded.percent} % ${what.zh}${turned.zh}（n = ${n}）`,
      `${share.en} ${one.banded.percent} % ${what.en}${turned.en} (n = ${n})`,
    )
  }
  const places = n < 50 ? 0 : 1
  const share = one.favourable === null ? '?' : figure(one.favourable, places)
  const mean = one.mean === null ? '?' : figure(one.mean, 2)
  return both(`同意率 ${share} %，均值 ${mean}${turned.zh}（n = ${n}）`, `${share} % agree, mean ${mean}${turned.en} (n = ${n})`)
}

const SIZES = { none: both('很小', 'very small'), small: both('小', 'small'), medium: both('中等', 'medium'), large: both('大', 'large') }

function sayDifference(one: Ground['comparisons'][number]): Said | null {
  const sorted = [...one.groups].sort((a, b) => b.mean - a.mean)
  const [high, low] = [sorted[0], sorted.at(-1)]
  if (one.test === 'none' || one.adjustedP === null || !one.effect || !high || !low) return null
  const p = one.adjustedP < 0.001 ? 'p < 0.001' : `p = ${figure(one.adjustedP, 3)}`
  const size = SIZES[one.effect.size]
  const [top, bottom] = [figure(high.mean, 2), figure(low.mean, 2)]
  return {
    label: both(`${one.name.zh}：层级差异`, `${one.name.en}: between levels`),
    says: both(
      `${high.name.zh} ${top}，${low.name.zh} ${bottom}；校正 ${p}，效应${size.zh}`,
      `${high.name.en} ${top}, ${low.name.en} ${bottom}; corrected ${p}, ${size.en} effect`,
    ),
  }
}
