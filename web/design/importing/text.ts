export const zh = {
  title: '导入计分卡与指标',
  sentence: '用表格带入自有指标和各级计分卡；先看每一行的核对结果，再保存。',
  back: '单位计分卡',
  kinds: { measures: '自有指标', cards: '计分卡' },
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
  title: 'Import cards and measures',
  sentence: 'Bring own measures and the cards of any level by file: look at the verdict of each row, then save.',
  back: 'Scorecard',
  kinds: { measures: 'Own measures', cards: 'Cards' },
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
