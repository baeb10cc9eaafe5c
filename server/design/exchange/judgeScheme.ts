import type { MeasureDraft } from '@milepost/contract/design/measure'
import type { InvalidField } from '@milepost/contract/refusals'
import { RULE_REFUSALS } from '@milepost/scorecard/ruleRefusals'
import { compileRule } from '@milepost/scorecard/scoringFunctions'
import type { SchemeContent } from './schemeRows.ts'

export type SchemeFrame = {
  readonly measureOf: (code: string) => Pick<MeasureDraft, 'timeAggregation'> | null
  readonly unitCodes: ReadonlySet<string>
}

type Fault = readonly [pointer: string, zh: string, en: string]

/** Everything a scheme file names that is not there, twice there, or cannot score: each with its place in the file. Empty: it can be saved. */
export function judgeScheme(scheme: SchemeContent, frame: SchemeFrame): InvalidField[] {
  return [...strategyFaults(scheme), ...cardFaults(scheme, frame)].map(([pointer, zh, en]) => ({
    pointer: `/file/scheme${pointer}`,
    zh,
    en,
  }))
}

const twice = (codes: readonly string[], place: (at: number) => string): Fault[] =>
  codes.flatMap((code, at): Fault[] =>
    codes.indexOf(code) === at ? [] : [[place(at), `“${code}”出现两次，请删去或改名。`, `“${code}” is there twice. Remove or rename one.`]],
  )
const unknown = (pointer: string, what: { zh: string; en: string }, code: string): Fault => [
  pointer,
  `文件中没有代码为“${code}”的${what.zh}，请补上或改正代码。`,
  `The file has no ${what.en} “${code}”. Add it or correct the code.`,
]

function strategyFaults({ perspectives, objectives, links }: SchemeContent): Fault[] {
  const [tops, codes] = [perspectives.map(({ code }) => code), objectives.map(({ code }) => code)]
  const end = { zh: '战略目标', en: 'objective' }
  return [
    ...twice(tops, (at) => `/perspectives/${at}/code`),
    ...twice(codes, (at) => `/objectives/${at}/code`),
    ...objectives.flatMap(({ perspective }, at): Fault[] =>
      tops.includes(perspective) ? [] : [unknown(`/objectives/${at}/perspective`, { zh: '维度', en: 'perspective' }, perspective)],
    ),
    ...links.flatMap(({ from, to }, at): Fault[] => [
      ...(codes.includes(from) ? [] : [unknown(`/links/${at}/from`, end, from)]),
      ...(codes.includes(to) ? [] : [unknown(`/links/${at}/to`, end, to)]),
      ...(from === to ? [[`/links/${at}/to`, '因和果不能是同一个目标。', 'Cause and effect are the same objective.'] satisfies Fault] : []),
    ]),
    ...twice(
      links.map(({ from, to }) => `${from} → ${to}`),
      (at) => `/links/${at}`,
    ),
  ]
}

function cardFaults({ objectives, cards }: SchemeContent, { measureOf, unitCodes }: SchemeFrame): Fault[] {
  const codes = new Set(objectives.map(({ code }) => code))
  const places = new Map(cards.flatMap(({ holder, lines }) => lines.map((line) => [`${holder} ${line.code}`, line] as const)))
  return [
    ...twice(
      cards.map(({ holder }) => holder),
      (at) => `/cards/${at}/holder`,
    ),
    ...(cards.some(({ holder }) => holder === 'institution')
      ? []
      : [
          [
            '/cards',
            '文件中没有单位卡（holder 为 institution）。',
            'The file has no card of the institution (holder “institution”).',
          ] satisfies Fault,
        ]),
    ...cards.flatMap(({ holder, lines }, c): Fault[] => [
      ...(holder === 'institution' || unitCodes.has(holder)
        ? []
        : [
            [
              `/cards/${c}/holder`,
              `本单位没有编码为“${holder}”的部门。请改正编码，或先建立部门。`,
              `There is no unit “${holder}” here. Correct the code, or make the unit first.`,
            ] satisfies Fault,
          ]),
      ...twice(
        lines.map(({ code }) => code),
        (at) => `/cards/${c}/lines/${at}/code`,
      ),
      ...lines.flatMap((line, at): Fault[] => {
        const place = `/cards/${c}/lines/${at}`
        const compiled = compileRule(line.rule)
        const measure = measureOf(line.code)
        return [
          ...(measure
            ? []
            : [
                [
                  `${place}/code`,
                  `指标库和自有指标中都没有“${line.code}”。请先建立该指标。`,
                  `Neither the library nor the own measures have “${line.code}”. Make the measure first.`,
                ] satisfies Fault,
              ]),
          ...(line.objective === null || codes.has(line.objective)
            ? []
            : [unknown(`${place}/objective`, { zh: '战略目标', en: 'objective' }, line.objective)]),
          ...(compiled.kind === 'refused' ? [ruleFault(`${place}/rule`, compiled.because)] : []),
          ...(line.profile !== null && measure && measure.timeAggregation !== 'sum'
            ? [
                [
                  `${place}/profile`,
                  '只有累加的指标才有分月比例。',
                  'Only a measure that is added up over the year has shares by month.',
                ] satisfies Fault,
              ]
            : []),
          ...servesFaults(holder, line, places).map(([zh, en]): Fault => [`${place}/serves`, zh, en]),
        ]
      }),
    ]),
  ]
}

function ruleFault(pointer: string, because: keyof typeof RULE_REFUSALS): Fault {
  const { message, mend } = RULE_REFUSALS[because]
  return [pointer, `${message.zh}。${mend.zh}`, `${message.en}. ${mend.en}`]
}

type Line = SchemeContent['cards'][number]['lines'][number]

/** What a line serves must be on another card of the file, and not lead back to it. */
function servesFaults(holder: string, line: Line, places: ReadonlyMap<string, Line>): [string, string][] {
  if ((line.serves === null) !== (line.cascadeKind === 'unique'))
    return [
      [
        '承接方式与是否承接上级不一致。',
        'How it serves and what it serves do not go together: unique serves nothing, every other kind something.',
      ],
    ]
  if (line.serves === null) return []
  const above = places.get(line.serves)
  if (!above || holder === 'institution' || line.serves.startsWith(`${holder} `))
    return [[`“${line.serves}”不是可以承接的上级指标。`, `“${line.serves}” is no line above that can be served.`]]
  const seen = new Set([`${holder} ${line.code}`])
  for (let at: string | null = line.serves; at !== null; at = places.get(at)?.serves ?? null) {
    if (seen.has(at)) return [[`承接关系绕成一圈，经过“${at}”。`, `What it serves leads back to it, by way of “${at}”.`]]
    seen.add(at)
  }
  return []
}
