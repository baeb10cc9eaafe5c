import type { Bilingual } from '@milepost/terms/bilingual'
import type { z } from 'zod'

type Issue = z.core.$ZodIssue
const say = (zh: string, en: string): Bilingual => ({ zh, en })

/** What is wrong with one field, as a person would say it, and how to mend it. */
export function inputWords(issue: Issue): Bilingual {
  if (isNothing(issue.input) && issue.code !== 'custom') return say('此项必填。', 'This must be filled in.')
  if (issue.code === 'custom' && issue.params?.formula === true)
    return say(
      '以“=、@、+、-”开头会被表格当成公式，请换一个开头。',
      'A spreadsheet takes what begins with =, @, + or - for a formula. Begin otherwise.',
    )
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected)
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'invalid_format':
      return ofFormat(issue)
    case 'invalid_value':
      return say('不在可选范围内，请重新选择。', 'This is not one of the choices. Choose again.')
    case 'invalid_key': {
      const [within] = issue.issues
      const said = within ? inputWords(within) : say('名称不合要求。', 'It is not as required.')
      return say(`名称有误：${said.zh}`, `The name is wrong: ${said.en}`)
    }
    case 'invalid_union':
      if ('discriminator' in issue && issue.discriminator)
        return say('不在可选范围内，请重新选择。', 'This is not one of the choices. Choose again.')
      return say('此项不完整或不合要求，请核对后重填。', 'This is incomplete or not as required. Check it and enter it again.')
    case 'not_multiple_of':
      return say(`须为 ${issue.divisor} 的倍数。`, `This must be a multiple of ${issue.divisor}.`)
    default:
      return say('此项不完整或不合要求，请核对后重填。', 'This is incomplete or not as required. Check it and enter it again.')
  }
}

const isNothing = (input: unknown) => input === undefined || input === null

function ofType(expected: string): Bilingual {
  if (expected === 'int') return say('请填写整数。', 'Enter a whole number.')
  if (expected === 'number') return say('请填写数值。', 'Enter a number.')
  if (expected === 'string') return say('请填写文字。', 'Enter text.')
  if (expected === 'boolean') return say('请选择是或否。', 'Choose yes or no.')
  return say('此项的形式不对，请重新填写。', 'This does not have the right form. Enter it again.')
}

function tooSmall(of: string, least: number): Bilingual {
  if (of === 'string')
    return least <= 1
      ? say('此项必填。', 'This must be filled in.')
      : say(`至少写 ${least} 个字符。`, `Write at least ${least} characters.`)
  if (of === 'array') return say(`至少要有 ${least} 项。`, `There must be at least ${least}.`)
  return say(`不能小于 ${least}。`, `This must be ${least} or more.`)
}

function tooBig(of: string, most: number): Bilingual {
  if (of === 'string') return say(`最多写 ${most} 个字符。`, `Write at most ${most} characters.`)
  if (of === 'array') return say(`最多 ${most} 项。`, `There may be at most ${most}.`)
  return say(`不能大于 ${most}。`, `This must be ${most} or less.`)
}

function ofFormat(issue: Extract<Issue, { code: 'invalid_format' }>): Bilingual {
  if (issue.format === 'date')
    return say('日期请按“年-月-日”书写，例如 2026-03-01。', 'Write the day as year-month-day, for example 2026-03-01.')
  if (issue.format === 'uuid')
    return say('所选内容已不存在，请刷新后重新选择。', 'What was chosen is no longer there. Reload and choose again.')
  const text = typeof issue.input === 'string' ? issue.input : ''
  if (text.trim() === '') return say('此项必填。', 'This must be filled in.')
  const digits = digitsOf(issue.pattern)
  if (digits !== null && /^-?\d+(\.\d+)?$/.test(text))
    return say(
      `“${text.slice(0, 40)}”不能采用：整数最多 ${digits.before} 位，小数最多 ${digits.after} 位${digits.signed ? '' : '，不能为负'}。`,
      `“${text.slice(0, 40)}” cannot be taken: at most ${digits.before} digits before the point and ${digits.after} after it${digits.signed ? '' : ', and not below zero'}.`,
    )
  if (digits !== null || (issue.pattern?.includes(String.raw`\d`) && /[\d０-９]/.test(text) && !/^[\w-]+$/.test(text)))
    return say(
      `“${text.slice(0, 40)}”不是数值。只填数字，不带单位。`,
      `“${text.slice(0, 40)}” is not a number. Enter digits only, without a unit.`,
    )
  return say(`“${text.slice(0, 40)}”的写法不合要求，请核对。`, `“${text.slice(0, 40)}” is not written as required. Check it.`)
}

/** How many digits a figure may have, as its pattern says; null: the pattern is not of a figure. */
function digitsOf(pattern: string | undefined) {
  const found = /\^(-\?)?\\d\{1,(\d+)\}\(\\\.\\d\{1,(\d+)\}\)\?\$/.exec(pattern ?? '')
  return found === null ? null : { signed: found[1] !== undefined, before: Number(found[2]), after: Number(found[3]) }
}
