/** Files as an office would send them, for the tests of this room. */

export type SheetRow = Readonly<Record<string, string>>

/** A .csv with the headings of the first row. */
export function sheet(rows: readonly SheetRow[], name = 'sheet.csv'): { name: string; bytes: string } {
  const headings = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => headings.map((heading) => row[heading] ?? '').join(','))
  return { name, bytes: `${headings.join(',')}\n${lines.join('\n')}\n` }
}

export const UNITS: readonly SheetRow[] = [
  { 部门编码: 'JU', 部门名称: '公路局', 英文名称: 'Bureau', 部门类型: '局（中心）', 上级部门编码: '', 排序: '1' },
  { 部门编码: 'YHK', 部门名称: '养护科', 英文名称: 'Maintenance', 部门类型: '科室', 上级部门编码: 'JU', 排序: '2' },
  { 部门编码: 'DZ', 部门名称: '东站', 英文名称: 'East Station', 部门类型: '公路站', 上级部门编码: 'JU', 排序: '3' },
  { 部门编码: 'DZ1', 部门名称: '一工区', 英文名称: 'Work Area 1', 部门类型: '养护工区', 上级部门编码: 'DZ', 排序: '4' },
]

export const POSTS: readonly SheetRow[] = [
  { 岗位编码: 'JZ', 岗位名称: '局长', 英文名称: 'Director', 岗位类别: '领导人员', 岗位系数: '2.0' },
  { 岗位编码: 'KZ', 岗位名称: '科长', 英文名称: 'Head of Office', 岗位类别: '管理岗位', 岗位系数: '1.35' },
  { 岗位编码: 'GCS', 岗位名称: '工程师', 英文名称: 'Engineer', 岗位类别: '专业技术岗位', 岗位系数: '1.15' },
  { 岗位编码: 'YHG', 岗位名称: '养护工', 英文名称: 'Road Worker', 岗位类别: '工勤技能岗位', 岗位系数: '1' },
]

export const PEOPLE: readonly SheetRow[] = [
  { 职工编号: '1001', 姓名: '单雄', 部门编码: 'JU', 岗位编码: 'JZ', 是否部门负责人: '是', 入职日期: '2010-07-01', 离职日期: '' },
  { 职工编号: '1002', 姓名: '王小明', 部门编码: 'YHK', 岗位编码: 'KZ', 是否部门负责人: '是', 入职日期: '2012-07-01', 离职日期: '' },
  { 职工编号: '1003', 姓名: '欧阳静', 部门编码: 'YHK', 岗位编码: 'GCS', 是否部门负责人: '否', 入职日期: '2018/7/1', 离职日期: '' },
  { 职工编号: '1004', 姓名: '李强', 部门编码: 'DZ1', 岗位编码: 'YHG', 是否部门负责人: '否', 入职日期: '2020年3月2日', 离职日期: '' },
]

/** The rows with one of them changed. */
export const changed = (rows: readonly SheetRow[], at: number, to: SheetRow): SheetRow[] =>
  rows.map((row, i) => (i === at ? { ...row, ...to } : row))
