/** Marks that would tell who wrote or who is meant: e-mail, identity card, telephone, number plate, WeChat and QQ numbers. */
const MARKS: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
  /(?<!\d)\d{6}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx](?!\d)/g,
  /(?<!\d)(\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g,
  /(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)/g,
  /(?<!\d)\+?\d{1,3}[ -.]?\(?\d{3}\)?[ -.]\d{3}[ -.]\d{4}(?!\d)/g,
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·.]?[A-Z0-9]{5,6}(?![A-Z0-9])/g,
  /(微信|QQ|qq|wechat|WeChat)(号|号码)?\s*[:：]?\s*[A-Za-z0-9_-]{5,20}/g,
]

/** The same text with such marks taken out, before it is ever stored. Names in plain words stay: a person must read for those. */
export const withoutPersonalMarks = (text: string): string => MARKS.reduce((said, mark) => said.replace(mark, '［…］'), text)
