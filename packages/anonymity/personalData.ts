/** What in a text may tell who wrote it or of whom it speaks. */
export const personalDataKinds = [
  'id-card',
  'mobile-phone',
  'landline',
  'email',
  'bank-card',
  'licence-plate',
  'messenger',
  'web-address',
  'birth-date',
  'home-address',
  'person-listed',
  'person-addressed',
] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

/**
 * A stretch of a text, in UTF-16 positions. `certain`: its own check digit or form proves it, or the name is on the list given;
 * otherwise it looks like it and a person decides.
 */
export type PersonalDatum = {
  readonly kind: PersonalDataKind
  readonly from: number
  readonly to: number
  readonly text: string
  readonly certain: boolean
}

type Pattern = { kind: PersonalDataKind; pattern: RegExp; accept?: (text: string) => boolean | 'unsure' }

/** Common Chinese surnames that stand before a form of address; a longer list finds more false names than true ones. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const TITLES = '局长|副局长|主任|副主任|科长|副科长|站长|副站长|书记|处长|段长|队长|组长|经理|老师|师傅|工程师|工|总|某某|某'
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

/** In the order in which they are asked; a stretch found first is not found again as something weaker. */
const PATTERNS: readonly Pattern[] = [
  { kind: 'id-card', pattern: /(?<!\d)\d{17}[\dXx](?![\dXx])/g, accept: (text) => (isIdCard(text) ? true : 'unsure') },
  { kind: 'email', pattern: /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g },
  { kind: 'web-address', pattern: /\bhttps?:\/\/[^\s，。；、）)]+/g },
  { kind: 'bank-card', pattern: /(?<!\d)\d(?:[ -]?\d){14,18}(?!\d)/g, accept: (text) => passesLuhn(text.replace(/\D/g, '')) },
  { kind: 'mobile-phone', pattern: /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g },
  { kind: 'mobile-phone', pattern: /(?<![\d-])(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)/g },
  { kind: 'landline', pattern: /(?<!\d)(?:0\d{2,3}[- ]?)\d{7,8}(?:\s*(?:转|分机|-|ext\.?)\s*\d{1,5})?(?!\d)/g },
  { kind: 'licence-plate', pattern: new RegExp(`[${PROVINCES}][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])`, 'g') },
  { kind: 'messenger', pattern: /(?:微信|QQ|企业微信|钉钉|wechat|weixin)(?:号|群|id)?\s*[:：是为]?\s*[A-Za-z0-9_-]{5,20}/gi },
  {
    kind: 'birth-date',
    pattern: /(?:出生于?|生日|生于|born(?: on)?|date of birth:?)\s*(?:是|为|[:：])?\s*\d{2,4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?/gi,
  },
  {
    kind: 'home-address',
    pattern:
      /[\p{Script=Han}A-Za-z0-9]{2,20}(?:路|街|巷|弄|村|小区|花园|苑)\s*\d{1,5}\s*号?(?:[\p{Script=Han}\d-]{0,6}(?:栋|幢|单元|室))?/gu,
    accept: (text) => (/[栋幢室]|单元|号/.test(text) ? 'unsure' : false),
  },
  {
    kind: 'person-addressed',
    pattern: new RegExp(
      `(?<!\\p{Script=Han})[${SURNAMES}]\\p{Script=Han}{0,2}?(?:${TITLES})|(?:找|问|由|跟|和|向|被|是|叫)[${SURNAMES}]\\p{Script=Han}{0,2}?(?:${TITLES})`,
      'gu',
    ),
    accept: () => 'unsure',
  },
  {
    kind: 'person-addressed',
    pattern: /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Director|Manager|Chief)\.? [A-Z][a-z]+(?:[- ][A-Z][a-z]+)?/g,
    accept: () => 'unsure',
  },
]

/**
 * Personal data in a text in Chinese or English, in the order of the text, without overlaps: identity-card numbers (check digit), phones, e-mail, bank cards (Luhn), licence
 * plates, messenger accounts, addresses, dates of birth, people on `names` (staff of the institution) and people named with a form of address.
 * It finds what has a form; a person reads the text before it is shown. Returns an empty list when nothing was found, not a promise that nothing is there.
 */
export function findPersonalData(text: string, names: readonly string[] = []): readonly PersonalDatum[] {
  const found: PersonalDatum[] = []
  const take = (datum: PersonalDatum) => {
    if (!found.some(({ from, to }) => datum.from < to && from < datum.to)) found.push(datum)
  }
  for (const { kind, pattern, accept } of PATTERNS) {
    if (kind === 'person-addressed') continue
    for (const datum of matchesOf(text, { kind, pattern, accept })) take(datum)
  }
  for (const datum of namesIn(text, names)) take(datum)
  for (const each of PATTERNS.filter(({ kind }) => kind === 'person-addressed')) for (const datum of matchesOf(text, each)) take(datum)
  return found.toSorted((one, other) => one.from - other.from)
}

function* matchesOf(text: string, { kind, pattern, accept }: Pattern): Generator<PersonalDatum> {
  for (const match of text.matchAll(pattern)) {
    const verdict = accept?.(match[0]) ?? true
    if (verdict === false) continue
    yield { kind, from: match.index, to: match.index + match[0].length, text: match[0], certain: verdict === true }
  }
}

/** Longer names first, so that one name inside another is not taken for it. Latin names only as whole words. */
function* namesIn(text: string, names: readonly string[]): Generator<PersonalDatum> {
  for (const name of names.filter((each) => each.trim().length >= 2).toSorted((one, other) => other.length - one.length)) {
    const isLatin = /^[\p{Script=Latin} .'-]+$/u.test(name)
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const pattern = isLatin ? new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'giu') : new RegExp(escaped, 'gu')
    for (const match of text.matchAll(pattern))
      yield { kind: 'person-listed', from: match.index, to: match.index + match[0].length, text: match[0], certain: true }
  }
}

/** The words that stand in place of what was taken out. */
const MARKS: Readonly<Record<PersonalDataKind, { zh: string; en: string }>> = {
  'id-card': { zh: '［身份证号］', en: '[identity card]' },
  'mobile-phone': { zh: '［电话］', en: '[phone]' },
  landline: { zh: '［电话］', en: '[phone]' },
  email: { zh: '［邮箱］', en: '[e-mail]' },
  'bank-card': { zh: '［银行卡号］', en: '[bank card]' },
  'licence-plate': { zh: '［车牌］', en: '[licence plate]' },
  messenger: { zh: '［社交账号］', en: '[account]' },
  'web-address': { zh: '［网址］', en: '[address]' },
  'birth-date': { zh: '［出生日期］', en: '[date of birth]' },
  'home-address': { zh: '［地址］', en: '[address]' },
  'person-listed': { zh: '［某同志］', en: '[a colleague]' },
  'person-addressed': { zh: '［某同志］', en: '[a colleague]' },
}

/** The text with every find replaced by what it was, in the language the text is written in. The finds are those of `findPersonalData` for the same text. */
export function withoutPersonalData(text: string, found: readonly PersonalDatum[]): string {
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  return found
    .toSorted((one, other) => other.from - one.from)
    .reduce((left, { kind, from, to }) => `${left.slice(0, from)}${MARKS[kind][language]}${left.slice(to)}`, text)
}

/** GB 11643: weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, remainder of 11 against 10X98765432; and a month and day that exist. */
function isIdCard(text: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  const [month, day] = [Number(text.slice(10, 12)), Number(text.slice(12, 14))]
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase() && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function passesLuhn(digits: string): boolean {
  if (digits.length < 15 || digits.length > 19) return false
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
