/** A content field in the two languages of the house; zh-CN is an equal source, not a translation. */
export type LocalText = { zh: string; en: string }
export type Language = keyof LocalText
