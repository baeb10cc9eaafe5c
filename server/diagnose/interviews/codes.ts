import { exportCodes, importCodes, readCodes, saveCode } from '@milepost/contract/diagnose/voices'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { optionalTextColumn, textColumn } from '../../platform/spreadsheet/cellKinds.ts'
import { readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows, type JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import { writeCsv } from '../../platform/spreadsheet/writeTable.ts'
import { type Code, codebookOf } from './codebook.ts'
import { countPassages, saveOwnCode } from './data.ts'
import { qdcOf } from './refi/qdc.ts'

type Given = { code: string; parent: string | null; name: { zh: string; en: string }; description: string; retired: boolean }

export const readCodesRoute = serve(readCodes, {
  run: async ({ tx, institutionId, library }) => {
    const passages = await countPassages(tx, institutionId)
    return { codes: (await codebookOf(tx, institutionId, library)).map((one) => ({ ...one, passages: passages.get(one.code) ?? 0 })) }
  },
})

export const saveCodeRoute = serve(saveCode, {
  run: async ({ tx, institutionId, input, library, audit }) => {
    const fault = faultOf(await codebookOf(tx, institutionId, library), input)
    if (fault) throw new Refusal('input-invalid', { count: 1 }, [fault])
    await keep(tx, institutionId, input)
    audit({ kind: 'interview-code', id: input.code, detail: { retired: input.retired } })
    return DONE
  },
})

const keep = (tx: Tx, institutionId: string, given: Given) =>
  saveOwnCode(tx, institutionId, {
    code: given.code,
    parent: given.parent,
    name_zh: given.name.zh.trim(),
    name_en: given.name.en.trim(),
    description: given.description,
    retired: given.retired,
  })

/** Two levels and no more; the library's own codes stay as they are. */
function faultOf(codes: readonly Code[], given: Given) {
  const known = codes.find((one) => one.code === given.code)
  const parent = codes.find((one) => one.code === given.parent)
  if (known && !known.own)
    return {
      pointer: '/code',
      zh: '这是内容库的编码，不能改动；请另取代码。',
      en: 'This code comes with the library and stays; choose another.',
    }
  if (given.name.zh.trim() === '') return { pointer: '/name/zh', zh: '请填写名称。', en: 'Give it a name.' }
  if (given.parent === null) return null
  if (!parent || given.parent === given.code) return { pointer: '/parent', zh: '没有这一上级编码。', en: 'There is no such code above.' }
  if (parent.parent !== null || codes.some((one) => one.parent === given.code))
    return { pointer: '/parent', zh: '编码簿只有两级。', en: 'The codebook has two levels only.' }
  return null
}

const COLUMNS = {
  code: textColumn({ heading: { zh: '代码', en: 'Code' }, example: 'P2-time', most: 40 }),
  parent: optionalTextColumn({ heading: { zh: '上级代码', en: 'Parent' }, example: 'P2', most: 40 }),
  nameZh: textColumn({ heading: { zh: '名称', en: 'Name (Chinese)' }, example: '没有时间沟通', most: 100 }),
  nameEn: optionalTextColumn({ heading: { zh: '英文名称', en: 'Name' }, example: 'No time to talk', most: 100 }),
  description: optionalTextColumn({ heading: { zh: '说明', en: 'Description' }, example: '', most: 500 }),
}

export const importCodesRoute = serve(importCodes, {
  run: async ({ tx, institutionId, input, table, library, audit }) => {
    const codes: Code[] = [...(await codebookOf(tx, institutionId, library))]
    const rows = readRows(table, COLUMNS).map((row): JudgedRow<Given> => {
      const key = row.known.code ?? ''
      if (!row.values) return { row: row.row, key, judged: { verdict: 'wrong', problems: row.problems } }
      const { code, parent, nameZh, nameEn, description } = row.values
      const known = codes.find((one) => one.code === code)
      const given = { code, parent: parent === '' ? null : parent, name: { zh: nameZh, en: nameEn }, description, retired: false }
      // an exported codebook holds the library's codes too: the same ones are no fault
      if (known && !known.own && known.parent === given.parent && known.name.zh === nameZh)
        return { row: row.row, key, judged: { verdict: 'same' } }
      const shape = /^[A-Za-z0-9][\w.-]{0,39}$/.test(code)
      const fault = shape
        ? faultOf(codes, given)
        : { zh: '代码只能用字母、数字、点、横线和下划线。', en: 'A code takes letters, digits, dots, dashes and underscores.' }
      if (fault)
        return { row: row.row, key, judged: { verdict: 'wrong', problems: [{ column: '代码', message: { zh: fault.zh, en: fault.en } }] } }
      const isSame =
        known?.parent === given.parent &&
        known.name.zh === nameZh &&
        known.name.en === (nameEn || nameZh) &&
        known.description === description
      if (!known) codes.push({ ...given, kind: 'own', own: true, guid: null })
      return isSame
        ? { row: row.row, key, judged: { verdict: 'same' } }
        : { row: row.row, key, judged: { verdict: known ? 'changed' : 'new', save: given } }
    })
    const report = await importRows(input.step, rows, async (right) => {
      for (const one of right) await keep(tx, institutionId, one.save)
    })
    audit({ kind: 'interview-code', id: '', detail: { saved: report.saved, new: report.counts.new, changed: report.counts.changed } })
    return report
  },
})

export const exportCodesRoute = serve(exportCodes, {
  run: async ({ tx, institutionId, input, library }) => {
    const codes = await codebookOf(tx, institutionId, library)
    const zh = input.language === 'zh'
    const name = zh ? '访谈编码簿' : 'interview-codebook'
    if (input.format === 'qdc')
      return {
        fileName: `${name}.qdc`,
        mediaType: 'application/xml',
        bytes: new TextEncoder().encode(qdcOf(codes, institutionId, input.language)),
      }
    return writeCsv(
      `${name}.csv`,
      Object.values(COLUMNS).map((column) => column.heading[input.language]),
      codes.map((one) => [one.code, one.parent ?? '', one.name.zh, one.name.en, one.description]),
    )
  },
})
