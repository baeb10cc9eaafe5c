import type { Decimal } from '@milepost/exact/exact'
import type { LocalText } from '../localText.ts'

/** A formula read into a tree: nothing else of the text is ever run. `at` is the place in the text, from 0. */
export type Formula =
  | { readonly kind: 'number'; readonly value: Decimal; readonly at: number }
  /** A measure by its code; without a function around it, its value in the period asked for. */
  | { readonly kind: 'measure'; readonly code: string; readonly at: number }
  | { readonly kind: 'negative'; readonly of: Formula; readonly at: number }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Formula; readonly right: Formula; readonly at: number }
  | { readonly kind: 'comparison'; readonly operator: Comparator; readonly left: Formula; readonly right: Formula; readonly at: number }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly inputs: readonly Formula[]; readonly at: number }

export type Operator = '+' | '-' | '*' | '/'
export type Comparator = '>' | '>=' | '<' | '<=' | '=' | '<>'
/** `sum`, `avg`, `last`, `prev` look at the periods of one measure: all up to the one asked for, the latest with a value, the one before. */
export type FunctionName = 'min' | 'max' | 'if' | 'sum' | 'avg' | 'last' | 'prev'

export type FormulaFault =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'unknown-character'
  | 'unexpected-end'
  | 'unexpected-token'
  | 'unknown-function'
  | 'wrong-number-of-inputs'
  | 'needs-a-measure'
  | 'condition-expected'
  | 'condition-not-expected'
  | 'unknown-measure'
  | 'units-differ'
  | 'unit-not-declared'
  | 'divides-by-zero'
  | 'cycle'

export const FORMULA_FAULTS: Readonly<Record<FormulaFault, LocalText>> = {
  empty: { zh: '公式是空的', en: 'The formula is empty' },
  'too-long': { zh: '公式超过 500 个字符', en: 'The formula is longer than 500 characters' },
  'too-deep': { zh: '公式的括号嵌套过深', en: 'The formula is nested too deeply' },
  'unknown-character': { zh: '有不认识的字符', en: 'There is a character that means nothing here' },
  'unexpected-end': { zh: '公式没有写完', en: 'The formula ends too early' },
  'unexpected-token': { zh: '此处不应出现这个符号', en: 'This does not belong here' },
  'unknown-function': {
    zh: '没有这个函数；可用 min、max、if、sum、avg、last、prev',
    en: 'No such function; there are min, max, if, sum, avg, last and prev',
  },
  'wrong-number-of-inputs': { zh: '函数的参数个数不对', en: 'The function takes another number of inputs' },
  'needs-a-measure': { zh: '此函数只接受一个指标代码', en: 'This function takes the code of one measure' },
  'condition-expected': { zh: 'if 的第一个参数须是比较', en: 'The first input of if must be a comparison' },
  'condition-not-expected': { zh: '比较只能用作 if 的条件', en: 'A comparison can only be the condition of if' },
  'unknown-measure': { zh: '没有这个指标代码', en: 'There is no measure with this code' },
  'units-differ': { zh: '单位不同的量不能相加减或比较', en: 'Quantities of different units cannot be added or compared' },
  'unit-not-declared': { zh: '公式得出的单位与指标声明的单位不同', en: 'The formula gives another unit than the measure declares' },
  'divides-by-zero': { zh: '除数恒为 0，公式永远没有结果', en: 'The divisor is always 0, so the formula never has a result' },
  cycle: { zh: '公式互相引用，形成循环', en: 'The formulas refer to each other in a circle' },
}

/** The children of a node. */
export function partsOf(formula: Formula): readonly Formula[] {
  if (formula.kind === 'negative') return [formula.of]
  if (formula.kind === 'operation' || formula.kind === 'comparison') return [formula.left, formula.right]
  return formula.kind === 'call' ? formula.inputs : []
}

/** Codes of the measures a formula names, each once, in order of appearance. */
export function measuresIn(formula: Formula): string[] {
  const own = formula.kind === 'measure' ? [formula.code] : []
  return [...new Set([...own, ...partsOf(formula).flatMap(measuresIn)])]
}
