const zh = {
  title: '分月进度（各月应完成的份额）',
  flat: '各月均等。',
  make: '设定分月进度',
  drop: '恢复各月均等',
  paste: '可从表格一次粘贴十二个数；份额按比例计，不必合计为 100。',
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  monthOf: (name: string, month: string) => `${name} ${month}的份额`,
  until: (march: string, june: string, september: string) => `应累计完成：3 月底 ${march}%，6 月底 ${june}%，9 月底 ${september}%。`,
}
const en: typeof zh = {
  title: 'Course of the year (what is due in each month)',
  flat: 'Every month alike.',
  make: 'Set shares by month',
  drop: 'Every month alike again',
  paste: 'Twelve figures can be pasted from a sheet at once; they are shares and need not total 100.',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  monthOf: (name, month) => `${name}: share of ${month}`,
  until: (march, june, september) => `Due by the end of March ${march} %, of June ${june} %, of September ${september} %.`,
}

export { en, zh }
