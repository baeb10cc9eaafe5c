import { z } from 'zod'

/** Which language the headings of an import template are in; a filled-in file may use either. */
export const templateInput = z.object({ language: z.enum(['zh', 'en']) })
/** The answer of a download is a file. */
export const aFile = z.unknown()
