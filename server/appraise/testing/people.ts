import type { RatedClass } from '../../../library/schemas/appraisalRules.ts'

/** A small bureau for the tests of this room: three offices, thirty people, and the cases the rules speak of. The year appraised is 2025. */
type Row = Readonly<Record<string, string>>

/** A .csv with the headings of the first row. */
export function sheet(rows: readonly Row[], name = '表.csv'): { name: string; bytes: string } {
  const headings = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => headings.map((heading) => row[heading] ?? '').join(','))
  return { name, bytes: `${headings.join(',')}\n${lines.join('\n')}\n` }
}

const unit = (code: string, name: string, kind: string, above: string): Row => ({
  部门编码: code,
  部门名称: name,
  英文名称: code,
  部门类型: kind,
  上级部门编码: above,
  排序: '1',
})
export const UNITS = [
  unit('JU', '公路局', '局（中心）', ''),
  unit('YHK', '养护科', '科室', 'JU'),
  unit('LZK', '路政科', '科室', 'JU'),
  unit('DZ', '东站', '公路站', 'JU'),
]

const post = (code: string, name: string, kind: string): Row => ({
  岗位编码: code,
  岗位名称: name,
  英文名称: code,
  岗位类别: kind,
  岗位系数: '1',
})
export const POSTS = [
  post('JZ', '局长', '领导人员'),
  post('KZ', '科长', '管理岗位'),
  post('GCS', '工程师', '专业技术岗位'),
  post('YHG', '养护工', '工勤技能岗位'),
]

type Person = {
  readonly no: string
  readonly unit: string
  readonly post: string
  readonly head?: true
  readonly joined?: string
  readonly left?: string
  readonly firstJob?: true
}
const staff = (unitCode: string, postCode: string, numbers: readonly number[]): Person[] =>
  numbers.map((no) => ({ no: String(no), unit: unitCode, post: postCode }))

const ALL: readonly Person[] = [
  { no: '1001', unit: 'JU', post: 'JZ', head: true },
  { no: '2001', unit: 'YHK', post: 'KZ', head: true },
  ...staff('YHK', 'GCS', [2002, 2003, 2004, 2005, 2006, 2007, 2008]),
  { no: '2009', unit: 'YHK', post: 'GCS', joined: '2026-02-01' },
  { no: '3001', unit: 'LZK', post: 'KZ', head: true },
  ...staff('LZK', 'GCS', [3002, 3003]),
  { no: '3004', unit: 'LZK', post: 'GCS', left: '2026-03-31' },
  { no: '3005', unit: 'LZK', post: 'GCS', left: '2025-11-30' },
  { no: '3006', unit: 'LZK', post: 'GCS' },
  { no: '4001', unit: 'DZ', post: 'KZ', head: true },
  ...staff('DZ', 'YHG', [4002, 4003, 4004, 4005, 4006, 4007, 4008, 4009]),
  { no: '4010', unit: 'DZ', post: 'YHG', joined: '2025-09-01', firstJob: true },
  { no: '4011', unit: 'DZ', post: 'YHG', joined: '2025-05-06' },
  { no: '4012', unit: 'DZ', post: 'YHG', joined: '2025-10-08' },
  { no: '4013', unit: 'DZ', post: 'YHG' },
]

/** The class of the post somebody holds, as the rating sheets call it. */
export const formOf = (no: string): RatedClass => {
  const held = ALL.find((person) => person.no === no)?.post
  return held === 'YHG' ? 'skilled-worker' : held === 'GCS' ? 'professional' : 'management'
}

/** The codes of the rating sheet of each class, in its order. */
export const ITEMS: Readonly<Record<RatedClass, readonly string[]>> = {
  management: sheetOf('ability-2', 'ability-3-management', 'integrity-2'),
  professional: sheetOf('ability-2', 'ability-3', 'integrity-2'),
  'skilled-worker': sheetOf('ability-2-worker', 'ability-3-worker', 'integrity-2-worker'),
}
function sheetOf(ability2: string, ability3: string, integrity2: string): string[] {
  const [virtue, ability, diligence] = [
    ['virtue-1', 'virtue-2', 'virtue-3'],
    ['ability-1', ability2, ability3],
    ['diligence-1', 'diligence-2'],
  ]
  return [...virtue, ...ability, ...diligence, 'integrity-1', integrity2]
}

/** Every item of a sheet rated alike. */
export const allItems = (form: RatedClass, value: string) => Object.fromEntries(ITEMS[form].map((code) => [code, value]))

export const PEOPLE: readonly Row[] = ALL.map((person) => ({
  职工编号: person.no,
  姓名: `职工${person.no}`,
  部门编码: person.unit,
  岗位编码: person.post,
  是否部门负责人: person.head ? '是' : '否',
  入职日期: person.joined ?? '2015-07-01',
  离职日期: person.left ?? '',
  是否首次就业: person.firstJob ? '是' : '否',
}))

const absence = (no: string, kind: string, from: string, to: string): Row => ({
  职工编号: no,
  请假类别: kind,
  开始日期: from,
  结束日期: to,
})
export const ABSENCES: readonly Row[] = [
  // 196 days of maternity leave do not count against anybody
  absence('3006', '产假', '2025-01-01', '2025-07-15'),
  // 181 days, though the two add up to 211
  absence('4008', '病假', '2025-01-01', '2025-06-30'),
  absence('4008', '事假', '2025-06-01', '2025-06-30'),
  // 183 days: half a year, not more; what lies before the year does not count
  absence('4009', '病假', '2024-10-01', '2025-07-02'),
  // 184 days
  absence('4013', '病假', '2025-01-01', '2025-05-31'),
  absence('4013', '事假', '2025-06-01', '2025-07-03'),
]
