import { compare, parseExact, sign } from '@milepost/exact/exact'
import type { PayFactors } from './factors.ts'
import type { LocalText } from './localText.ts'

export type FactorFinding = { code: FactorFault; severity: 'blocks' | 'warns'; at: string; message: LocalText }
export type FactorFault =
  | 'not-a-number'
  | 'negative'
  | 'better-grade-earns-less'
  | 'grades-earn-alike'
  | 'cut-does-not-cut'
  | 'same-grade-twice'
  | 'clip-upside-down'
  | 'clip-leaves-out-one'
  | 'post-levels-not-rising'

const WORDS: Record<FactorFault, { severity: FactorFinding['severity']; message: (at: string) => LocalText }> = {
  'not-a-number': {
    severity: 'blocks',
    message: (at) => ({ zh: `“${at}”的系数不是规范的小数`, en: `The factor of "${at}" is not a plain decimal` }),
  },
  negative: { severity: 'blocks', message: (at) => ({ zh: `“${at}”的系数小于零`, en: `The factor of "${at}" is below zero` }) },
  'better-grade-earns-less': {
    severity: 'blocks',
    message: (at) => ({ zh: `“${at}”的系数高于比它好的等次`, en: `"${at}" earns more than a better grade` }),
  },
  'grades-earn-alike': {
    severity: 'warns',
    message: (at) => ({
      zh: `“${at}”与更好的等次系数相同，等次不影响分配`,
      en: `"${at}" earns the same as a better grade, so the grade makes no difference`,
    }),
  },
  'cut-does-not-cut': {
    severity: 'blocks',
    message: (at) => ({ zh: `“${at}”依规定应核减，系数须小于 1`, en: `"${at}" must be cut by rule: its factor has to stay below 1` }),
  },
  'same-grade-twice': { severity: 'blocks', message: (at) => ({ zh: `“${at}”出现两次`, en: `"${at}" appears twice` }) },
  'clip-upside-down': {
    severity: 'blocks',
    message: (at) => ({ zh: `${at}的下限高于上限`, en: `The lower limit of ${at} is above the upper one` }),
  },
  'clip-leaves-out-one': {
    severity: 'warns',
    message: (at) => ({
      zh: `${at}的上下限不包含 1，中等水平也会被增减`,
      en: `The limits of ${at} leave out 1, so even an average score is raised or cut`,
    }),
  },
  'post-levels-not-rising': {
    severity: 'blocks',
    message: (at) => ({ zh: `“${at}”的岗位系数低于下一级岗位`, en: `The post coefficient of "${at}" is below that of a lower level` }),
  },
}

const finding = (code: FactorFault, at: string): FactorFinding => ({
  code,
  severity: WORDS[code].severity,
  at,
  message: WORDS[code].message(at),
})
const readable = (text: string): boolean => parseExact(text).kind === 'exact'

/** Checks a factor table before it is published: readable, not negative, monotone, and cutting where the rule cuts. */
export function lintFactors(factors: PayFactors, postLevels: readonly { level: string; coefficient: string }[] = []): FactorFinding[] {
  return [...lintGrades(factors), ...lintClips(factors), ...lintPosts(postLevels)]
}

function lintGrades({ grades }: PayFactors): FactorFinding[] {
  const seen = new Set<string>()
  const ladder = grades.filter(({ factor }) => readable(factor))
  return [
    ...grades.filter(({ factor }) => !readable(factor)).map(({ grade }) => finding('not-a-number', grade)),
    ...grades.filter(({ grade }) => seen.size === seen.add(grade).size).map(({ grade }) => finding('same-grade-twice', grade)),
    ...ladder.flatMap(({ grade, factor, mustCut }, index) => {
      const better = ladder[index - 1]
      const order = better ? compare(factor, better.factor) : -1
      return [
        ...(sign(factor) < 0 ? [finding('negative', grade)] : []),
        ...(mustCut && compare(factor, 1) >= 0 ? [finding('cut-does-not-cut', grade)] : []),
        ...(order > 0 ? [finding('better-grade-earns-less', grade)] : []),
        ...(order === 0 && sign(factor) > 0 ? [finding('grades-earn-alike', grade)] : []),
      ]
    }),
  ]
}

function lintClips({ unitScore, personScore }: PayFactors): FactorFinding[] {
  return Object.entries({ unitScore, personScore }).flatMap(([at, { from, to }]) => {
    if (!readable(from) || !readable(to)) return [finding('not-a-number', at)]
    if (compare(from, to) > 0) return [finding('clip-upside-down', at)]
    if (sign(from) < 0) return [finding('negative', at)]
    return compare(from, 1) > 0 || compare(to, 1) < 0 ? [finding('clip-leaves-out-one', at)] : []
  })
}

/** Post levels from the lowest up: the coefficient may not fall on the way. */
function lintPosts(levels: readonly { level: string; coefficient: string }[]): FactorFinding[] {
  return levels.flatMap(({ level, coefficient }, index) => {
    if (!readable(coefficient)) return [finding('not-a-number', level)]
    const lower = levels[index - 1]
    return [
      ...(sign(coefficient) < 0 ? [finding('negative', level)] : []),
      ...(lower && readable(lower.coefficient) && compare(coefficient, lower.coefficient) < 0
        ? [finding('post-levels-not-rising', level)]
        : []),
    ]
  })
}
