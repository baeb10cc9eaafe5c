import type { PaySettings } from '@milepost/contract/reward/factors'
import type { PayStep } from '@milepost/contract/reward/outcome'
import { toDecimalString } from '@milepost/exact/rounding'
import type { PayLine, UnitLine } from '@milepost/pay/payRun'
import { factorText } from '@milepost/pay/payWords'
import { yuan } from '@milepost/pay/yuan'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'
import type { LineExplanation } from '../pool/explanation.ts'

export type LineToExplain = {
  readonly amounts: { readonly amountFen: number; readonly reserveFen: number; readonly distributedFen: number }
  readonly settings: Pick<PaySettings, 'unitScore' | 'personScore'>
  readonly unitName: Bilingual
  readonly unitLine: UnitLine
  /** Weights of all units added up. */
  readonly weightOfAll: string
  /** `facts` null: only the factors are known, not the days they came from. */
  readonly explanation: { readonly line: PayLine; readonly facts: LineExplanation['facts'] | null }
}

const figure = factorText
type Factor = { text: Bilingual; value: string }

/** How one person's amount came about, from the pool down to the last fen, with every figure it rests on. */
export function paySteps(given: LineToExplain): PayStep {
  const { line } = given.explanation
  return {
    text: { zh: '应得绩效工资', en: 'Performance pay due' },
    value: `${yuan(line.fen)}`,
    children: [unitShare(given), ownWeight(given), ownShare(given)],
  }
}

function unitShare({ amounts, unitName, unitLine, weightOfAll, settings }: LineToExplain): PayStep['children'][number] {
  const { inputs, weight, shareFen } = unitLine
  const [own, all] = [figure(weight), figure(weightOfAll)]
  const [pool, reserve, rest] = [yuan(amounts.amountFen), yuan(amounts.reserveFen), yuan(amounts.distributedFen)]
  return {
    text: {
      zh: `“${unitName.zh}”的份额：总额 ${pool} 元减预留 ${reserve} 元，余 ${rest} 元，按权重 ${own} ÷ 各单位合计 ${all} 分得`,
      en: `Share of “${unitName.en || unitName.zh}”: ${pool} yuan less ${reserve} kept back leaves ${rest}, times its weight ${own} of ${all} for all units`,
    },
    value: yuan(shareFen),
    children: [
      {
        text: { zh: '折算人数（各人出勤 × 在岗之和）', en: 'Head count (attendance × time, added up)' },
        value: figure(inputs.headcount),
      },
      {
        text: { zh: '岗位结构系数（本单位岗位系数平均）', en: 'Post mix (mean post coefficient of the unit)' },
        value: figure(inputs.postMix),
      },
      scored(inputs.score, {
        zh: (score) => `单位绩效系数（单位得分 ${score} ÷ 100，限 ${settings.unitScore.from} 至 ${settings.unitScore.to}）`,
        en: (score) => `Unit factor (unit score ${score} / 100, held between ${settings.unitScore.from} and ${settings.unitScore.to})`,
        none: { zh: '单位绩效系数（单位没有得分，按约定取值）', en: 'Unit factor (no unit score; the agreed value)' },
        value: inputs.scoreFactor,
      }),
    ],
  }
}

function ownWeight({ explanation: { line, facts }, settings }: LineToExplain): PayStep['children'][number] {
  const { inputs } = line
  const grade = gradeName(inputs.grade)
  const mean = inputs.unitMean === null ? '–' : toDecimalString(inputs.unitMean, 2)
  return {
    text: {
      zh: '本人权重：以下五个系数相乘（≈ 处为显示时四舍五入，计算用精确值）',
      en: 'Own weight: the product of the five factors below (≈ is rounded to be shown; it is worked out exactly)',
    },
    value: figure(line.weight),
    children: [
      {
        text: noted({ zh: '岗位系数', en: 'Post coefficient' }, facts && { zh: facts.post.zh, en: facts.post.en || facts.post.zh }),
        value: figure(inputs.postCoefficient),
      },
      { text: { zh: `等次系数（${grade.zh}）`, en: `Grade factor (${grade.en})` }, value: figure(inputs.gradeFactor) },
      {
        text: noted(
          { zh: '出勤系数', en: 'Attendance' },
          facts && {
            zh: `应出勤 ${facts.dueDays} 个工作日，计入缺勤 ${facts.absentDays} 天`,
            en: `${facts.dueDays} working days due, ${facts.absentDays} counted as absent`,
          },
        ),
        value: figure(inputs.attendance),
      },
      {
        text: noted(
          { zh: '在岗系数', en: 'Time' },
          facts && {
            zh: `本周期 ${facts.cycleDays} 天中在岗 ${facts.serviceDays} 天`,
            en: `employed ${facts.serviceDays} of ${facts.cycleDays} days`,
          },
        ),
        value: figure(inputs.time),
      },
      scored(inputs.score, {
        zh: (score) => `得分系数（得分 ${score} ÷ 本单位平均 ${mean}，限 ${settings.personScore.from} 至 ${settings.personScore.to}）`,
        en: (score) =>
          `Score factor (score ${score} / mean of the unit ${mean}, held between ${settings.personScore.from} and ${settings.personScore.to})`,
        none: { zh: '得分系数（没有考核得分，按约定取值）', en: 'Score factor (no score; the agreed value)' },
        value: inputs.scoreFactor,
      }),
    ],
  }
}

function ownShare({ explanation: { line } }: LineToExplain): PayStep['children'][number] {
  const [own, all] = [figure(line.weight), figure(line.unitWeight)]
  return {
    text: {
      zh: `本人份额：单位份额 ${yuan(line.unitShareFen)} 元 × 权重 ${own} ÷ 本单位合计 ${all}`,
      en: `Own share: the unit’s ${yuan(line.unitShareFen)} yuan × own weight ${own} of ${all} in the unit`,
    },
    value: yuan(line.fen),
    children: [{ text: roundingWords(line), value: yuan(line.fen) }],
  }
}

const noted = (name: Bilingual, note: Bilingual | null): Bilingual =>
  note === null ? name : { zh: `${name.zh}（${note.zh}）`, en: `${name.en} (${note.en})` }

function roundingWords({ exactFen, byRemainder, held }: PayLine): Bilingual {
  if (held !== null) {
    const bound = held === 'at-lower' ? { zh: '下限', en: 'lower bound' } : { zh: '上限', en: 'upper bound' }
    return { zh: `按${bound.zh}发放`, en: `Held at the ${bound.en}` }
  }
  return byRemainder
    ? {
        zh: `取整前 ${exactFen} 分，按最大余数法进为整分`,
        en: `${exactFen} fen before rounding; raised to the whole fen by largest remainder`,
      }
    : {
        zh: `取整前 ${exactFen} 分，按最大余数法舍为整分`,
        en: `${exactFen} fen before rounding; cut to the whole fen by largest remainder`,
      }
}

type ScoredWords = { zh: (score: string) => string; en: (score: string) => string; none: Bilingual; value: string }
const scored = (score: string | null, words: ScoredWords): Factor => ({
  text: score === null ? words.none : { zh: words.zh(score), en: words.en(score) },
  value: figure(words.value),
})

const isGrade = (code: string): code is keyof typeof GRADES => Object.hasOwn(GRADES, code)
const gradeName = (code: string): Bilingual => (isGrade(code) ? GRADES[code] : { zh: '未定', en: 'undecided' })
