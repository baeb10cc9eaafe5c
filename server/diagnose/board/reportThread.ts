import { type Block, line, list } from '../../platform/papers/sheet.ts'
import type { Ink } from './reportInk.ts'

/** Problem by problem from what speaks for it to what is to be done and how that will show. */
export function threadBlocks({ file, text, pick }: Ink): Block[] {
  const { problems, links, causes, evidence, remedies } = file.board
  const lines = (words: readonly string[]) => (words.length === 0 ? '–' : words.join('\n'))
  return [
    line(text.threadSay, { stays: true }),
    list(
      [17, 25, 17, 20, 21],
      [text.problem, text.what, text.cause, text.remedy, text.sign],
      problems.map((problem) => {
        const feeding = links.filter((one) => one.problem === problem.code && one.strength >= 2).map((one) => one.cause)
        const bearing = evidence.filter((one) => one.subject === problem.code)
        const chosen = remedies.filter((one) => one.answers === problem.code || feeding.includes(one.answers))
        return [
          `${problem.code} ${pick(problem.name)}\n${text.verdicts[problem.decided?.verdict ?? problem.proposed]}`,
          lines(bearing.map((one) => `${text.streams[one.stream]}${text.colon}${pick(one.says)}`)),
          lines(causes.filter((one) => feeding.includes(one.code)).map((one) => `${one.code} ${pick(one.name)}`)),
          lines(chosen.map((one) => `${one.code ?? ''} ${pick(one.name)}`.trim())),
          lines(chosen.map((one) => text.signOf[one.sign.kind](pick(one.sign.name), String(one.sign.least)))),
        ]
      }),
    ),
  ]
}
