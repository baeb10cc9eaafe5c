import type { Bilingual } from '@milepost/terms/bilingual'

/** The language of the terminal. */
export type Speech = keyof Bilingual

/** By the POSIX order: LC_ALL, then LC_MESSAGES, then LANG; Chinese of any region, English for everybody else. */
export function speechOf(env: Readonly<Record<string, string | undefined>>): Speech {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}

/** What a command needs of the world around it; tests give their own. */
export type Terminal = {
  readonly speech: Speech
  /** A line of the result, to standard output. */
  readonly print: (line: string) => void
  /** A line about the work, to standard error. */
  readonly note: (line: string) => void
}

export const say = (terminal: Terminal, text: Bilingual): void => terminal.print(text[terminal.speech])

/** Something the person can mend: a file, an option, a name. Shown without a stack. */
export class CommandFault extends Error {
  readonly text: Bilingual
  /** Further lines, one a place at fault. */
  readonly places: readonly (string | Bilingual)[]

  constructor(text: Bilingual, places: readonly (string | Bilingual)[] = []) {
    super(text.en)
    this.name = 'CommandFault'
    this.text = text
    this.places = places
  }
}
