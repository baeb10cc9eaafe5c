import { REFUSALS, type RefusalCode, refusalText } from '@milepost/contract/refusals'
import { GENERATED, type Paper, table } from './paper.ts'

/** Stands in for any detail of a sentence. */
const BLANKS = new Proxy({}, { get: () => '…' }) as Readonly<Record<string, string>>

/** Every refusal the program can give, with its status and both sentences. */
export function printRefusals(): Paper {
  const codes = Object.keys(REFUSALS) as RefusalCode[]
  const rows = codes.map((code) => {
    const text = refusalText(code, BLANKS)
    return [`\`${code}\``, String(REFUSALS[code].status), text.zh, text.en]
  })
  return { file: 'refusals.md', text: `${GENERATED}# Refusals · 拒绝与提示\n\n${table(['code', 'status', '中文', 'English'], rows)}` }
}
