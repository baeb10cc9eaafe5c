import type { JudgedRow } from '../../../platform/spreadsheet/importRows.ts'
import type { CodingRow, InterviewRow } from '../data.ts'
import { guidOfInterview } from './guids.ts'
import { described } from './qdpx.ts'
import type { QdaPassage, QdaSource } from './readQda.ts'

export type TakenText = { readonly kind: 'text'; readonly interviewId: string; readonly text: string; readonly revision: number }
export type TakenCoding = {
  readonly kind: 'coding'
  readonly interviewId: string
  readonly code: string
  readonly start: number
  readonly end: number
  readonly strength: number
  readonly quotable: boolean
  readonly coderId: string
  readonly coderName: string
}
type Taken = TakenText | TakenCoding
type Ground = {
  readonly institutionId: string
  readonly interviews: readonly InterviewRow[]
  readonly codings: readonly CodingRow[]
  readonly codeOf: ReadonlyMap<string, string>
  readonly users: ReadonlyMap<string, string>
  readonly me: { readonly id: string; readonly name: string }
  /** Of the first row. */
  readonly from: number
}

/** Transcripts of a project beside the interviews of the wave, and each coded passage held against the text it stands in: a broken place is named, with what to do. */
export function judgeSources(sources: readonly QdaSource[], ground: Ground): JudgedRow<Taken>[] {
  const rows: JudgedRow<Taken>[] = []
  const add = (key: string, judged: JudgedRow<Taken>['judged']) => rows.push({ row: ground.from + rows.length, key, judged })
  for (const source of sources) {
    const interview = interviewOf(source, ground)
    const judged = judgeText(source, interview)
    add(source.name, judged)
    if (judged.verdict === 'wrong' || !interview) continue
    const text = [...(source.text ?? '')]
    for (const passage of source.passages) {
      const key = `${source.name} ${passage.start}–${passage.end}`
      const fault = faultOf(passage, text)
      if (fault) add(key, fault)
      else for (const guid of passage.codes) add(key, judgeCoding(passage, guid, interview, ground))
    }
  }
  return rows
}

/** By the guid of an export from here, else by the number in its name, else by its words. */
function interviewOf(source: QdaSource, { institutionId, interviews }: Ground): InterviewRow | undefined {
  const number = /(?:^|\D)(\d{1,4})\s*$/.exec(source.name.replace(/\.(txt|docx)$/i, ''))?.[1]
  return (
    interviews.find((one) => guidOfInterview(institutionId, one.interview_id) === source.guid) ??
    interviews.find((one) => source.text !== null && one.transcript === source.text) ??
    interviews.find((one) => one.number === Number(number))
  )
}

function judgeText(source: QdaSource, interview: InterviewRow | undefined): JudgedRow<TakenText>['judged'] {
  if (source.text === null)
    return wrong(
      'plainTextPath',
      '文件里没有这份文字。请用原程序把文字一并导出。',
      'The file does not hold this text. Export it again together with its texts.',
    )
  if (!interview)
    return wrong(
      'TextSource',
      '本轮次没有与之对应的访谈。请先安排访谈并记录同意，文字的名称以访谈编号结尾，例如“访谈 3”。',
      'No interview of this wave goes with it. Plan one and record consent first; let the name of the text end with the number of the interview, such as “Interview 3”.',
    )
  if (interview.consent !== true)
    return wrong(
      'TextSource',
      `访谈 ${interview.number} 还没有记录受访者的同意。`,
      `Consent to interview ${interview.number} is not on record.`,
    )
  if (interview.transcript === source.text) return { verdict: 'same' }
  if (interview.transcript !== null)
    return wrong(
      'TextSource',
      `文字与访谈 ${interview.number} 已保存的记录不同，编码位置会错位。请在原程序中用本系统导出的文字重新编码，或先改正本系统的记录。`,
      `The text differs from what is kept of interview ${interview.number}, so places would not line up. Code the text exported from here, or correct what is kept here first.`,
    )
  return {
    verdict: 'new',
    save: { kind: 'text', interviewId: interview.interview_id, text: source.text, revision: interview.revision + 1 },
  }
}

function faultOf({ start, end, codes }: QdaPassage, text: readonly string[]): ReturnType<typeof wrong> | null {
  const length = text.length
  if (Number.isNaN(start) || Number.isNaN(end) || start < 0 || end <= start || end > length)
    return wrong(
      Number.isNaN(start) || start < 0 || start >= length ? 'startPosition' : 'endPosition',
      `位置不在文字之内（文字共 ${length} 个字符）。请在原程序中重新选定这一段后再导出。`,
      `The place lies outside of the text, which has ${length} characters. Select the passage again in the program it comes from, then export once more.`,
    )
  if (text.slice(start, end).join('').trim() === '') return wrong('startPosition', '这一段里没有文字。', 'The passage holds no words.')
  return codes.length === 0 ? wrong('Coding', '这一段没有编码。', 'No code stands on this passage.') : null
}

function judgeCoding(passage: QdaPassage, guid: string, interview: InterviewRow, ground: Ground): JudgedRow<TakenCoding>['judged'] {
  const code = ground.codeOf.get(guid)
  if (code === undefined) return wrong('CodeRef', '引用的编码不在编码簿中。', 'It refers to a code that the codebook does not hold.')
  const coderName = ground.users.get(passage.user)
  const coder =
    coderName !== undefined && UUID.test(passage.user) ? { id: passage.user, name: coderName || passage.user.slice(0, 8) } : ground.me
  const here = ground.codings.find(
    (one) =>
      one.interview_id === interview.interview_id &&
      one.coder_id === coder.id &&
      one.code === code &&
      one.start_at === passage.start &&
      one.end_at === passage.end,
  )
  const { strength, quotable } = described(passage.description)
  if (here) return { verdict: 'same' }
  return {
    verdict: 'new',
    save: {
      kind: 'coding',
      interviewId: interview.interview_id,
      code,
      start: passage.start,
      end: passage.end,
      strength,
      quotable,
      coderId: coder.id,
      coderName: coder.name,
    },
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const wrong = (column: string, zh: string, en: string) => ({ verdict: 'wrong' as const, problems: [{ column, message: { zh, en } }] })
