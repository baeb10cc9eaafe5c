import type { PublicMeasure, PublicSnapshot } from '@milepost/contract/open/publications'
import { GRADES } from '@milepost/terms/grades'

type Language = 'zh' | 'en'
type Cell = string | null

export const HEADINGS = {
  zh: [
    '维度',
    '代码',
    '指标',
    '单位',
    '年份',
    '实际值',
    '目标值',
    '得分',
    '样本数',
    '往年数字取自',
    '95%区间下限',
    '95%区间上限',
    '计分用实际值',
    '计分规则',
    '占总分（%）',
  ],
  en: [
    ...['perspective', 'code', 'measure', 'unit', 'year', 'actual', 'target', 'score', 'n', 'earlier year taken from'],
    ...['95 % low', '95 % high', 'actual as scored', 'scoring rule', 'weight on the whole (%)'],
  ],
} as const

const WORDS = {
  zh: {
    whole: '总体得分',
    units: '部门得分分布',
    unit: '个部门',
    people: '人',
    staff: '职工年度考核',
    roads: '公路状况',
    mean: 'MQI 均值',
    good: '优良路率',
    poor: '次差路率',
    surveys: '听取意见',
    answers: '份',
  },
  en: {
    whole: 'Overall score',
    units: 'Units by band',
    unit: 'units',
    people: 'people',
    staff: 'Annual appraisal of the staff',
    roads: 'Roads',
    mean: 'Mean MQI',
    good: 'Good roads',
    poor: 'Poor roads',
    surveys: 'Who was asked',
    answers: 'answers',
  },
}

/** Every figure of the page: the whole, each perspective, each measure and year, units, grades, roads and surveys. A blank cell is not measured, never 0. */
export function figureRows(snapshot: PublicSnapshot, language: Language): Cell[][] {
  const text = WORDS[language]
  const year = String(snapshot.year)
  const pick = (words: { zh: string; en: string }) => words[language] || words.zh
  const plain = (group: string, code: string, name: string, unit: string, actual: Cell) => padded([group, code, name, unit, year, actual])
  return [
    padded([text.whole, 'overall', text.whole, '', year, null, '100', snapshot.score.official]),
    ...snapshot.perspectives.map((one) => [
      ...padded([pick(one.name), one.code, pick(one.name), '', year, null, '100', one.score]).slice(0, -1),
      one.weight,
    ]),
    ...snapshot.perspectives.flatMap((one) => one.measures.flatMap((measure) => measureRows(pick(one.name), measure, year, language))),
    ...(snapshot.roads
      ? [
          plain(text.roads, 'roads.mean', text.mean, '', snapshot.roads.mean),
          plain(text.roads, 'roads.good', text.good, '%', snapshot.roads.goodRate),
          plain(text.roads, 'roads.poor', text.poor, '%', snapshot.roads.poorRate),
        ]
      : []),
    ...snapshot.units.bands.map((one) => plain(text.units, `units.${one.band}`, one.band, text.unit, String(one.units))),
    ...snapshot.staff.grades.map((one) =>
      plain(text.staff, `staff.${one.grade}`, gradeName(one.grade, language), text.people, one.n === null ? null : String(one.n)),
    ),
    ...snapshot.surveys.map((one, at) => plain(text.surveys, `survey.${at + 1}`, pick(one.name), text.answers, String(one.answers))),
  ]
}

const padded = (cells: Cell[]): Cell[] => [...cells, ...Array<null>(HEADINGS.en.length - cells.length).fill(null)]

const gradeName = (code: string, language: Language) => (code in GRADES ? GRADES[code as keyof typeof GRADES][language] : code)

function measureRows(perspective: string, measure: PublicMeasure, year: string, language: Language): Cell[][] {
  const own = [perspective, measure.code, measure.name[language], measure.unit[language]]
  const { interval, n } = measure
  return [
    ...measure.trend
      .filter((point) => String(point.year) !== year)
      .map((point) =>
        padded([
          ...own,
          String(point.year),
          point.actual,
          point.target,
          null,
          null,
          point.source && (point.source[language] || point.source.zh),
        ]),
      ),
    [
      ...[...own, year, measure.actual, measure.target, measure.score, n === null ? null : String(n), null],
      ...[interval?.low ?? null, interval?.high ?? null, measure.exact, measure.rule[language], measure.weight],
    ],
  ]
}
