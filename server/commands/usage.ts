import type { Command, CommanderError } from 'commander'
import type { Terminal } from './speaking.ts'

/** Headings of the help, and what to say when a command is not used as it should be. Inherited by every command added later. */
export function speakInstead(program: Command, terminal: Terminal): void {
  const zh = terminal.speech === 'zh'
  program
    .exitOverride()
    .helpOption('-h, --help', zh ? '显示帮助' : 'show this help')
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => (zh ? (TITLES[title] ?? title) : title) })
    .configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: () => undefined })
}

const TITLES: Readonly<Record<string, string>> = { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' }

const USAGE: Readonly<Record<string, (named: string) => string>> = {
  'commander.unknownCommand': (named) => `没有命令“${named}”。`,
  'commander.unknownOption': (named) => `没有选项“${named}”。`,
  'commander.missingArgument': (named) => `缺少参数“${named}”。`,
  'commander.optionMissingArgument': (named) => `选项“${named}”需要一个值。`,
  'commander.missingMandatoryOptionValue': (named) => `必须给出选项“${named}”。`,
  'commander.invalidArgument': (named) => `“${named}”不在可选范围。`,
  'commander.excessArguments': () => '参数过多。',
}

/** The sentence for a command that was not used as it should be, and where to read more. */
export function usageText({ code, message }: CommanderError, { speech }: Terminal): string {
  const english = message.replace(/^error: /, '')
  if (speech === 'en') return `${english}\nmilepost --help`
  const named = /'([^']+)'/.exec(english)?.[1] ?? ''
  return `${USAGE[code]?.(named) ?? english}\nmilepost --help`
}
