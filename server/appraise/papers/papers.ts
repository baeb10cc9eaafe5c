import { normReport } from '@milepost/appraisal/normChecks'
import { grade, participation } from '@milepost/contract/appraise/appraisals'
import { downloadArchivePart, downloadCyclePaper, downloadPersonPaper, planArchive } from '@milepost/contract/appraise/papers'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle, findInstitutionRow, type Named, namesIn, personSubject, readChainHead } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { FileOut } from '../../platform/http/call.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { docxFilesOf, docxOut, type Paper } from '../../platform/papers/docxOut.ts'
import type { Block, Language } from '../../platform/papers/sheet.ts'
import { appraisalRows } from '../data.ts'
import { findDecision } from '../decision/data.ts'
import { groupedBy } from '../groupedBy.ts'
import { cycleFacts, type LaterFacts } from '../norms/cycleFacts.ts'
import { listFindings } from '../norms/findingData.ts'
import { ruleRecords } from '../norms/ruleRecords.ts'
import { listNotices, noticeBody } from '../notice/data.ts'
import { otherRows } from '../others/data.ts'
import { rulesOf } from '../rulePack.ts'
import { latestSeatRun } from '../seats/data.ts'
import { archiveOut, packed, personPapersOf } from './archiveOut.ts'
import { ballotPaper, type CycleFile, normsPaper, noticePaper, summaryPaper } from './cyclePapers.ts'
import { formsOf } from './downloadOther.ts'
import { minutesOf, minutesPaper } from './minutes.ts'
import { personFile, personFiles } from './personFile.ts'
import { PERSON_PAPERS } from './personPapers.ts'

const NAMES = {
  registration: { zh: '年度考核登记表', en: 'appraisal-form' },
  routine: { zh: '平时考核记录', en: 'routine-record' },
  'result-letter': { zh: '结果告知书', en: 'result-notice' },
  remedy: { zh: '复核申诉申请书', en: 'application-for-review' },
  interview: { zh: '面谈记录', en: 'interview-record' },
  archive: { zh: '考核归档材料', en: 'appraisal-archive' },
  ballot: { zh: '民主测评票', en: 'ballot' },
  notice: { zh: '优秀公示', en: 'notice-excellent' },
  summary: { zh: '汇总备案表', en: 'summary-for-filing' },
  norms: { zh: '规范核对报告', en: 'norm-report' },
  minutes: { zh: '考核委员会会议纪要', en: 'committee-minutes' },
} as const

async function fileOut(paper: keyof typeof NAMES, about: string, given: { blocks: Block[]; language: Language }): Promise<FileOut> {
  const { blocks, language } = given
  return docxOut(`${NAMES[paper][language]}-${about}`, blocks, language)
}

export const downloadPersonPaperRoute = serve(downloadPersonPaper, {
  subject: ({ tx, institutionId, input, today }) => personSubject(tx, institutionId, input.personId, today),
  run: async ({ tx, institutionId, input, library, actor, today, audit }) => {
    const { cycleId, personId, paper, language } = input
    const file = await personFile(tx, { institutionId, cycleId, personId, library, actor, today, language })
    audit({ kind: 'person', id: personId, detail: { paper, language } })
    if (paper === 'archive') {
      const ended = (await decidedWithin(tx, institutionId, cycleId)).filter((one) => one.person_id === personId)
      return archiveOut(NAMES, file, { language, beside: await formsOf(tx, { institutionId, actor, today, language }, ended) })
    }
    return fileOut(paper, `${file.year}-${file.employeeNo}`, { blocks: PERSON_PAPERS[paper](file, language), language })
  },
})

type Asked = {
  readonly institutionId: string
  readonly cycleId: string
  readonly library: Library
  readonly today: string
  readonly timeZone: string
  readonly later: LaterFacts
  readonly language: Language
}

/** What the papers of a whole cycle are filled from. */
async function cycleFileOf(tx: Tx, { institutionId, cycleId, library, today, timeZone, later, language }: Asked): Promise<CycleFile> {
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) throw new Refusal('not-found')
  const institution = await findInstitutionRow(tx, institutionId)
  const named = await namesIn(tx, institutionId, language)
  const rules = rulesOf(library, cycle.endsOn)
  const rows = await appraisalRows(tx, institutionId, cycleId).execute()
  const rule = rows.map((row) => participation.parse(row.participation_rule))
  const posted = (await listNotices(tx, institutionId)).find((one) => one.cycle_id === cycleId)
  const seats = await latestSeatRun(tx, institutionId, cycleId)
  return {
    institution: { zh: institution.name_zh, en: institution.name_en },
    year: cycle.year,
    today,
    notice: posted
      ? {
          postedOn: posted.posted_on,
          lastDay: posted.last_day,
          workingDays: posted.working_days,
          isClosed: posted.closed_at !== null,
          people: noticeBody.parse(posted.body).people.map((one) => ({ ...one, name: named(one.name) })),
        }
      : null,
    should: rule.filter((one) => one.inSeatBase).length,
    took: rule.filter((one) => one.takesPart).length,
    seats: seats ? { rateBp: seats.rate_bp, seats: seats.seats, approval: seats.approval, article: rules.seatRate.citation.article } : null,
    decidedOn: (await findDecision(tx, institutionId, cycleId))?.decided_on ?? null,
    changed: rows.filter((row) => row.version > 1).length,
    evaluated: evaluatedIn(rows, named),
    grades: rows.map((row) => grade.nullable().parse(row.grade)),
    minutes: await minutesOf(tx, institutionId, { cycleId, timeZone, named }),
    norms: normReport(rules.norms, await cycleFacts(tx, { institutionId, cycle, library, today, timeZone, later })),
    findings: new Map(
      [...(await listFindings(tx, institutionId, cycleId))].map(([rule, found]) => [
        rule,
        found.map((one) => ({ ...one, by: named(one.by) })),
      ]),
    ),
    records: await ruleRecords(tx, { institutionId, cycle, timeZone }),
    chainHead: await readChainHead(tx, institutionId),
  }
}

const CYCLE_PAPERS = { notice: noticePaper, ballot: ballotPaper, summary: summaryPaper, norms: normsPaper, minutes: minutesPaper }

export const downloadCyclePaperRoute = (later: LaterFacts) =>
  serve(downloadCyclePaper, {
    run: async ({ tx, institutionId, input, library, today, config, audit }) => {
      const { cycleId, paper, language } = input
      const file = await cycleFileOf(tx, { institutionId, cycleId, library, today, timeZone: config.timeZone, later, language })
      audit({ kind: 'cycle', id: cycleId, detail: { paper, language } })
      return fileOut(paper, String(file.year), { blocks: CYCLE_PAPERS[paper](file, language), language })
    },
  })

/** So many people a part: a few seconds of work, so that it can be stopped. */
const PEOPLE_A_PART = 15
const partsOf = (people: number) => 1 + Math.ceil(people / PEOPLE_A_PART)

export const planArchiveRoute = serve(planArchive, {
  run: async ({ tx, institutionId, input }) => {
    if (!(await findCycle(tx, institutionId, input.cycleId))) throw new Refusal('not-found')
    const people = (await appraisalRows(tx, institutionId, input.cycleId).execute()).length
    return { people, parts: partsOf(people) }
  },
})

/** One part of the archive with the list of its hashes; the audit trail keeps the hash of that list, so that a part changed later is seen. */
export const downloadArchivePartRoute = (later: LaterFacts) =>
  serve(downloadArchivePart, {
    run: async ({ tx, institutionId, input, library, actor, today, config, audit }) => {
      const { cycleId, part, language } = input
      const rows = await appraisalRows(tx, institutionId, cycleId).execute()
      if (part >= partsOf(rows.length)) throw new Refusal('not-found')
      const papers: Paper[] = []
      if (part === 0) {
        const file = await cycleFileOf(tx, { institutionId, cycleId, library, today, timeZone: config.timeZone, later, language })
        // no empty minutes go to the file
        for (const paper of ['notice', 'summary', 'norms', ...(file.minutes === null ? [] : (['minutes'] as const))] as const)
          papers.push({ name: `${NAMES[paper][language]}-${file.year}`, blocks: CYCLE_PAPERS[paper](file, language) })
      }
      const people = part === 0 ? [] : rows.slice((part - 1) * PEOPLE_A_PART, part * PEOPLE_A_PART)
      const ended = people.length === 0 ? [] : await decidedWithin(tx, institutionId, cycleId)
      const personIds = people.map((row) => row.person_id)
      const files = await personFiles(tx, { institutionId, cycleId, personIds, library, actor, today, language })
      for (const row of people) {
        const file = files.get(row.person_id)
        if (!file) continue
        const forms = await formsOf(
          tx,
          { institutionId, actor, today, language },
          ended.filter((one) => one.person_id === row.person_id),
        )
        for (const { name, blocks } of [...personPapersOf(NAMES, file, language), ...forms])
          papers.push({ name: `${row.employee_no}-${row.name}/${name}`, blocks })
      }
      const kept = await docxFilesOf(papers, language)
      const number = String(part).padStart(3, '0')
      const { bytes, listHash } = packed(kept, `SHA256-${number}.txt`)
      audit({ kind: 'cycle', id: cycleId, detail: { part, papers: Object.keys(kept).length, listHash } })
      return { fileName: `archive-${number}.zip`, mediaType: 'application/zip', bytes }
    },
  })

/** Term and special appraisals that were decided and whose period ended in the year: they go to the file with the annual one. */
async function decidedWithin(tx: Tx, institutionId: string, cycleId: string) {
  const cycle = await findCycle(tx, institutionId, cycleId)
  if (!cycle) return []
  const rows = await otherRows(tx, institutionId).where('ends_on', '>=', cycle.startsOn).where('ends_on', '<=', cycle.endsOn).execute()
  return rows.filter((row) => row.decided_on !== null)
}

type Row = Awaited<ReturnType<ReturnType<typeof appraisalRows>['execute']>>[number]

/** Who is voted on, by unit; whoever does not take part stands on no ballot. */
function evaluatedIn(rows: readonly Row[], named: Named): CycleFile['evaluated'] {
  const taking = rows.filter((row) => row.state !== 'void' && participation.parse(row.participation_rule).takesPart)
  return [...groupedBy(taking, (row) => row.unit_id).values()].map((theirs) => ({
    unit: { zh: theirs[0]?.unit_zh ?? '', en: theirs[0]?.unit_en || (theirs[0]?.unit_zh ?? '') },
    people: theirs.map((row) => named(row.name)),
  }))
}
