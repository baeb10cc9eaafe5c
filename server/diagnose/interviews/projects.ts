import { exportProject, importCodebook, importProject } from '@milepost/contract/diagnose/voices'
import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { importRows, type JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import { findWave } from '../waves/data.ts'
import { codebookOf } from './codebook.ts'
import { insertCoding, listCodings, listFinished, listInterviewRows, saveOwnCode, setFinished, updateInterview } from './data.ts'
import { judgeCodes, type TakenCode } from './refi/judgeCodes.ts'
import { judgeSources, type TakenCoding, type TakenText } from './refi/judgeSources.ts'
import { qdpxOf } from './refi/qdpx.ts'
import { readQdc, readQdpx } from './refi/readQda.ts'

/** All transcripts of a wave with their codes, for NVivo, ATLAS.ti, MAXQDA, QualCoder. What another coder may not see yet is left out. */
export const exportProjectRoute = serve(exportProject, {
  run: async ({ tx, institutionId, input, library, actor, now, audit }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    if (!wave) throw new Refusal('not-found')
    const interviews = await listInterviewRows(tx, institutionId, input.waveId)
    const ids = interviews.map((row) => row.interview_id)
    const finished = await listFinished(tx, institutionId, ids)
    const hides = (interviewId: string) => {
      const done = finished.filter((one) => one.interview_id === interviewId)
      const isDouble = interviews.some((row) => row.interview_id === interviewId && row.double_coded)
      return isDouble && !(done.length > 1 && done.some((one) => one.coder_id === actor.accountId))
    }
    const codings = (await listCodings(tx, institutionId, ids)).filter(
      (one) => one.coder_id === actor.accountId || !hides(one.interview_id),
    )
    const zh = input.language === 'zh'
    const name = zh ? wave.name_zh : wave.name_en || wave.name_zh
    const bytes = qdpxOf({
      institutionId,
      name,
      language: input.language,
      codes: await codebookOf(tx, institutionId, library),
      interviews,
      codings,
      sourceName: (row) => (zh ? `访谈 ${row.number}` : `Interview ${row.number}`),
      now,
    })
    audit({
      kind: 'wave',
      id: input.waveId,
      detail: { transcripts: interviews.filter((row) => row.transcript !== null).length, passages: codings.length },
    })
    return { fileName: `${name}.qdpx`, mediaType: 'application/zip', bytes }
  },
})

/** A codebook of another program: codes that are here already stay as they are. */
export const importCodebookRoute = serve(importCodebook, {
  run: async ({ tx, institutionId, input, file, library, audit }) => {
    const { rows } = judgeCodes(readQdc(file.name, file.bytes), await codebookOf(tx, institutionId, library), institutionId)
    const report = await importRows(input.step, rows, (right) =>
      keepCodes(
        tx,
        institutionId,
        right.map((one) => one.save),
      ),
    )
    audit({ kind: 'interview-code', id: '', detail: { saved: report.saved, new: report.counts.new } })
    return report
  },
})

/** A project of another program: its codes, its texts for interviews with consent, and its coded passages under the coder's name. */
export const importProjectRoute = serve(importProject, {
  run: async ({ tx, institutionId, input, file, library, actor, audit }) => {
    if (!(await findWave(tx, institutionId, input.waveId)) || actor.accountId === null) throw new Refusal('not-found')
    const project = readQdpx(file.name, file.bytes)
    const interviews = await listInterviewRows(tx, institutionId, input.waveId)
    const ids = interviews.map((row) => row.interview_id)
    const codes = judgeCodes(project.codes, await codebookOf(tx, institutionId, library), institutionId)
    const sources = judgeSources(project.sources, {
      institutionId,
      interviews,
      codings: await listCodings(tx, institutionId, ids),
      codeOf: codes.codeOf,
      users: project.users,
      me: { id: actor.accountId, name: actor.name },
      from: codes.rows.length + 1,
    })
    const lost = lostRows(project.left, codes.rows.length + sources.length + 1)
    const report = await importRows<TakenCode | TakenText | TakenCoding>(
      input.step,
      [...codes.rows, ...sources, ...lost],
      async (right) => {
        const saves = right.map((one) => one.save)
        await keepCodes(
          tx,
          institutionId,
          saves.filter((one) => one.kind === 'code'),
        )
        await keepSources(
          tx,
          institutionId,
          saves.filter((one) => one.kind !== 'code'),
          actor.accountId,
        )
      },
    )
    audit({ kind: 'wave', id: input.waveId, detail: { saved: report.saved, ...report.counts } })
    return report
  },
})

async function keepCodes(tx: Tx, institutionId: string, codes: readonly TakenCode[]): Promise<void> {
  for (const one of codes) {
    const names = { name_zh: one.name, name_en: one.name }
    await saveOwnCode(tx, institutionId, {
      code: one.code,
      parent: one.parent,
      ...names,
      description: one.description,
      retired: one.retired,
      guid: one.guid,
    })
  }
}

async function keepSources(tx: Tx, institutionId: string, taken: readonly (TakenText | TakenCoding)[], me: string | null): Promise<void> {
  for (const one of taken) {
    if (one.kind === 'text') {
      const language = /\p{Script=Han}/u.test(one.text) ? 'zh' : 'en'
      await updateInterview(tx, { institutionId, interviewId: one.interviewId }, { transcript: one.text, language, revision: one.revision })
      continue
    }
    await insertCoding(tx, {
      institution_id: institutionId,
      coding_id: newId(),
      interview_id: one.interviewId,
      coder_id: one.coderId,
      coder_name: one.coderName,
      code: one.code,
      start_at: one.start,
      end_at: one.end,
      strength: one.strength,
      quotable: one.quotable,
    })
    // whoever coded in another program has finished there
    if (one.coderId !== me)
      await setFinished(tx, { institutionId, interviewId: one.interviewId, coderId: one.coderId, coderName: one.coderName }, true)
  }
}

const NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  PDFSource: { zh: 'PDF 资料', en: 'PDF sources' },
  PictureSource: { zh: '图片资料', en: 'pictures' },
  AudioSource: { zh: '录音', en: 'recordings' },
  VideoSource: { zh: '录像', en: 'videos' },
  Note: { zh: '备忘', en: 'memos' },
}

/** What has no place here is said, and stops nothing. */
function lostRows(left: ReadonlyMap<string, number>, from: number): JudgedRow<never>[] {
  return [...left].map(([kind, n], at) => ({
    row: from + at,
    key: kind,
    notes: [
      {
        column: kind,
        message: { zh: `${n} 项${NAMES[kind]?.zh ?? kind}没有带入。`, en: `${n} ${NAMES[kind]?.en ?? kind} are not taken over.` },
      },
    ],
    judged: { verdict: 'same' },
  }))
}
