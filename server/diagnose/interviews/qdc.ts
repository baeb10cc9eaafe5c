import { createHash } from 'node:crypto'
import type { Code } from './codebook.ts'

/** The codebook in the exchange format of qualitative-analysis programs (REFI-QDA 1.5, .qdc). A code keeps its guid in every export. */
export function qdcOf(codes: readonly Code[], institutionId: string, language: 'zh' | 'en'): string {
  const written = (one: Code, below: string): string => {
    const attributes = [
      `guid="${guidOf(institutionId, one.code)}"`,
      `name="${escaped(`${one.code} ${one.name[language] || one.name.zh}`)}"`,
      `isCodable="${one.retired ? 'false' : 'true'}"`,
    ].join(' ')
    const description = one.description === '' ? '' : `<Description>${escaped(one.description)}</Description>`
    return `<Code ${attributes}>${description}${below}</Code>`
  }
  const tops = codes.filter((one) => one.parent === null)
  const tree = tops.map((top) =>
    written(
      top,
      codes
        .filter((one) => one.parent === top.code)
        .map((one) => written(one, ''))
        .join(''),
    ),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Milepost"><Codes>${tree.join('')}</Codes></CodeBook>\n`
}

/** The same code of the same institution always has the same guid. */
export function guidOf(institutionId: string, name: string): string {
  const hash = createHash('sha256').update(`${institutionId} ${name}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '')
