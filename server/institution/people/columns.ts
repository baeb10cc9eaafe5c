import {
  choiceColumnOr,
  dayColumn,
  optionalDayColumn,
  optionalTextColumn,
  textColumn,
  YES_NO,
} from '../../platform/spreadsheet/cellKinds.ts'

const TRACKS = {
  staff: { zh: '工作人员', en: 'Staff' },
  leader: { zh: '领导人员', en: 'Leader' },
  other: { zh: '其他', en: 'Other' },
} as const

export const ESTABLISHMENTS = { inside: { zh: '编内', en: 'Inside' }, outside: { zh: '编外', en: 'Outside' } } as const

/** An empty cell of a track means: as the post's class says. */
const TRACKS_OR_POST = { ...TRACKS, 'by-post': { zh: '按岗位', en: 'By post' } } as const

type YesNo = keyof typeof YES_NO

export const PERSON_SHEET = {
  employeeNo: textColumn({ heading: { zh: '职工编号', en: 'Employee number' }, example: '10086', most: 40 }),
  name: textColumn({ heading: { zh: '姓名', en: 'Name' }, example: '王小明', most: 80 }),
  nameEn: optionalTextColumn({ heading: { zh: '英文姓名', en: 'English name' }, example: 'Wang Xiaoming', most: 120 }),
  unitCode: textColumn({ heading: { zh: '部门编码', en: 'Unit code' }, example: 'YHK', most: 40 }),
  postCode: textColumn({ heading: { zh: '岗位编码', en: 'Post code' }, example: 'LMGCS', most: 40 }),
  isHead: choiceColumnOr<YesNo>({ heading: { zh: '是否部门负责人', en: 'Head of unit' }, example: '否', choices: YES_NO, otherwise: 'no' }),
  track: choiceColumnOr<keyof typeof TRACKS_OR_POST>({
    heading: { zh: '考核类别', en: 'Appraisal track' },
    example: '工作人员',
    choices: TRACKS_OR_POST,
    otherwise: 'by-post',
  }),
  establishment: choiceColumnOr<keyof typeof ESTABLISHMENTS>({
    heading: { zh: '编制', en: 'Establishment' },
    example: '编内',
    choices: ESTABLISHMENTS,
    otherwise: 'inside',
  }),
  joinedOn: dayColumn({ heading: { zh: '入职日期', en: 'Joined on' }, example: '2018-07-01' }),
  leftOn: optionalDayColumn({ heading: { zh: '离职日期', en: 'Left on' }, example: '' }),
  firstJob: choiceColumnOr<YesNo>({ heading: { zh: '是否首次就业', en: 'First job' }, example: '否', choices: YES_NO, otherwise: 'no' }),
}
