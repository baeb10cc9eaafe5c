import { Refusal } from '@milepost/contract/refusals'
import { XMLParser } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import { archiveEntries } from '../../../platform/spreadsheet/archive.ts'

/** What a REFI-QDA file says, nothing judged yet. */
export type QdaCode = {
  readonly guid: string
  readonly name: string
  readonly description: string
  readonly above: string | null
  readonly depth: number
  readonly codable: boolean
}
export type QdaPassage = {
  readonly start: number
  readonly end: number
  readonly description: string
  readonly user: string
  readonly codes: readonly string[]
}
export type QdaSource = {
  readonly guid: string
  readonly name: string
  readonly text: string | null
  readonly passages: readonly QdaPassage[]
}
export type QdaProject = {
  readonly codes: readonly QdaCode[]
  readonly users: ReadonlyMap<string, string>
  readonly sources: readonly QdaSource[]
  /** Kinds of sources and notes that have no counterpart here, with how many there are. */
  readonly left: ReadonlyMap<string, number>
}

type Node = Readonly<Record<string, unknown>>
const MOST_UNFOLDED = 200_000_000
/** These may stand once or several times; the parser would give one as an object and several as a list. */
const LISTS = new Set([
  'Code',
  'User',
  'TextSource',
  'PlainTextSelection',
  'Coding',
  'PDFSource',
  'PictureSource',
  'AudioSource',
  'VideoSource',
  'Note',
  'Set',
  'Case',
])
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => LISTS.has(name),
})

/** A codebook file (.qdc). */
export function readQdc(name: string, bytes: Uint8Array): QdaCode[] {
  const book = nodeOf(parsed(name, bytes), 'CodeBook')
  if (!book) throw new Refusal('qda-file-unknown', { name })
  return codesOf(nodeOf(book, 'Codes'))
}

/** A project file (.qdpx): a ZIP with project.qde and the texts under sources/. */
export function readQdpx(name: string, bytes: Uint8Array): QdaProject {
  const files = unfolded(name, bytes)
  const [, qde] = Object.entries(files).find(([path]) => /(^|\/)[^/]+\.qde$/i.test(path)) ?? []
  const project = qde && nodeOf(parsed(name, qde), 'Project')
  if (!project) throw new Refusal('qda-file-unknown', { name })
  const sources = nodeOf(project, 'Sources')
  const left = new Map(
    ['PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'].flatMap((kind) => {
      const n = listOf(sources, kind).length
      return n > 0 ? [[kind, n] as const] : []
    }),
  )
  const notes = listOf(nodeOf(project, 'Notes'), 'Note').length
  if (notes > 0) left.set('Note', notes)
  return {
    codes: codesOf(nodeOf(nodeOf(project, 'CodeBook'), 'Codes')),
    users: new Map(listOf(nodeOf(project, 'Users'), 'User').map((user) => [said(user, '@guid').toLowerCase(), said(user, '@name')])),
    sources: listOf(sources, 'TextSource').map((source) => sourceOf(source, files)),
    left,
  }
}

function unfolded(name: string, bytes: Uint8Array): Record<string, Uint8Array> {
  const entries = archiveEntries(bytes)
  if (!entries || entries.reduce((sum, entry) => sum + entry.size, 0) > MOST_UNFOLDED) throw new Refusal('qda-file-unknown', { name })
  try {
    return unzipSync(bytes)
  } catch {
    throw new Refusal('qda-file-unknown', { name })
  }
}

function parsed(name: string, bytes: Uint8Array): Node {
  try {
    return parser.parse(textOf(bytes)) as Node
  } catch {
    throw new Refusal('qda-file-unknown', { name })
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)
/** Places are counted on the text with single line breaks. */
const withLf = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')

function codesOf(codes: Node | undefined, above: string | null = null, depth = 0): QdaCode[] {
  return listOf(codes, 'Code').flatMap((code) => {
    const guid = said(code, '@guid').toLowerCase()
    const one = {
      guid,
      name: said(code, '@name'),
      description: said(code, 'Description').trim(),
      above,
      depth,
      codable: said(code, '@isCodable') !== 'false',
    }
    return [one, ...codesOf(code, guid, depth + 1)]
  })
}

function sourceOf(source: Node, files: Readonly<Record<string, Uint8Array>>): QdaSource {
  const path = said(source, '@plainTextPath').replace(/^internal:\/\//, '')
  const [, bytes] = Object.entries(files).find(([at]) => path !== '' && at.toLowerCase().endsWith(`/${path.toLowerCase()}`)) ?? []
  const inside = source.PlainTextContent
  const text = bytes ? textOf(bytes) : typeof inside === 'string' ? inside : null
  return {
    guid: said(source, '@guid').toLowerCase(),
    name: said(source, '@name'),
    text: text === null ? null : withLf(text),
    passages: listOf(source, 'PlainTextSelection').map((selection) => ({
      start: placeOf(said(selection, '@startPosition')),
      end: placeOf(said(selection, '@endPosition')),
      description: said(selection, 'Description'),
      user: (said(listOf(selection, 'Coding')[0], '@creatingUser') || said(selection, '@creatingUser')).toLowerCase(),
      codes: listOf(selection, 'Coding').map((coding) => said(nodeOf(coding, 'CodeRef'), '@targetGUID').toLowerCase()),
    })),
  }
}

/** NaN: not a place. */
const placeOf = (text: string): number => (/^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN)

const isNode = (value: unknown): value is Node => value !== null && typeof value === 'object' && !Array.isArray(value)
const nodeOf = (node: Node | undefined, name: string): Node | undefined => {
  const inside = node?.[name]
  return isNode(inside) ? inside : undefined
}
const listOf = (node: Node | undefined, name: string): Node[] => {
  const inside = node?.[name]
  return Array.isArray(inside) ? inside.filter(isNode) : []
}
const said = (node: Node | undefined, name: string): string => {
  const inside = node?.[name]
  return typeof inside === 'string' ? inside : ''
}
