export const zh = {
  title: '导入组织数据',
  sentence: '把本单位现有的部门、岗位、人员和请假表格导入系统：先看每行结果，再决定是否保存；同一文件重复导入不会产生重复数据。',
  steps: '导入内容',
  back: '人员',
  toPeople: '查看人员',
  kinds: {
    units: {
      name: '1 部门',
      sentence: '必填：部门编码、名称、类型。上级部门填其编码，最高一级留空；上下级可在同一文件中任意排列。',
      see: '查看部门',
    },
    posts: {
      name: '2 岗位',
      sentence: '必填：岗位编码、名称、类别。岗位系数最多两位小数，不填为 1.00；计分卡模板可填内容库中的编码或名称。',
      see: '查看岗位',
    },
    people: {
      name: '3 人员',
      sentence: '必填：职工编号、姓名、部门编码、岗位编码、入职日期。部门或岗位有变动时，原任职截至昨天，新任职自今天起，历史不会被覆盖。',
      see: '查看人员',
    },
    absences: {
      name: '4 请假情况',
      sentence: '只登记类别和起止日期，不填病情等原因。用于判断是否参加本年度考核。',
      see: '查看人员',
    },
  },
  next: (name: string) => `继续导入：${name}`,
}

export const en: typeof zh = {
  title: 'Import the organisation',
  sentence:
    'Bring in your own tables of units, posts, people and absences. You see a verdict for each row before anything is saved; importing the same file again changes nothing.',
  steps: 'What to import',
  back: 'People',
  toPeople: 'See people',
  kinds: {
    units: {
      name: '1 Units',
      sentence:
        'Required: unit code, name and kind. Enter the code of the parent unit, or leave it empty at the top; rows may stand in any order.',
      see: 'See units',
    },
    posts: {
      name: '2 Posts',
      sentence:
        'Required: post code, title and class. The pay coefficient has at most two decimals and is 1.00 when empty; a card template is named by its code or name in the library.',
      see: 'See posts',
    },
    people: {
      name: '3 People',
      sentence:
        'Required: employee number, name, unit code, post code and day of joining. When somebody has moved, the old post ends yesterday and the new one begins today; history is never overwritten.',
      see: 'See people',
    },
    absences: {
      name: '4 Absences',
      sentence: 'Kind and days only, never a diagnosis. They decide who takes part in this year’s appraisal.',
      see: 'See people',
    },
  },
  next: (name) => `Go on: ${name}`,
}
