export const zh = {
  name: '姓名',
  group: '层级或组别',
  scan: '扫码作答，或在浏览器输入：',
  once: '此链接仅供您本人使用一次。',
  made: (n: number) => `${n} 个链接`,
  says: '链接只在生成时显示一次，系统只保存它的指纹。请当场打印（每人一张）或导出；丢失的可在名单中重新生成。',
  csv: '导出链接表',
}
export const en: typeof zh = {
  name: 'Name',
  group: 'Level or group',
  scan: 'Scan to answer, or type into a browser:',
  once: 'This link is for you alone and works once.',
  made: (n) => `${n} links`,
  says: 'Links are shown once, when they are made; only their fingerprint is kept. Print them now, one slip each, or export them. A lost one can be made anew from the list.',
  csv: 'Export the links',
}
