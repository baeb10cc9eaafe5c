export const zh = {
  title: '核对说明单文件',
  sentence: '选择下载过的说明单（JSON），系统用其中的输入重新算出得分、名额、等次和绩效工资，逐项比对；文件不会保存。',
  choose: '选择说明单文件',
  another: '核对另一个文件',
  same: (name: string, score: string) => `完全一致：${name}，${score}`,
  sameSays: '结果确由文件中的输入算出。输入本身是否真实，请对照说明单的数据来历。',
  different: (n: number) => `有 ${n} 处不一致`,
  again: '重算一致',
  notAgain: '重算不一致',
  engine: (file: string, now: string) => `文件由计分引擎 ${file} 生成，现用 ${now}`,
  notJson: '这不是说明单文件，请选择从说明单页下载的 .json 文件。',
}
export const en: typeof zh = {
  title: 'Check a ticket file',
  sentence:
    'Choose a ticket that was downloaded (JSON). Score, seat, grade and pay are worked out again from its inputs and every figure compared; the file is not kept.',
  choose: 'Choose a ticket file',
  another: 'Check another file',
  same: (name, score) => `The same: ${name}, ${score}`,
  sameSays: 'The result follows from the inputs in the file. Whether the inputs are true, see where the ticket says they come from.',
  different: (n) => (n === 1 ? 'Different in one place' : `Different in ${n} places`),
  again: 'the same again',
  notAgain: 'not the same',
  engine: (file, now) => `The file was made by engine ${file}; this is ${now}.`,
  notJson: 'This is no ticket file. Choose a .json file downloaded from a ticket page.',
}
