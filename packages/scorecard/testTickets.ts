import type { CardInput } from './card.ts'
import { card, measure, objective, reported } from './testCards.ts'

const named = (zh: string, en: string) => ({ zh, en })

/** Cards whose whole ticket is held fast by a test: what a person was shown must not change unless the engine's version does. */
export const TICKETS = {
  /** The worked example of the README: 0.6 x 75 + 0.4 x 90 = 81. */
  station: card(
    [
      objective('P1', [
        measure('repairs', 6000, '92', {
          name: named('坑槽限时修复率', 'Potholes repaired in time'),
          rule: { kind: 'floor_target_stretch', direction: 'up', floor: '80', target: '96', stretch: '99' },
        }),
      ]),
      objective('I1', [
        measure('hours', 4000, '22', {
          name: named('突发事件处置时长', 'Hours to clear an incident'),
          unit: named('小时', 'h'),
          rule: { kind: 'ratio_down', target: '20' },
        }),
      ]),
    ],
    { cardId: 'station', name: named('公路站', 'Station') },
  ),
  /** A live card in June: a seasonal flow, something late, something provisional. */
  june: card(
    [
      objective('works', [
        measure('km', 5000, [reported('430', { period: '2025-H1' }), { period: '2025-H2', state: 'not_due' }], {
          name: named('养护里程', 'Kilometres maintained'),
          unit: named('公里', 'km'),
          timeAggregation: 'sum',
          rule: { kind: 'ratio_up', target: '1200' },
          profile: ['2', '2', '5', '8', '9', '9', '15', '15', '15', '10', '6', '4'],
        }),
        measure('budget', 3000, [{ period: '2025-Q1', state: 'estimated', actual: '48' }], {
          name: named('预算执行率', 'Budget spent'),
          rule: { kind: 'interpolate', baseline: '0', target: '50' },
        }),
        measure('training', 2000, [{ period: '2025-H1', state: 'late' }], { name: named('培训覆盖率', 'Staff trained') }),
      ]),
    ],
    {
      cardId: 'june',
      name: named('养护科', 'Maintenance'),
      mode: 'live',
      period: { from: '2025-01-01', to: '2025-12-31', asOf: '2025-06-30' },
    },
  ),
  /** At the close: every kind of rule that is no line, N/A, missing, a bonus and a veto. */
  close: card(
    [
      objective('service', [
        measure('complaints', 3000, [reported('0', { counts: { minor: '3', major: '1' } })], {
          name: named('有责投诉', 'Justified complaints'),
          unit: named('件', 'cases'),
          rule: {
            kind: 'deduct',
            items: [
              { key: 'minor', name: named('一般', 'minor'), points: '5' },
              { key: 'major', name: named('重大', 'major'), points: '20' },
            ],
          },
        }),
        measure('plan', 2000, [{ period: '2025', state: 'reported', milestones: { survey: 'done', design: 'late' } }], {
          name: named('改造进度', 'Rebuilding'),
          unit: named('项', 'steps'),
          rule: {
            kind: 'milestone',
            lateFactor: '0.5',
            items: [
              { key: 'survey', weight: '1' },
              { key: 'design', weight: '2' },
              { key: 'tender', weight: '1' },
            ],
          },
        }),
        measure('winter', 2000, [{ period: '2025', state: 'not_applicable' }], { name: named('除雪及时率', 'Snow cleared in time') }),
      ]),
      objective('people', [
        measure(
          'judged',
          2000,
          [
            {
              period: '2025',
              state: 'reported',
              judgement: { band: 'good', points: '85', by: 'head', reason: 'steady', evidence: ['minutes 12'] },
            },
          ],
          {
            name: named('履职评价', 'Conduct in office'),
            unit: named('分', 'points'),
            rule: {
              kind: 'judgement',
              bands: [
                { code: 'good', from: '80', to: '100' },
                { code: 'fair', from: '60', to: '79' },
              ],
            },
          },
        ),
        measure('files', 1000, [], { name: named('档案归档率', 'Files archived') }),
      ]),
    ],
    {
      cardId: 'close',
      name: named('服务科', 'Service office'),
      bonuses: [{ id: 'prize', points: '2', reason: named('省级表彰', 'provincial award'), decidedBy: 'committee' }],
      vetoes: [
        { id: 'audit', reason: named('审计问题', 'audit finding'), decidedBy: 'committee', effect: { kind: 'cap-band', atMost: 'C' } },
      ],
    },
    { bonusCap: '5' },
  ),
  /** Several units under one card: a mean weighed by kilometres, a rate, a survey; what does not apply is spread over the whole card. */
  district: card(
    [
      objective('roads', [
        measure('condition', 4000, [reported('90', { unit: 'north', weight: '30' }), reported('60', { unit: 'south', weight: '10' })], {
          name: named('路况指数', 'Pavement condition'),
          unit: named('', 'index'),
          timeAggregation: 'weighted-mean',
        }),
        measure(
          'fixes',
          2000,
          [
            { period: '2025', unit: 'north', state: 'reported', numerator: '90', denominator: '100' },
            { period: '2025', unit: 'south', state: 'reported', numerator: '10', denominator: '40' },
          ],
          { name: named('按时修复率', 'Repaired in time'), timeAggregation: 'ratio', ratioScale: '100' },
        ),
      ]),
      objective('users', [
        measure('satisfaction', 3000, [reported('80', { unit: 'north', n: 25 }), reported('90', { unit: 'south', n: 75 })], {
          name: named('满意度', 'Satisfaction'),
          timeAggregation: 'survey',
        }),
        measure('bridges', 1000, [{ period: '2025', state: 'not_applicable' }], { name: named('桥梁状况', 'Bridges') }),
      ]),
    ],
    { cardId: 'district', scope: 'institution', name: named('片区', 'District') },
    { notApplicable: 'global' },
  ),
  /** A person whose over-achievement counts up to 120: a stretch reached in part, steps, a range, and an objective as weak as its weakest measure. */
  person: card(
    [
      objective('work', [
        measure('km', 5000, '110', {
          name: named('养护里程', 'Kilometres maintained'),
          unit: named('公里', 'km'),
          rule: { kind: 'floor_target_stretch', direction: 'up', floor: '80', target: '100', stretch: '120' },
        }),
        measure('steps', 2000, '75', {
          name: named('巡查频次', 'Patrols'),
          unit: named('次', 'rounds'),
          rule: {
            kind: 'step',
            below: '40',
            bands: [
              { from: '60', points: '72.5' },
              { from: '80', points: '100' },
            ],
          },
        }),
      ]),
      objective(
        'care',
        [
          measure('safety', 1500, '96', {
            name: named('安全培训', 'Safety training'),
            rule: { kind: 'binary', comparator: '>=', values: ['95'] },
          }),
          measure('budget', 1500, '90', {
            name: named('预算执行', 'Budget kept'),
            rule: { kind: 'range', low: '95', high: '100', tolerance: '10' },
          }),
        ],
        { rollRule: 'min' },
      ),
    ],
    { cardId: 'person', scope: 'person', name: named('张三', 'Zhang San') },
    { cap: '120', parentCap: '120' },
  ),
} satisfies Record<string, CardInput>
