import { strToU8, zipSync } from 'fflate'
import type { Code } from '../codebook.ts'
import type { CodingRow, InterviewRow } from '../data.ts'
import { escaped, guidOf, guidOfCode, guidOfCoder, guidOfInterview } from './guids.ts'
import { codesXml } from './qdc.ts'

type Project = {
  readonly institutionId: string
  readonly name: string
  readonly language: 'zh' | 'en'
  readonly codes: readonly Code[]
  readonly interviews: readonly InterviewRow[]
  readonly codings: readonly CodingRow[]
  readonly sourceName: (row: InterviewRow) => string
  readonly now: Date
}

/** Transcripts, codebook and coded passages as a REFI-QDA project (.qdpx): a ZIP of project.qde and the texts. Places are counted in Unicode characters of the text with LF. */
export function qdpxOf(project: Project): Uint8Array {
  const texts = project.interviews.flatMap((row) => (row.transcript === null ? [] : [{ row, text: row.transcript }]))
  const files = texts.map(
    ({ row, text }) => [`sources/${guidOfInterview(project.institutionId, row.interview_id)}.txt`, strToU8(text)] as const,
  )
  return zipSync({ 'project.qde': strToU8(projectXml(project)), ...Object.fromEntries(files) }, { mtime: project.now })
}

function projectXml(project: Project): string {
  const { institutionId, codes, codings, language } = project
  const coders = new Map(codings.map((one) => [one.coder_id, one.coder_name]))
  const users = [...coders].map(([id, name]) => `<User guid="${guidOfCoder(id)}" name="${escaped(name)}"/>`).join('')
  const sources = project.interviews.filter((row) => row.transcript !== null).map((row) => sourceXml(project, row))
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<Project xmlns="urn:QDA-XML:project:1.0" name="${escaped(project.name)}" origin="Milepost" creationDateTime="${project.now.toISOString().slice(0, 19)}Z">`,
    `<Users>${users}</Users>`,
    `<CodeBook><Codes>${codesXml(codes, institutionId, language)}</Codes></CodeBook>`,
    `<Sources>${sources.join('')}</Sources>`,
    '</Project>\n',
  ].join('\n')
}

function sourceXml({ institutionId, codes, codings, sourceName }: Project, row: InterviewRow): string {
  const guid = guidOfInterview(institutionId, row.interview_id)
  const characters = [...(row.transcript ?? '')]
  const passages = codings
    .filter((one) => one.interview_id === row.interview_id)
    .flatMap((one) => {
      const code = codes.find((each) => each.code === one.code)
      if (!code) return []
      const user = `creatingUser="${guidOfCoder(one.coder_id)}"`
      const words = escaped(characters.slice(one.start_at, Math.min(one.end_at, one.start_at + 40)).join(''))
      const place = `startPosition="${one.start_at}" endPosition="${one.end_at}"`
      return [
        `<PlainTextSelection guid="${guidOf(institutionId, `passage ${one.coding_id}`)}" name="${words}" ${place} ${user}>`,
        `<Description>${describing(one)}</Description>`,
        `<Coding guid="${guidOf(institutionId, `coding ${one.coding_id}`)}" ${user}><CodeRef targetGUID="${guidOfCode(institutionId, code)}"/></Coding>`,
        '</PlainTextSelection>',
      ]
    })
  return `<TextSource guid="${guid}" name="${escaped(sourceName(row))}" plainTextPath="internal://${guid}.txt">${passages.join('')}</TextSource>`
}

/** The format has no place for strength and leave to quote, so they stand in the description, and are found there again. */
const describing = (one: Pick<CodingRow, 'strength' | 'quotable'>): string =>
  `strength=${one.strength} quotable=${one.quotable ? 'yes' : 'no'}`
export const described = (description: string): { strength: number; quotable: boolean } => ({
  strength: Number(/strength=([123])/.exec(description)?.[1] ?? 2),
  quotable: /quotable=yes/.test(description),
})
