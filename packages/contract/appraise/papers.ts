import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { empty, id } from '../fields.ts'

/** The papers of the appraisal, as .docx an office can print and file. */
export const personPaper = z.enum(['registration', 'routine', 'result-letter', 'remedy', 'interview', 'archive'])
export const cyclePaper = z.enum(['notice', 'ballot', 'summary', 'norms', 'minutes'])
const language = z.enum(['zh', 'en'])

export const downloadPersonPaper = endpoint({
  name: 'appraise.downloadPersonPaper',
  kind: 'download',
  method: 'GET',
  path: '/api/cycles/:cycleId/people/:personId/papers/:paper',
  permission: 'appraisal.read',
  summary: {
    zh: '下载个人考核表单（登记表、平时记录、告知书、申请书、面谈记录）',
    en: 'A person’s papers: form, routine record, letter, application, interview',
  },
  input: z.object({ cycleId: id, personId: id, paper: personPaper, language }),
  output: empty,
  audit: 'paper-made',
})

export const downloadCyclePaper = endpoint({
  name: 'appraise.downloadCyclePaper',
  kind: 'download',
  method: 'GET',
  path: '/api/cycles/:cycleId/papers/:paper',
  permission: 'appraisal.list',
  summary: {
    zh: '下载公示件、民主测评票、汇总备案表、规范核对报告、考核委员会会议纪要',
    en: 'The notice, ballots of the democratic evaluation, the summary for filing, the norm report, the minutes of the committee',
  },
  input: z.object({ cycleId: id, paper: cyclePaper, language }),
  output: empty,
  audit: 'paper-made',
})

export const downloadOtherPaper = endpoint({
  name: 'appraise.downloadOtherPaper',
  kind: 'download',
  method: 'GET',
  path: '/api/other-appraisals/:otherAppraisalId/paper',
  permission: 'rating.give',
  summary: { zh: '下载聘期考核或专项考核登记表', en: 'The form of a term or special appraisal' },
  input: z.object({ otherAppraisalId: id, language }),
  output: empty,
  audit: 'paper-made',
})

/** The archive of a whole cycle comes in parts, so that it shows how far it is and can be stopped: part 0 the papers of the cycle, then people. */
export const planArchive = endpoint({
  name: 'appraise.planArchive',
  method: 'GET',
  path: '/api/cycles/:cycleId/archive',
  permission: 'result.serve',
  summary: { zh: '整周期归档包分几部分', en: 'In how many parts the archive of a cycle comes' },
  input: z.object({ cycleId: id }),
  output: z.object({ people: z.number(), parts: z.number() }),
  audit: null,
})

export const downloadArchivePart = endpoint({
  name: 'appraise.downloadArchivePart',
  kind: 'download',
  method: 'GET',
  path: '/api/cycles/:cycleId/archive/:part',
  permission: 'result.serve',
  summary: { zh: '下载整周期归档包的一部分', en: 'A part of the archive of a cycle' },
  input: z.object({ cycleId: id, part: z.coerce.number().int().min(0).max(5000), language }),
  output: empty,
  audit: 'archive-made',
})
