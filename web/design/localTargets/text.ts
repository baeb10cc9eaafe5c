const zh = {
  title: '本地目标',
  sentence: '同类部门（站、工区、科室）各项指标的目标值排成一张表，可从 Excel 整块粘贴，一次保存。',
  kind: '部门类别',
  kinds: { bureau: '局', office: '科室', station: '公路站', 'work-area': '养护工区', team: '班组' } as Record<string, string>,
  count: (kind: string, n: number) => `${kind}（${n}）`,
  unit: '部门',
  above: '单位目标',
  agreed: '已确定',
  hint: '一格填一个数即目标值；填“底线 / 目标 / 挑战”三个数则一并修改。粘贴时，空格和没有该指标的部门跳过；每格都要有目标值，不能清空，不考核的指标请在部门卡上删去。',
  save: (n: number) => (n === 0 ? '没有改动' : `保存 ${n} 个部门的目标`),
  undo: '放弃改动',
  saved: (cards: number, lines: number) => `已保存：${cards} 个部门，${lines} 项目标。`,
  wrong: (n: number) => `${n} 个部门有误，全部没有保存。改正标出的格后再保存。`,
  verdicts: { changed: '已改', same: '未变', wrong: '有误' },
  none: '还没有部门卡',
  noneSay: '先在“分解”中起草部门卡，再在这里按部门定目标。',
  toCascade: '去分解',
  toScorecard: '单位计分卡',
}
const en: typeof zh = {
  title: 'Local targets',
  sentence: 'The targets of like units (stations, work areas, offices) in one table: paste a block from Excel, save it at one go.',
  kind: 'Kind of unit',
  kinds: { bureau: 'Bureau', office: 'Offices', station: 'Stations', 'work-area': 'Work areas', team: 'Teams' },
  count: (kind, n) => `${kind} (${n})`,
  unit: 'Unit',
  above: 'Institution’s target',
  agreed: 'agreed',
  hint: 'One figure in a cell is the target; three figures are floor / target / stretch. In a pasted block, blanks and units without the measure are passed over; a cell cannot be emptied: take the measure off the unit’s card instead.',
  save: (n) => (n === 0 ? 'Nothing changed' : n === 1 ? 'Save the targets of 1 unit' : `Save the targets of ${n} units`),
  undo: 'Discard changes',
  saved: (cards, lines) => `Saved: ${lines} targets of ${cards} units.`,
  wrong: (n) =>
    n === 1
      ? '1 unit has something wrong; nothing was saved. Mend the marked cells.'
      : `${n} units have something wrong; nothing was saved. Mend the marked cells.`,
  verdicts: { changed: 'changed', same: 'as it was', wrong: 'wrong' },
  none: 'There are no unit cards yet',
  noneSay: 'Draft the unit cards under “Cascade”, then set their targets here.',
  toCascade: 'To the cascade',
  toScorecard: 'Scorecard',
}

export { en, zh }
