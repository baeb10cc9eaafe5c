export const zh = {
  title: '签署与系数依据',
  sentence: (n: number) => `同一次计算须由 ${n} 位领导分别签署，签满即批准；重新计算后须重新签署。`,
  nonePublished: '系数表尚未公布，公布后才能签署。',
  asPublished: (version: number) => `系数与已公布的第 ${version} 版一致。`,
  differs: (version: number) => `系数与已公布的第 ${version} 版不同，须先公布新版才能签署。`,
  restsOn: (version: number) => `按已公布的系数表第 ${version} 版分配。`,
  table: '看系数表及历次版本',
  publish: (version: number) => `公布为第 ${version} 版`,
  publishSays: '公布后全体职工可以查阅，不再更改；需要调整时公布新版，旧版保留。',
  publishReason: '公布说明（至少 5 字），例如职工代表大会通过的日期',
  missing: (n: number) => `还差 ${n} 位领导签署`,
}
export const en: typeof zh = {
  title: 'Signatures and the factors behind them',
  sentence: (n) =>
    `${n} leaders sign the same computation, each by name; the last signature approves it. A new computation is signed anew.`,
  nonePublished: 'No factors have been published. Publish them first, then sign.',
  asPublished: (version) => `These are the factors of published version ${version}.`,
  differs: (version) => `These are not the factors of published version ${version}. Publish a new version before signing.`,
  restsOn: (version) => `Shared out by version ${version} of the published factors.`,
  table: 'The factors and their versions',
  publish: (version) => `Publish as version ${version}`,
  publishSays: 'Everybody on the staff reads what is published. It is never changed: a new version is published and the old one stays.',
  publishReason: 'Why (five characters or more), for example the day the staff congress passed it',
  missing: (n) => `${n} more to sign`,
}
