/** Where the words come from. `house` marks a word this product chose itself. */
export const SOURCES = {
  'appraisal-rules-2023': {
    zh: '《事业单位工作人员考核规定》（人社部发〔2023〕6号）',
    en: 'Provisions on the Appraisal of Public-Institution Staff (MOHRSS [2023] No. 6)',
  },
  'personnel-regulation-2014': {
    zh: '《事业单位人事管理条例》（国务院令第652号）',
    en: 'Regulation on Personnel Management of Public Institutions (State Council Order No. 652, 2014)',
  },
  'appeal-rules-2014': {
    zh: '《事业单位工作人员申诉规定》（人社部发〔2014〕45号）',
    en: 'Provisions on Appeals by Public-Institution Staff (MOHRSS [2014] No. 45)',
  },
  'budget-law-2018': { zh: '《中华人民共和国预算法》（2018年修正）', en: 'Budget Law of the People’s Republic of China (2018)' },
  'disclosure-regulation-2019': {
    zh: '《中华人民共和国政府信息公开条例》（2019年修订）',
    en: 'Regulation on the Disclosure of Government Information (2019)',
  },
  'personal-data-law-2021': { zh: '《中华人民共和国个人信息保护法》（2021年）', en: 'Personal Information Protection Law (2021)' },
  'gbt-22239-2019': {
    zh: 'GB/T 22239—2019《信息安全技术 网络安全等级保护基本要求》',
    en: 'GB/T 22239-2019, baseline for classified protection of cybersecurity',
  },
  'jtg-5210-2018': { zh: 'JTG 5210—2018《公路技术状况评定标准》', en: 'JTG 5210-2018, Highway Performance Assessment Standards' },
  'balanced-scorecard': { zh: '平衡计分卡文献（卡普兰、诺顿）', en: 'Balanced-scorecard literature (Kaplan and Norton)' },
  survey: { zh: '问卷调查与心理测量学通用术语', en: 'General usage in survey research and psychometrics' },
  office: { zh: '机关事业单位通行用语', en: 'Common usage in Chinese public institutions' },
  house: { zh: '本系统用语', en: 'A word of this product' },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>

export type SourceCode = keyof typeof SOURCES
