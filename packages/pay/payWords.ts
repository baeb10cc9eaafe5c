import { compare } from '@milepost/exact/exact'
import { toDecimalString } from '@milepost/exact/rounding'
import type { LocalText } from './localText.ts'
import type { PayLine, PayRefusal, PayWarning, UnitLine } from './payRun.ts'
import { yuan } from './yuan.ts'

/** A factor to four places; where that is not all of it, it says so. */
export const factorText = (value: string): string => shown(value).text

function shown(value: string, places = 4): { text: string; rounded: boolean } {
  const text = toDecimalString(value, places)
  const rounded = compare(text, value) !== 0
  return { text: rounded ? `≈${text}` : text, rounded }
}

const roundedNote = (factors: readonly { rounded: boolean }[]): LocalText =>
  factors.some(({ rounded }) => rounded)
    ? { zh: '（≈ 处为显示时四舍五入，计算用精确值）', en: ' (≈ is rounded to be shown; the sum is worked out exactly)' }
    : { zh: '', en: '' }

/** A unit's line as a sentence with its own figures. */
export function unitWords(name: LocalText, { inputs, weight, shareFen, people }: Omit<UnitLine, 'text'>): LocalText {
  const [head, factor, all] = [shown(inputs.headcount, 2), shown(inputs.scoreFactor), shown(weight)]
  const note = roundedNote([head, factor, all])
  const scored = {
    zh: inputs.score === null ? '无得分' : `得分 ${inputs.score}`,
    en: inputs.score === null ? 'no score' : `score ${inputs.score}`,
  }
  return {
    zh: `${name.zh}：折算人数 ${head.text} × 岗位结构系数 ${inputs.postMix} × 单位绩效系数 ${factor.text}（${scored.zh}）= ${all.text}，分得 ${yuan(shareFen)} 元，${people} 人${note.zh}`,
    en: `${name.en}: head count ${head.text} × post mix ${inputs.postMix} × unit factor ${factor.text} (${scored.en}) = ${all.text}, receives ${yuan(shareFen)} yuan for ${people} people${note.en}`,
  }
}

/** A person's line as a sentence with its own figures. */
export function lineWords(name: string, line: Omit<PayLine, 'text'>): LocalText {
  const { inputs } = line
  const factors = [
    inputs.postCoefficient,
    inputs.gradeFactor,
    inputs.attendance,
    inputs.time,
    inputs.scoreFactor,
    line.weight,
    line.unitWeight,
  ]
  const told = factors.map((factor) => shown(factor))
  const [post, grade, attendance, time, score, weight, all] = told.map(({ text }) => text)
  const note = roundedNote(told)
  const held =
    line.held === 'at-lower'
      ? { zh: '，按下限发放', en: ', held at the lower bound' }
      : line.held === 'at-upper'
        ? { zh: '，按上限发放', en: ', held at the upper bound' }
        : { zh: '', en: '' }
  const last = line.byRemainder ? { zh: '，尾数补 1 分', en: ', one fen from the remainder' } : { zh: '', en: '' }
  return {
    zh: `${name}：岗位系数 ${post} × 等次系数 ${grade} × 出勤 ${attendance} × 在岗 ${time} × 绩效系数 ${score} = ${weight}，占本单位 ${all} 中的份额，本单位 ${yuan(line.unitShareFen)} 元，应得 ${yuan(line.fen)} 元${held.zh}${last.zh}${note.zh}`,
    en: `${name}: post ${post} × grade ${grade} × attendance ${attendance} × time ${time} × score ${score} = ${weight} of ${all} in the unit, whose share is ${yuan(line.unitShareFen)} yuan: ${yuan(line.fen)} yuan${held.en}${last.en}${note.en}`,
  }
}

const WARNINGS: Record<PayWarning['code'], (at: string) => LocalText> = {
  'unit-without-claims': (at) => ({
    zh: `“${at}”没有人有份额，其部分由其他单位分享`,
    en: `Nobody in "${at}" has a claim; its part goes to the other units`,
  }),
  'grade-has-no-effect': (at) => ({
    zh: `“${at}”是本单位唯一有份额的人，等次系数不影响金额`,
    en: `"${at}" is the only one with a claim in the unit, so the grade does not change the amount`,
  }),
  'unit-score-clipped': (at) => ({ zh: `“${at}”的单位绩效系数已按上下限取值`, en: `The unit factor of "${at}" was held at its limit` }),
  'person-score-clipped': (at) => ({ zh: `“${at}”的个人绩效系数已按上下限取值`, en: `The score factor of "${at}" was held at its limit` }),
}
/** A warning as a sentence in both languages; `at` is the unit or person it is about. */
export const warningWords = (code: PayWarning['code'], at: string): LocalText => WARNINGS[code](at)

type Said = { amount: string; zh: string; en: string }
const REFUSALS: Record<PayRefusal, (said: Said) => LocalText> = {
  'pool-not-whole-fen': () => ({ zh: '总额须为不小于零的整数分', en: 'The pool must be a whole number of fen, not below zero' }),
  'reserve-out-of-range': () => ({ zh: '预留比例须在 0 至 100 % 之间', en: 'The reserve must be between 0 and 100 %' }),
  'not-a-number': ({ zh, en }) => ({ zh: `系数或得分不是规范的小数：${zh}`, en: `A factor or score is not a plain decimal: ${en}` }),
  'negative-factor': ({ zh, en }) => ({ zh: `系数或得分小于零：${zh}`, en: `A factor or score is below zero: ${en}` }),
  'same-person-twice': ({ zh, en }) => ({ zh: `工号重复：${zh}`, en: `The same person appears twice: ${en}` }),
  'same-unit-twice': ({ zh, en }) => ({ zh: `单位重复：${zh}`, en: `The same unit appears twice: ${en}` }),
  'unknown-unit': ({ zh, en }) => ({ zh: `这些人的单位不在分配范围内：${zh}`, en: `These people's unit takes no part: ${en}` }),
  'grade-without-factor': ({ zh, en }) => ({ zh: `系数表中没有这些人的等次：${zh}`, en: `The factor table lacks the grade of: ${en}` }),
  'unit-without-score': ({ zh, en }) => ({
    zh: `这些单位没有得分，也没有约定系数：${zh}`,
    en: `These units have no score and no factor was agreed for that: ${en}`,
  }),
  'person-without-score': ({ zh, en }) => ({
    zh: `这些人没有得分，也没有约定系数：${zh}`,
    en: `These people have no score and no factor was agreed for that: ${en}`,
  }),
  'no-claims': ({ amount }) => ({
    zh: `没有人有份额，${amount} 元无法分配`,
    en: `Nobody has a claim; ${amount} yuan cannot be shared out`,
  }),
  'bound-not-whole-fen': ({ zh, en }) => ({ zh: `上下限须为整数分：${zh}`, en: `A bound must be a whole number of fen: ${en}` }),
  'bounds-crossed': ({ zh, en }) => ({ zh: `下限高于上限：${zh}`, en: `The lower bound is above the upper one: ${en}` }),
  'lower-bounds-exceed-pool': ({ amount, zh, en }) => ({
    zh: `下限合计超出总额 ${amount} 元${zh && `：${zh}`}`,
    en: `The lower bounds exceed the pool by ${amount} yuan${en && `: ${en}`}`,
  }),
  'upper-bounds-below-pool': ({ amount, zh, en }) => ({
    zh: `上限合计不足，${amount} 元分不出去${zh && `：${zh}`}`,
    en: `The upper bounds leave ${amount} yuan undistributed${en && `: ${en}`}`,
  }),
}
/** The words for a refused run; long lists are cut after ten. */
export function refusalWords(because: PayRefusal, amountFen: number, at: readonly string[]): LocalText {
  const more = at.length > 10
  const names = at.slice(0, 10)
  return REFUSALS[because]({
    amount: Number.isSafeInteger(amountFen) ? yuan(amountFen) : String(amountFen),
    zh: `${names.join('、')}${more ? ` 等 ${at.length} 个` : ''}`,
    en: `${names.join(', ')}${more ? ` and ${at.length - 10} more` : ''}`,
  })
}
