import type { Code } from '../codebook.ts'
import { escaped, guidOfCode } from './guids.ts'

/** The codebook in the exchange format of qualitative-analysis programs (REFI-QDA 1.5, .qdc). A code keeps its guid in every export. */
export function qdcOf(codes: readonly Code[], institutionId: string, language: 'zh' | 'en'): string {
  const tree = codesXml(codes, institutionId, language)
  return `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Milepost"><Codes>${tree}</Codes></CodeBook>\n`
}

/** The codes as both kinds of file hold them, those below inside those above. */
export function codesXml(codes: readonly Code[], institutionId: string, language: 'zh' | 'en'): string {
  const written = (one: Code, below: string): string => {
    const attributes = [
      `guid="${guidOfCode(institutionId, one)}"`,
      `name="${escaped(`${one.code} ${one.name[language] || one.name.zh}`)}"`,
      `isCodable="${one.retired ? 'false' : 'true'}"`,
    ].join(' ')
    const description = one.description === '' ? '' : `<Description>${escaped(one.description)}</Description>`
    return `<Code ${attributes}>${description}${below}</Code>`
  }
  const below = (top: Code) => codes.filter((one) => one.parent === top.code).map((one) => written(one, ''))
  return codes
    .filter((one) => one.parent === null)
    .map((top) => written(top, below(top).join('')))
    .join('')
}
