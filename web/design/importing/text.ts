export const zh = {
  title: '导入与导出',
  sentence: '用表格带入自有指标和各级计分卡，先看每一行的核对结果，再保存；也可把整套方案导出，改好再导回。',
  exportTitle: '导出方案',
  exportSay: '导出的计分卡表格就是导入用的格式：不改动的行导回后为“无变化”。',
  exports: {
    cards: { name: '计分卡（单位和部门）.xlsx', say: '改权重、目标值，再导入' },
    all: { name: '计分卡（含个人计划）.xlsx', say: '每人每项一行' },
    json: { name: '方案.json', say: '按代码命名，带内容指纹，供其他程序读取' },
    schema: { name: 'JSON Schema', say: '方案.json 的结构说明' },
    budget: { name: '项目支出绩效自评表.xlsx', say: '执行 10、产出 50、效益 30、满意度 10；分值结构和归类待核实' },
  },
  back: '单位计分卡',
  kinds: { measures: '自有指标', cards: '计分卡', scheme: '整套方案（JSON）' },
  schemeSay:
    '把导出的方案.json 存为一个还没有计分卡的周期的草稿：维度、目标、连线、计分规则、单位卡和部门卡一次到位。指标和部门按代码对应；有一处不对，整个文件都不保存。',
  schemeInto: '存入周期',
  schemeNoCycle: '每个周期都已有计分卡。先建立新的考核周期，再导入。',
  toCycles: '去建立考核周期',
  chooseFile: '选择 .json 文件',
  notJson: '这个文件不是 JSON，无法读取。请选择导出的“方案.json”。',
  schemeFound: (p: number, o: number, l: number, c: number, n: number) =>
    `${p} 个维度，${o} 个目标，${l} 条连线，${c} 张卡共 ${n} 项指标，没有发现问题。`,
  intact: '内容与文件中的指纹一致。',
  notIntact: '内容与文件中的指纹不一致：导出之后有人改过，请确认。',
  against: (year: number, name: string, n: number) => `与 ${year} 年“${name}”相比，有 ${n} 处不同：`,
  againstSame: (year: number, name: string) => `与 ${year} 年“${name}”完全相同。`,
  saveScheme: '存为草稿',
  openScheme: '打开计分卡',
  say: {
    measures: '每行一项指标：代码、名称、单位、方向、跨期和跨部门汇总方式等。指标库里的指标不必导入。',
    cards:
      '每行一个对象的一项指标：对象填“单位”、部门代码或职工编号；同一对象各行权重合计应为 100%。文件中的卡整张替换，未列出的指标移出该卡。',
  },
  pick: '选择导入内容',
  noScorecard: '本周期还没有计分卡，请先新建。',
  toScorecard: '单位计分卡',
  seeCards: '查看分解',
  seeMeasures: '查看指标库',
}
export const en: typeof zh = {
  title: 'Import and export',
  sentence:
    'Bring own measures and the cards of any level by file: look at the verdict of each row, then save. Or take the whole scheme out, edit it and bring it back.',
  exportTitle: 'Export the scheme',
  exportSay: 'The exported cards are the very file that is imported: rows nobody edits come back as “no change”.',
  exports: {
    cards: { name: 'Cards of institution and units .xlsx', say: 'edit weights and targets, import again' },
    all: { name: 'Cards with the plans of people .xlsx', say: 'one row a measure of a person' },
    json: { name: 'Scheme .json', say: 'named by codes, with the fingerprint of its content, for other programs' },
    schema: { name: 'JSON Schema', say: 'what stands where in the scheme file' },
    budget: {
      name: 'Budget self-evaluation form .xlsx',
      say: 'execution 10, output 50, benefit 30, satisfaction 10; points and places are to be verified',
    },
  },
  back: 'Scorecard',
  kinds: { measures: 'Own measures', cards: 'Cards', scheme: 'Whole scheme (JSON)' },
  schemeSay:
    'Saves an exported scheme.json as the draft of a cycle that has no scorecard yet: perspectives, objectives, arrows, scoring rules, the cards of institution and units. Measures and units are found by their codes; one wrong place and nothing of the file is saved.',
  schemeInto: 'Into the cycle',
  schemeNoCycle: 'Every cycle has a scorecard. Open a new cycle first, then bring the scheme in.',
  toCycles: 'To the cycles',
  chooseFile: 'Choose a .json file',
  notJson: 'This file is not JSON and cannot be read. Choose an exported “scheme.json”.',
  schemeFound: (p, o, l, c, n) => `${p} perspectives, ${o} objectives, ${l} arrows, ${c} cards with ${n} measures; nothing is wrong.`,
  intact: 'The content has the fingerprint the file says.',
  notIntact: 'The content does not have the fingerprint the file says: somebody changed it since. Make sure that is meant.',
  against: (year, name, n) => `Against “${name}” of ${year}, ${n === 1 ? '1 thing differs' : `${n} things differ`}:`,
  againstSame: (year, name) => `It says the same as “${name}” of ${year}.`,
  saveScheme: 'Save as draft',
  openScheme: 'Open the scorecard',
  say: {
    measures:
      'One row a measure: code, name, unit, direction, how it is put together over time and units. Measures of the library need not be imported.',
    cards:
      'One row a measure of a holder: “institution”, a unit code or an employee number. The rows of a holder total 100 %. A card in the file replaces the card; measures it does not name leave it.',
  },
  pick: 'What to import',
  noScorecard: 'This cycle has no scorecard yet. Make one first.',
  toScorecard: 'Scorecard',
  seeCards: 'See the cascade',
  seeMeasures: 'See the library',
}
