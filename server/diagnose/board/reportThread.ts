import { type Block, line, list } from '../../platform/papers/sheet.ts'
import type { Ink } from './reportInk.ts'
import { feeding } from './reportPictures.ts'

/** Problem by problem from what speaks for it to what is to be done and how that will show. */
export function threadBlocks({ file, text, say, pick, table }: Ink): Block[] {
  const { problems, links, causes, evidence, remedies } = file.board
  const { entered } = file.ground
  const speaksOf = (one: (typeof evidence)[number], code: string) => one.subject === code && one.kind === 'code-count' && one.about === code
  const lines = (words: readonly string[]) => (words.length === 0 ? '–' : words.join('\n'))
  return [
    line(text.threadSay, { indent: true, stays: true }),
    table(say.tables.thread),
    list(
      [17, 20, 23, 19, 21],
      [text.problem, text.what, text.cause, text.remedy, text.sign],
      problems.map((problem) => {
        const fed = feeding(links, problem.code)
        const mended = fed.filter((one) => one.strength >= 2).map((one) => one.cause)
        const drawn = fed.flatMap(({ cause, strength }) => {
          const named = causes.find((one) => one.code === cause)
          return named ? [say.linked(`${named.code} ${pick(named.name)}`, text.strengths[strength] ?? '')] : []
        })
        const heldOutside = entered.filter((one) => one.code === problem.code && !evidence.some((each) => speaksOf(each, problem.code)))
        const bearing = evidence.filter((one) => one.subject === problem.code)
        const chosen = remedies.filter((one) => one.answers === problem.code || mended.includes(one.answers))
        return [
          `${problem.code} ${pick(problem.name)}\n${text.verdicts[problem.decided?.verdict ?? problem.proposed]}`,
          lines([
            ...heldOutside.map(({ raised, asked, by }) => `${text.streams.interviews}${text.colon}${say.ofBy(raised, asked, by)}`),
            ...bearing.map((one) => `${text.streams[one.stream]}${text.colon}${pick(one.says)}`),
          ]),
          drawn.length === 0 ? say.notJudged : drawn.join('\n'),
          lines(chosen.map((one) => `${one.code ?? ''} ${pick(one.name)}`.trim())),
          lines(chosen.map((one) => text.signOf[one.sign.kind](pick(one.sign.name), String(one.sign.least)))),
        ]
      }),
    ),
  ]
}
