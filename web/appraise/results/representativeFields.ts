import type { FormField } from '../../parts/FormDialog.tsx'

export const representativeZh = {
  file: '登记代理人提出的申请',
  says: '本人死亡或丧失行为能力的，由近亲属或监护人代为提出（事业单位工作人员申诉规定第6条）。请核对证明材料；决定或答复应同时送达本人和代理人。',
  name: '代理人姓名',
  tie: '与本人的关系',
  paper: '证明材料（名称、日期或文号）',
  by: (name: string, tie: string, paper: string) => `由 ${name}${tie === '' ? '' : `（${tie}）`}代为提出，凭 ${paper}`,
  served: '登记已送达本人和代理人',
  servedOn: (day: string) => `已于 ${day} 送达本人和代理人`,
}
export const representativeEn: typeof representativeZh = {
  file: 'File for somebody who cannot act',
  says: 'For a person who has died or cannot act, a near relative or guardian files it (2014 appeal rules, Art. 6). Check the paper; the decision or answer is handed to both.',
  name: 'Representative',
  tie: 'What they are to the person',
  paper: 'Paper that shows it (title, date or number)',
  by: (name, tie, paper) => `filed by ${name}${tie === '' ? '' : ` (${tie})`} on ${paper}`,
  served: 'Handed to both: record it',
  servedOn: (day) => `handed to both on ${day}`,
}

/** The three things a representative is named by. */
export const representativeFields = (text: typeof representativeZh): readonly FormField[] => [
  { key: 'name', label: text.name, kind: 'text', pointer: '/representative/name' },
  { key: 'tie', label: text.tie, kind: 'text', pointer: '/representative/tie' },
  { key: 'paper', label: text.paper, kind: 'text', pointer: '/representative/paper' },
]
