import type { PostCard, UnitCard } from '../../../library/schemas/strategy.ts'

/** Which template fits a unit or post, and why: the screen shows the reason beside it and lets the office choose another. */
export type TemplateProposal = {
  /** null: no card is drafted. */
  readonly templateCode: string | null
  readonly because:
    | 'chosen'
    | 'chosen-none'
    | 'said-by-post'
    | 'same-code'
    | 'only-one-of-its-kind'
    | 'name-alike'
    | 'several-alike'
    | 'nothing-alike'
    | 'not-cascaded'
  /** The words that names have in common. */
  readonly words: string
}

type Named = { readonly code: string; readonly name: { readonly zh: string; readonly en: string }; readonly kind: string }

/** What the office chose for a unit or post; null: "no card". undefined: it has not chosen. */
export type Choice = string | null | undefined

const proposal = (templateCode: string | null, because: TemplateProposal['because'], words = ''): TemplateProposal => ({
  templateCode,
  because,
  words,
})

/** Chosen by the office, else the template of the same code, else the only one of its kind, else the one whose name is alike. */
export function proposeUnitTemplate(unit: Named, chosen: Choice, templates: readonly UnitCard[]): TemplateProposal {
  if (unit.kind === 'bureau') return proposal(null, 'not-cascaded')
  if (chosen !== undefined) return proposal(chosen, chosen === null ? 'chosen-none' : 'chosen')
  const same = templates.find((template) => template.code === unit.code)
  if (same) return proposal(same.code, 'same-code')
  const ofKind = templates.filter((template) => template.unitKind === unit.kind)
  if (ofKind.length === 1 && ofKind[0]) return proposal(ofKind[0].code, 'only-one-of-its-kind')
  const alike = ofKind
    .map((template) => ({ code: template.code, ...likeness(unit.name, template.name) }))
    .filter(({ degree }) => degree > 0)
    .toSorted((a, b) => b.degree - a.degree)
  const [best, second] = alike
  if (!best) return proposal(null, 'nothing-alike')
  if (second && second.degree === best.degree) return proposal(null, 'several-alike', best.words)
  return proposal(best.code, 'name-alike', best.words)
}

type TitledPost = { readonly code: string; readonly title: Named['name']; readonly cardTemplate: string | null }

/** Chosen by the office, else what the post itself says, else the template of the same code, else the one whose title is the post's or ends it. */
export function proposePostTemplate(post: TitledPost, chosen: Choice, templates: readonly PostCard[]): TemplateProposal {
  if (chosen !== undefined) return proposal(chosen, chosen === null ? 'chosen-none' : 'chosen')
  if (templates.some(({ code }) => code === post.cardTemplate)) return proposal(post.cardTemplate, 'said-by-post')
  const same = templates.find(({ code }) => code === post.code)
  if (same) return proposal(same.code, 'same-code')
  const alike = templates
    .map(({ code, name }) => ({ code, ...titleLikeness(post.title, name) }))
    .filter(({ degree }) => degree > 0)
    .toSorted((a, b) => b.degree - a.degree)
  const [best, second] = alike
  if (!best) return proposal(null, 'nothing-alike')
  if (second && second.degree === best.degree) return proposal(null, 'several-alike', best.words)
  return proposal(best.code, 'name-alike', best.words)
}

/**
 * How far the title of a post is a template's: the same, or ending with it (高级养护工 is a 养护工), or beginning with it (养护工人); a deputy is not
 * the one deputised for. Of several the longest decides. A template may carry two titles: 机械操作手（驾驶员）.
 */
function titleLikeness(title: Named['name'], template: Named['name']): { degree: number; words: string } {
  const own = bare(title.zh)
  const found = template.zh
    .split(/[（）()]/)
    .map(bare)
    .filter((one) => one.length >= 2)
    .map((one, at) => ({ words: one, degree: at === 0 ? degreeOf(own, one) : own === one ? SAME - 1 : 0 }))
    .toSorted((a, b) => b.degree - a.degree)[0]
  if (found && found.degree > 0) return found
  const [mine, theirs] = [titleWords(title.en), titleWords(template.en)]
  const isSame = theirs.length > 0 && theirs.length === mine.length && theirs.every((word) => mine.includes(word))
  return isSame ? { degree: 1, words: mine.join(' ') } : { degree: 0, words: '' }
}

const SAME = 1000
function degreeOf(own: string, template: string): number {
  if (own === template) return SAME
  if (own.endsWith(template) && !own.slice(0, -template.length).endsWith('副')) return 100 + template.length
  return template.length >= 3 && own.startsWith(template) ? 10 + template.length : 0
}
const bare = (title: string) => title.replaceAll(/[\s·、]+/g, '')
const titleWords = (title: string): readonly string[] =>
  title
    .toLowerCase()
    .replaceAll(/\(.*?\)/g, '')
    .match(/[a-z]+/g) ?? []

/** Endings that every unit has and no unit is told apart by. */
const PLAIN_ZH = /(公路|管理|中心|科室|科|室|部|处|站|队|局)/g
const PLAIN_EN = [
  'office',
  'section',
  'department',
  'division',
  'centre',
  'center',
  'station',
  'unit',
  'team',
  'bureau',
  'highway',
  'and',
  'of',
  'the',
]

/** What two names have in common after common endings are taken off: two characters or more in Chinese, else whole words in English. */
function likeness(a: Named['name'], b: Named['name']): { degree: number; words: string } {
  const shared = longestCommon(plainZh(a.zh), plainZh(b.zh))
  if (shared.length >= 2) return { degree: 100 + shared.length, words: shared }
  const words = wordsOf(a.en).filter((word) => wordsOf(b.en).includes(word))
  return { degree: words.length, words: words.join(' ') }
}

const plainZh = (name: string) => name.replaceAll(PLAIN_ZH, '').replaceAll(/[\sA-Za-z0-9（）()]+/g, '')
const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .match(/[a-z]{3,}/g)
    ?.filter((word) => !PLAIN_EN.includes(word)) ?? []

function longestCommon(a: string, b: string): string {
  let best = ''
  for (let from = 0; from < a.length; from += 1)
    for (let to = from + best.length + 1; to <= a.length && b.includes(a.slice(from, to)); to += 1) best = a.slice(from, to)
  return best
}
