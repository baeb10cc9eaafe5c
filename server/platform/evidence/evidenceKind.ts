import type { InvalidField } from '@milepost/contract/refusals'
import { archiveEntries } from '../spreadsheet/archive.ts'

/** Files that may be kept as evidence: how the name ends, and by which bytes the content is known. */
const KINDS = {
  pdf: { mediaType: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46] },
  png: { mediaType: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { mediaType: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', magic: [0x50, 0x4b, 0x03, 0x04] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', magic: [0x50, 0x4b, 0x03, 0x04] },
} as const
export type EvidenceKind = keyof typeof KINDS
const INSIDE: Partial<Record<EvidenceKind, string>> = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' }
const ALSO: Readonly<Record<string, EvidenceKind>> = { jpeg: 'jpg' }

export const mediaTypeOf = (kind: string): string => (kind in KINDS ? KINDS[kind as EvidenceKind].mediaType : 'application/octet-stream')

export type EvidenceVerdict = { readonly kind: EvidenceKind } | { readonly fault: Omit<InvalidField, 'pointer'> }

/**
 * What a file is, by its bytes and not by its name: a name that says something else, an unknown kind, an old or macro-bearing Office file and a PDF
 * that runs something are refused, each with its reason.
 */
export function evidenceKind(name: string, bytes: Uint8Array): EvidenceVerdict {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const fault = (zh: string, en: string) => ({ fault: { zh, en } })
  if (bytes.length === 0) return fault('文件是空的。', 'The file is empty.')
  if (/^(docm|xlsm|pptm|dotm|xltm|xlsb)$/.test(ending))
    return fault(
      `“${name}”带宏，不接收。请另存为不带宏的格式或 PDF。`,
      `“${name}” carries macros and is not taken. Save it without macros, or as PDF.`,
    )
  const kind = ALSO[ending] ?? (ending in KINDS ? (ending as EvidenceKind) : undefined)
  if (!kind)
    return fault(
      `不接收“.${ending}”文件。请使用 PDF、PNG、JPG、DOCX 或 XLSX。`,
      `Files ending in “.${ending}” are not taken. Use PDF, PNG, JPG, DOCX or XLSX.`,
    )
  if (!KINDS[kind].magic.every((byte, at) => bytes[at] === byte))
    return fault(
      `“${name}”的内容与扩展名不符，可能被改名。请重新导出后上传。`,
      `What “${name}” holds is not what its name says; it may have been renamed. Export it again.`,
    )
  const inside = INSIDE[kind]
  if (inside !== undefined) return officeVerdict(name, bytes, kind, inside)
  if (kind === 'pdf' && runsSomething(bytes))
    return fault(
      `“${name}”内含脚本或自动执行的动作，不接收。`,
      `“${name}” holds a script or an action that runs by itself and is not taken.`,
    )
  return { kind }
}

function officeVerdict(name: string, bytes: Uint8Array, kind: EvidenceKind, inside: string): EvidenceVerdict {
  const paths = archiveEntries(bytes)?.map((entry) => entry.path) ?? []
  if (!paths.includes(inside))
    return {
      fault: {
        zh: `“${name}”不是有效的 ${kind.toUpperCase()} 文件，可能被改名或损坏。`,
        en: `“${name}” is no ${kind.toUpperCase()} file; it may have been renamed or damaged.`,
      },
    }
  if (paths.some((path) => /vbaProject\.bin$|activeX\/|embeddings\/.*\.bin$/i.test(path)))
    return {
      fault: {
        zh: `“${name}”带宏或嵌入的程序，不接收。请另存为不带宏的格式或 PDF。`,
        en: `“${name}” carries macros or embedded programs and is not taken. Save it without, or as PDF.`,
      },
    }
  return { kind }
}

const runsSomething = (bytes: Uint8Array) =>
  /\/(JavaScript|JS|Launch|EmbeddedFile)\b/.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
