import type { Comparator, Formula, FormulaFault, FunctionName, Operator } from './formulaTree.ts'

export type FormulaRead =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'refused'; readonly because: FormulaFault; readonly at: number; readonly found?: string }

type Token = { kind: 'number' | 'name' | 'sign'; text: string; at: number }
class Fault {
  readonly because: FormulaFault
  readonly at: number
  readonly found: string | undefined
  constructor(because: FormulaFault, at: number, found?: string) {
    this.because = because
    this.at = at
    this.found = found
  }
}

/**
 * Reads a measure formula: decimals, measure codes (letters, digits, "." and "_", Chinese too; anything else between square brackets),
 * + - * / (also × ÷), brackets, min max if sum avg last prev, and comparisons as the condition of if. Full-width signs as a Chinese keyboard
 * types them are taken for what they mean. Refused by name, with the place, whatever else it is; nothing is ever executed.
 */
export function readFormula(text: string): FormulaRead {
  if (text.trim() === '') return { kind: 'refused', because: 'empty', at: 0 }
  if (text.length > LONGEST) return { kind: 'refused', because: 'too-long', at: LONGEST }
  try {
    const reader = new Reader(tokensOf(text), text.length)
    return { kind: 'formula', formula: reader.whole() }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { kind: 'refused', because: fault.because, at: fault.at, ...(fault.found !== undefined && { found: fault.found }) }
  }
}

const LONGEST = 500
const DEEPEST = 40
const SAME: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '×': '*',
  '÷': '/',
  '－': '-',
  '−': '-',
  '＋': '+',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '【': '[',
  '】': ']',
}
const TOKEN =
  /\s+|(\d+(?:\.\d+)?)(?![\p{L}\p{N}_])|([\p{L}\p{N}_][\p{L}\p{N}_.]*)|[[【]([^\]】]+)[\]】]|(>=|<=|<>|[-+*/(),=<>（），、×÷－−＋＝＞＜≥≤≠])/uy

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (!match) throw new Fault('unknown-character', at, text[at])
    const [, number, name, bracketed, sign] = match
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at })
    else if (name !== undefined || bracketed !== undefined) tokens.push({ kind: 'name', text: name ?? (bracketed ?? '').trim(), at })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: SAME[sign] ?? sign, at })
  }
  return tokens
}

const FUNCTIONS: Readonly<Record<FunctionName, { least: number; most: number; ofMeasure: boolean }>> = {
  min: { least: 2, most: 20, ofMeasure: false },
  max: { least: 2, most: 20, ofMeasure: false },
  if: { least: 3, most: 3, ofMeasure: false },
  sum: { least: 1, most: 1, ofMeasure: true },
  avg: { least: 1, most: 1, ofMeasure: true },
  last: { least: 1, most: 1, ofMeasure: true },
  prev: { least: 1, most: 1, ofMeasure: true },
}
const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name)
const COMPARATORS: readonly string[] = ['>', '>=', '<', '<=', '=', '<>']
const isComparator = (text: string): text is Comparator => COMPARATORS.includes(text)
const isOperator = (text: string, among: string): text is Operator => text.length === 1 && among.includes(text)

/** Recursive descent: comparison < sum < product < sign < value. */
class Reader {
  private next = 0
  private readonly tokens: readonly Token[]
  private readonly end: number
  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens
    this.end = end
  }

  whole(): Formula {
    const formula = this.sum(0)
    const extra = this.tokens[this.next]
    if (extra) throw new Fault(isComparator(extra.text) ? 'condition-not-expected' : 'unexpected-token', extra.at, extra.text)
    return formula
  }

  private condition(depth: number): Formula {
    const left = this.sum(depth)
    const sign = this.tokens[this.next]
    if (!sign || !isComparator(sign.text)) throw new Fault('condition-expected', sign?.at ?? this.end, sign?.text)
    this.next++
    return { kind: 'comparison', operator: sign.text, left, right: this.sum(depth), at: sign.at }
  }

  private sum(depth: number): Formula {
    return this.chain('+-', () => this.product(depth))
  }

  private product(depth: number): Formula {
    return this.chain('*/', () => this.signed(depth))
  }

  private chain(operators: string, part: () => Formula): Formula {
    let left = part()
    for (let sign = this.tokens[this.next]; sign?.kind === 'sign'; sign = this.tokens[this.next]) {
      if (!isOperator(sign.text, operators)) break
      this.next++
      left = { kind: 'operation', operator: sign.text, left, right: part(), at: sign.at }
    }
    return left
  }

  private signed(depth: number): Formula {
    const token = this.tokens[this.next]
    if (token?.kind !== 'sign' || token.text !== '-') return this.value(depth)
    if (depth >= DEEPEST) throw new Fault('too-deep', token.at)
    this.next++
    return { kind: 'negative', of: this.signed(depth + 1), at: token.at }
  }

  private value(depth: number): Formula {
    const token = this.tokens[this.next++]
    if (!token) throw new Fault('unexpected-end', this.end)
    if (depth >= DEEPEST) throw new Fault('too-deep', token.at)
    if (token.kind === 'number') return { kind: 'number', value: token.text, at: token.at }
    if (token.kind === 'name')
      return this.tokens[this.next]?.text === '(' ? this.call(token, depth) : { kind: 'measure', code: token.text, at: token.at }
    if (token.text !== '(') throw new Fault('unexpected-token', token.at, token.text)
    const inside = this.sum(depth + 1)
    this.close()
    return inside
  }

  private call({ text, at }: Token, depth: number): Formula {
    const name = text.toLowerCase()
    if (!isFunction(name)) throw new Fault('unknown-function', at, text)
    const { least, most, ofMeasure } = FUNCTIONS[name]
    this.next++
    const inputs = [name === 'if' ? this.condition(depth + 1) : this.sum(depth + 1)]
    while (this.tokens[this.next]?.text === ',') {
      this.next++
      inputs.push(this.sum(depth + 1))
    }
    this.close()
    if (inputs.length < least || inputs.length > most) throw new Fault('wrong-number-of-inputs', at, text)
    if (ofMeasure && inputs[0]?.kind !== 'measure') throw new Fault('needs-a-measure', at, text)
    return { kind: 'call', name, inputs, at }
  }

  private close(): void {
    const token = this.tokens[this.next++]
    if (!token) throw new Fault('unexpected-end', this.end)
    if (token.text !== ')') throw new Fault(isComparator(token.text) ? 'condition-not-expected' : 'unexpected-token', token.at, token.text)
  }
}
