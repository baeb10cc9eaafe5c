/** A text in the two languages of the house. */
export type LocalText = { zh: string; en: string }
