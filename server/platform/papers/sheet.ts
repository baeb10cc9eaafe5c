import type { Bilingual } from '@milepost/terms/bilingual'
import {
  AlignmentType,
  BorderStyle,
  Document,
  FileChild,
  Footer,
  HeightRule,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { folded, writeArchive } from '../spreadsheet/writeArchive.ts'

/** An official paper on A4: title, lines, ruled tables with space to write in, signature and seal, page numbers. Lengths in twentieths of a point. */

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type Language = 'zh' | 'en'
export type Block = Paragraph | Table | NextSheet

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun', cs: 'Times New Roman' }
const TITLE_FONT = { ...FONT, eastAsia: 'SimHei' }
const PAGE = { width: 11_906, height: 16_838, margin: { top: 1440, bottom: 1304, left: 1474, right: 1304 } }
const INNER = PAGE.width - PAGE.margin.left - PAGE.margin.right

/** The size of a text where none is named, in half points: 小四. */
const SIZE = 24

/** Only what differs from the text of the document is said: a form has hundreds of these. */
const run = (text: string, given: { bold?: boolean; size?: number } = {}) =>
  new TextRun({ text, ...(given.size === undefined ? {} : { size: given.size }), ...(given.bold ? { bold: true } : {}) })

/** 五号, the size forms are printed in. */
const FORM_SIZE = 21
/** So many letters may need a page of their own. */
const A_PAGE = 1000
/** 小五, for a long text that is to stay on the page of its form. */
const FINE_SIZE = 18

/** A text of several lines as paragraphs of their own. */
const paragraphs = (text: string, given: { bold?: boolean; align?: 'centre' | 'right'; fine?: boolean } = {}) =>
  text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment: given.align === 'centre' ? AlignmentType.CENTER : given.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: given.fine ? 260 : 310 },
        children: [run(line, { size: given.fine ? FINE_SIZE : FORM_SIZE, ...(given.bold ? { bold: true } : {}) })],
      }),
  )

/** What follows is a sheet of its own, to be handed out apart: it starts on a new page, which is its first. */
class NextSheet extends FileChild {
  constructor() {
    super('milepost:sheet')
  }
}
export const nextSheet = (): NextSheet => new NextSheet()

export const title = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 280 },
    children: [new TextRun({ text, font: TITLE_FONT, size: 32, bold: true })],
  })

export const line = (
  text: string,
  given: {
    indent?: boolean
    right?: boolean
    bold?: boolean
    /** On the page of what follows. */
    stays?: boolean
    /** Under a picture: centred and small. */
    caption?: boolean
  } = {},
): Paragraph =>
  new Paragraph({
    alignment: given.right ? AlignmentType.RIGHT : given.caption ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: given.caption ? { line: 300, after: 160 } : { line: 440 },
    ...(given.indent ? { indent: { firstLine: 480 } } : {}),
    ...(given.stays ? { keepNext: true, keepLines: true } : {}),
    children: [run(text, { bold: given.bold ?? false, ...(given.caption ? { size: FORM_SIZE } : {}) })],
  })

type Cell = {
  readonly text: string
  /** Of the columns of the grid; default 1. */
  readonly span?: number
  /** What the form asks, in bold and centred, as against what is filled in. */
  readonly label?: true
  /** Where somebody signs or seals: below what is said, at the right. */
  readonly foot?: string
  /** In small letters. */
  readonly fine?: boolean
}
export type Row = { readonly cells: readonly Cell[] /** Room to write in, in centimetres. */; readonly least?: number }

const EDGE = { style: BorderStyle.SINGLE, size: 6, color: '000000' }

/** A ruled form. `grid` are the shares of its columns. */
export function form(grid: readonly number[], rows: readonly Row[]): Table {
  const whole = grid.reduce((sum, share) => sum + share, 0)
  const widths = grid.map((share) => Math.round((INNER * share) / whole))
  return new Table({
    width: { size: INNER, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE },
    rows: rows.map(({ cells, least }) => {
      let at = 0
      return new TableRow({
        // only a text that may fill a page goes on overleaf
        cantSplit: cells.every(({ text }) => text.length < A_PAGE),
        ...(least === undefined ? {} : { height: { value: Math.round(least * 567), rule: HeightRule.ATLEAST } }),
        children: cells.map(({ text, span = 1, label, foot, fine = false }) => {
          const width = widths.slice(at, at + span).reduce((sum, one) => sum + one, 0)
          at += span
          return new TableCell({
            columnSpan: span,
            width: { size: width, type: WidthType.DXA },
            // an empty field is written in from above
            verticalAlign: text === '' && foot !== undefined ? VerticalAlign.BOTTOM : VerticalAlign.CENTER,
            margins: { top: 50, bottom: 50, left: 80, right: 80 },
            children: [
              ...(label
                ? paragraphs(text, { bold: true, align: 'centre' })
                : text === '' && foot !== undefined
                  ? []
                  : paragraphs(text, { fine })),
              ...(foot === undefined ? [] : paragraphs(foot, { align: 'right' })),
            ],
          })
        }),
      })
    }),
  })
}

/** A table of many rows: the heading is repeated on every page. */
export function list(grid: readonly number[], heading: readonly string[], rows: readonly (readonly string[])[]): Table {
  const whole = grid.reduce((sum, share) => sum + share, 0)
  const widths = grid.map((share) => Math.round((INNER * share) / whole))
  const rowOf = (texts: readonly string[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      children: texts.map(
        (text, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: paragraphs(text, isHeading ? { bold: true, align: 'centre' } : {}),
          }),
      ),
    })
  return new Table({
    width: { size: INNER, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE },
    rows: [rowOf(heading, true), ...rows.map((row) => rowOf(row, false))],
  })
}

export type Bar = {
  readonly name: string
  /** What stands at the end of the bar. */
  readonly value: string
  /** How much of the whole length it takes, 0 to 1. */
  readonly share: number
  /** RRGGBB; the accent where left out. */
  readonly colour?: string
}

const ACCENT = '10598C'
const EMPTY = 'EEF2F5'
const NONE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const NO_EDGES = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }

/** A bar chart that prints anywhere: names at the left, bars as shaded cells, figures at the right, which may take more than a fifth of the line. */
export function bars(rows: readonly Bar[], saysShare = 0.22): Table {
  const widths = [Math.round(INNER * 0.34), Math.round(INNER * (0.66 - saysShare)), Math.round(INNER * saysShare)] as const
  const cell = (width: number, children: (Paragraph | Table)[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 30, bottom: 30, left: 60, right: 60 },
      children,
    })
  return new Table({
    width: { size: INNER, type: WidthType.DXA },
    columnWidths: [...widths],
    borders: NO_EDGES,
    rows: rows.map(
      ({ name, value, share, colour }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(widths[0], paragraphs(name)),
            cell(widths[1], [shaded(widths[1] - 120, share, colour ?? ACCENT), new Paragraph({ spacing: { line: 20 }, children: [] })]),
            cell(widths[2], paragraphs(value)),
          ],
        }),
    ),
  })
}

function shaded(whole: number, share: number, colour: string): Table {
  const filled = Math.round(whole * Math.min(1, Math.max(0, share)))
  const part = (size: number, fill: string) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      shading: { fill },
      children: [new Paragraph({ spacing: { line: 200 }, children: [] })],
    })
  const parts = [part(filled, colour), part(whole - filled, EMPTY)]
  const widths = [filled, whole - filled]
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths.filter((size) => size > 0),
    borders: NO_EDGES,
    rows: [new TableRow({ height: { value: 200, rule: HeightRule.EXACT }, children: parts.filter((_, at) => (widths[at] ?? 0) > 0) })],
  })
}

/** A heading inside a paper. */
export const heading = (text: string): Paragraph =>
  new Paragraph({
    spacing: { before: 240, after: 80 },
    keepNext: true,
    children: [new TextRun({ text, font: TITLE_FONT, size: 26, bold: true })],
  })

const WORDS = {
  page: { zh: ['第 ', ' 页 共 ', ' 页'], en: ['Page ', ' of ', ''] },
  sheet: { zh: ['第 ', ' 页'], en: ['Page ', ''] },
  seal: { zh: '（公章）', en: '(seal)' },
  sign: { zh: '（签名）：', en: ' (signature): ' },
} as const

const ROOM = '\u00a0'.repeat(22)

/** Where somebody signs: name line and date line, at the right; who signs and who seals next stand on the same page. */
export const signature = (who: string, language: Language): Paragraph[] => [
  // spaces at the end of a line take no room on paper unless they are hard ones
  line(`${who.charAt(0).toUpperCase()}${who.slice(1)}${WORDS.sign[language]}${ROOM}`, { right: true, stays: true }),
  line(language === 'zh' ? '年    月    日' : `Date:${ROOM}`, { right: true, stays: true }),
]

/** Who issues the paper, on which day, with room for the seal. */
export const sealed = (institution: string, day: string, language: Language): Paragraph[] => [
  line('', { stays: true }),
  line(institution, { right: true, stays: true }),
  line(WORDS.seal[language], { right: true, stays: true }),
  line(dayInWords(day, language), { right: true }),
]

export function dayInWords(day: string | null, language: Language): string {
  if (day === null) return ''
  const [year = '', month = '', date = ''] = day.split('-')
  return language === 'zh' ? `${year}年${Number(month)}月${Number(date)}日` : day
}

export const picking =
  (language: Language) =>
  (text: Bilingual): string =>
    text[language]

/** Stands between two papers until they are cut apart; no text can look like it. */
const BETWEEN = 'milepost:between'
class Between extends FileChild {
  constructor() {
    super(BETWEEN)
  }
}

/** Several papers, each as a Word file of its own: what all have in common (styles, fonts, footer) is made once. */
export async function toDocxFiles(papers: readonly (readonly Block[])[], language: Language): Promise<Uint8Array[]> {
  const whole = unzipSync(await Packer.toBuffer(documentOf(papers, language)))
  const text = strFromU8(whole[BODY] ?? new Uint8Array())
  const [from, to] = [text.indexOf('<w:body>') + '<w:body>'.length, text.lastIndexOf('<w:sectPr')]
  const shared = Object.entries(whole).flatMap(([path, content]) => (path === BODY ? [] : [folded(path, content)]))
  return text
    .slice(from, to)
    .split(`<${BETWEEN}/>`)
    .map((body) => writeArchive([...shared, folded(BODY, strToU8(`${text.slice(0, from)}${body}${text.slice(to)}`))]))
}

const BODY = 'word/document.xml'

export async function toDocx(blocks: readonly Block[], language: Language): Promise<Uint8Array> {
  const [bytes = new Uint8Array()] = await toDocxFiles([blocks], language)
  return bytes
}

function documentOf(papers: readonly (readonly Block[])[], language: Language): Document {
  const sheets = sheetsOf(papers.flatMap((blocks, at) => (at === 0 ? blocks : [new Between(), ...blocks])))
  const small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]) => new TextRun({ children, size: 18 })
  const [before, between, after] = WORDS.page[language]
  const [page, alone] = WORDS.sheet[language]
  // no word processor counts the pages of a sheet
  const number =
    sheets.length > 1
      ? small([page, PageNumber.CURRENT, alone])
      : small([before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after])
  return new Document({
    creator: 'Milepost',
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: sheets.map((children) => ({
      properties: {
        page: {
          size: { width: PAGE.width, height: PAGE.height },
          margin: PAGE.margin,
          ...(sheets.length > 1 ? { pageNumbers: { start: 1 } } : {}),
        },
      },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] }) },
      children,
    })),
  })
}

type Child = Exclude<Block, NextSheet>

function sheetsOf(blocks: readonly (Block | Between)[]): (Child | Between)[][] {
  const sheets: (Child | Between)[][] = [[]]
  for (const block of blocks) {
    if (block instanceof NextSheet) sheets.push([])
    else sheets.at(-1)?.push(block)
  }
  return sheets
}
