import type { OutputOf } from '@milepost/contract/endpoint'
import type { readOutcome } from '@milepost/contract/reward/outcome'
import { GRADES } from '@milepost/terms/grades'
import { type Block, type Language, line, list, picking, sealed, signature, title } from '../../platform/papers/sheet.ts'

export type EvidenceFile = Pick<OutputOf<typeof readOutcome>, 'person' | 'years' | 'recognition' | 'training' | 'goals'> & {
  readonly institution: { readonly zh: string; readonly en: string }
  readonly employeeNo: string
  readonly today: string
}

const zh = {
  title: '晋升与职称评聘佐证材料',
  who: (name: string, no: string, place: string) => `姓名：${name}　　编号：${no}　　部门岗位：${place}`,
  grades: '一、历年考核等次',
  gradeHead: ['年度', '等次', '得分'],
  recognition: '二、表彰与认可',
  recognitionHead: ['日期', '名称', '事由', '依据'],
  training: '三、培训学时',
  trainingHead: ['结业日期', '培训名称', '学时', '证书'],
  goals: '四、个人发展目标完成情况',
  goalHead: ['目标', '结果', '证明'],
  states: { planned: '进行中', achieved: '已达成', 'partly-achieved': '部分达成', 'not-achieved': '未达成' },
  none: '无。',
  says: '以上均取自系统记录，供组织人事部门审核，不替代审核决定。',
  checked: '审核人',
  and: ' ',
}
const en: typeof zh = {
  title: 'Evidence for promotion or a professional title',
  who: (name, no, place) => `Name: ${name}    No.: ${no}    Post: ${place}`,
  grades: '1. Grades of the years',
  gradeHead: ['Year', 'Grade', 'Score'],
  recognition: '2. Recognition',
  recognitionHead: ['Day', 'Title', 'For', 'Paper'],
  training: '3. Training',
  trainingHead: ['Finished on', 'Course', 'Hours', 'Certificate'],
  goals: '4. Development goals',
  goalHead: ['Goal', 'Outcome', 'Evidence'],
  states: { planned: 'under way', achieved: 'reached', 'partly-achieved': 'partly reached', 'not-achieved': 'not reached' },
  none: 'None.',
  says: 'All of it comes from the records of the program. The personnel office checks it; it does not take the place of a decision.',
  checked: 'Checked by',
  and: ', ',
}

/** What is on record that speaks for somebody, on one paper; an empty part says so. */
export function evidencePaper(file: EvidenceFile, language: Language): Block[] {
  const text = language === 'zh' ? zh : en
  const pick = picking(language)
  const part = (heading: string, grid: readonly number[], head: readonly string[], rows: readonly (readonly string[])[]): Block[] => [
    line(heading, { bold: true }),
    rows.length === 0 ? line(text.none, { indent: true }) : list(grid, head, rows),
  ]
  return [
    title(text.title),
    line(text.who(file.person.name, file.employeeNo, [pick(file.person.unit), pick(file.person.post)].join(text.and))),
    ...part(
      text.grades,
      [30, 40, 30],
      text.gradeHead,
      file.years.map((one) => [String(one.year), GRADES[one.grade][language], one.officialScore ?? '–']),
    ),
    ...part(
      text.recognition,
      [18, 27, 37, 18],
      text.recognitionHead,
      file.recognition.map((one) => [one.givenOn, one.title, one.reason, one.document]),
    ),
    ...part(
      text.training,
      [20, 45, 13, 22],
      text.trainingHead,
      file.training.map((one) => [one.finishedOn, one.course, one.hours, one.document || '–']),
    ),
    ...part(
      text.goals,
      [40, 18, 42],
      text.goalHead,
      file.goals.map((one) => [pick(one.title), text.states[one.state], one.evidence]),
    ),
    line(text.says, { indent: true }),
    ...signature(text.checked, language),
    ...sealed(pick(file.institution), file.today, language),
  ]
}
