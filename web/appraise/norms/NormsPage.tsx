import { readNorms } from '@milepost/contract/appraise/norms'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { useCyclePaper } from '../papers.ts'
import { useChosenCycle } from '../useChosenCycle.ts'
import { ArchiveDialog } from './ArchiveDialog.tsx'
import { FindingDialog } from './FindingDialog.tsx'

const zh = {
  title: '规范核对',
  sentence: '按考核规定逐条核对本周期：符合、不符合、尚无记录，以及须由人核对的。',
  report: '核对报告（Word）',
  summary: '汇总备案表（Word）',
  ballot: '民主测评票（Word）',
  missing: '缺少的述职和平时记录',
  archive: '整周期归档包（压缩包）',
  rules: '规则包',
  met: '符合',
  waived: '经批准免办',
  broken: '不符合',
  notKnown: '尚无记录',
  forPeople: '由人核对',
  notApplicable: '不适用',
  foundOf: (n: number) => `已登记 ${n}`,
  leftToFind: (n: number) => `还有 ${n} 条没有记录可查，须由人看材料核对：在该条“依据与数据”栏登记结论，也可打印后在纸上填写。`,
  record: '登记结论',
  recordAgain: '重新核对',
  verdicts: { met: '✓ 符合', broken: '✕ 不符合' },
  foundBy: (verdict: string, who: string, day: string) => `核对结论：${verdict}（${who}，${day}）`,
  earlier: (n: number) => `以前的结论 ${n} 次`,
  all: '共',
  finding: ['核对结论：□ 符合  □ 不符合', '说明：', '核对人：', '日期：'],
  article: '条款',
  articleOf: (article: string, verified: boolean) => `${article === '' ? '本系统' : `第${article}条`}${verified ? '' : '（待核）'}`,
  text: '要求',
  status: '结果',
  evidence: '依据与数据',
  statuses: {
    met: '✓ 符合',
    waived: '◐ 经批准免办',
    broken: '✕ 不符合',
    'not-known': '? 尚无记录',
    'not-applicable': '– 不适用',
    'for-people': '○ 由人核对',
  },
  severity: '性质',
  severities: { blocking: '必须', advisory: '提示' },
}
const en: typeof zh = {
  title: 'Norm check',
  sentence: 'The cycle against the rules, article by article: met, broken, not recorded, and what people must check.',
  report: 'Report (Word)',
  summary: 'Summary for filing (Word)',
  ballot: 'Ballots of the democratic evaluation (Word)',
  missing: 'Missing reports and routine records',
  archive: 'Archive of the whole cycle (zip)',
  rules: 'Rule packs',
  met: 'Met',
  waived: 'Waived by name',
  broken: 'Broken',
  notKnown: 'Not recorded',
  forPeople: 'For people to check',
  notApplicable: 'Not applicable',
  foundOf: (n) => `${n} with a finding`,
  leftToFind: (n) =>
    `${n === 1 ? 'One rule is' : `${n} rules are`} in no record and ${n === 1 ? 'is' : 'are'} checked by a person from the papers: record the finding under “Evidence” of the rule, or write it on the printed report.`,
  record: 'Record a finding',
  recordAgain: 'Check again',
  verdicts: { met: '✓ met', broken: '✕ broken' },
  foundBy: (verdict, who, day) => `Finding: ${verdict} (${who}, ${day})`,
  earlier: (n) => (n === 1 ? 'one earlier finding' : `${n} earlier findings`),
  all: 'Rules in all',
  finding: ['Finding: □ met  □ broken', 'Note:', 'Checked by:', 'Date:'],
  article: 'Article',
  articleOf: (article, verified) => `${article === '' ? 'house' : `Art. ${article}`}${verified ? '' : ' (to verify)'}`,
  text: 'Requirement',
  status: 'Result',
  evidence: 'Evidence',
  statuses: {
    met: '✓ met',
    waived: '◐ waived',
    broken: '✕ broken',
    'not-known': '? not recorded',
    'not-applicable': '– not applicable',
    'for-people': '○ for people',
  },
  severity: 'Kind',
  severities: { blocking: 'must', advisory: 'advice' },
}

type Result = OutputOf<typeof readNorms>['results'][number]

const ORDER = ['broken', 'not-known', 'waived', 'for-people', 'met', 'not-applicable']

/** What an inspector would ask, answered from the records. */
export function NormsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const mayArchive = useMay('result.serve')
  // the authority reads and prints the report; papers with persons on them are the institution’s to hand over
  const mayList = useMay('appraisal.list')
  const mayCheck = useMay('norms.check')
  const [isArchiving, setArchiving] = useState(false)
  const [checking, setChecking] = useState<Result | null>(null)
  const chosen = useChosenCycle()
  const cycleId = chosen.cycle?.cycleId ?? ''
  const { answer } = useAskMaybe(readNorms, chosen.cycle && { cycleId })
  const paper = useCyclePaper(cycleId)
  const said = ({ verdict, by, on, note }: Result['findings'][number]) => `${text.foundBy(text.verdicts[verdict], by, on)} ${note}`
  const statusOf = ({ status, findings: [newest] }: Result) =>
    newest ? `${text.statuses[status]} · ${text.verdicts[newest.verdict]}` : text.statuses[status]
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          mayList ? (
            <Button type="primary" loading={paper.busy} onClick={() => paper.start('norms')}>
              {text.report}
            </Button>
          ) : (
            <PrintButton />
          )
        }
        more={[
          ...(mayList ? [{ key: 'summary', text: text.summary, onClick: () => paper.start('summary') }] : []),
          ...(mayArchive ? [{ key: 'archive', text: text.archive, onClick: () => setArchiving(true) }] : []),
          { key: 'rules', text: text.rules, onClick: () => go('/appraise/rules') },
          ...(mayList
            ? [
                { key: 'missing', text: text.missing, onClick: () => go(`/appraise/missing?year=${chosen.cycle?.year}`) },
                { key: 'ballot', text: text.ballot, onClick: () => paper.start('ballot') },
              ]
            : []),
        ]}
      />
      {paper.refused && <RefusalNote refused={paper.refused} />}
      {isArchiving && chosen.cycle && <ArchiveDialog cycleId={cycleId} year={chosen.cycle.year} onClose={() => setArchiving(false)} />}
      {checking && <FindingDialog cycleId={cycleId} rule={checking} onClose={() => setChecking(null)} />}
      <div className="mp-stack">
        {answer && (
          <Panel>
            <Facts
              large
              facts={[
                { key: 'met', name: text.met, value: answer.met },
                { key: 'waived', name: text.waived, value: answer.waived },
                { key: 'broken', name: text.broken, value: answer.broken },
                { key: 'unknown', name: text.notKnown, value: answer.notKnown },
                { key: 'people', name: text.forPeople, value: answer.forPeople, note: text.foundOf(answer.found) },
                { key: 'none', name: text.notApplicable, value: answer.notApplicable },
                { key: 'all', name: text.all, value: answer.results.length },
              ]}
            />
          </Panel>
        )}
        {answer && answer.forPeople > answer.found && (
          <Alert className="mp-unprinted" type="info" showIcon title={text.leftToFind(answer.forPeople - answer.found)} />
        )}
        {answer && (
          <DataTable
            label={text.title}
            exportAs="norms"
            onPhone="cards"
            rows={answer.results.toSorted((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status))}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'article',
                title: text.article,
                value: (row) => text.articleOf(row.citation.article, row.citation.verified),
                width: 130,
              },
              { key: 'text', title: text.text, value: (row) => pick(row.text) },
              { key: 'status', title: text.status, value: (row) => statusOf(row), filter: true, width: 140 },
              {
                key: 'evidence',
                title: text.evidence,
                value: (row) => [...[row.evidence, ...row.records].map(pick), ...row.findings.slice(0, 1).map(said)].join('\n'),
                show: (row) => (
                  <>
                    {pick(row.evidence)}
                    {row.records.map((record) => (
                      <div key={record.en} className="mp-soft">
                        {pick(record)}
                      </div>
                    ))}
                    {row.findings.slice(0, 1).map((finding) => (
                      <p key={finding.on}>
                        <strong>{said(finding)}</strong>
                        {row.findings.length > 1 && <span className="mp-soft"> {text.earlier(row.findings.length - 1)}</span>}
                      </p>
                    ))}
                    {row.status === 'for-people' && mayCheck && (
                      <div className="mp-unprinted">
                        <Button size="small" onClick={() => setChecking(row)}>
                          {row.findings.length === 0 ? text.record : text.recordAgain}
                        </Button>
                      </div>
                    )}
                    {row.status === 'for-people' && row.findings.length === 0 && (
                      <div className="mp-finding">
                        {text.finding.map((each) => (
                          <p key={each}>{each}</p>
                        ))}
                      </div>
                    )}
                  </>
                ),
                width: 420,
              },
              { key: 'severity', title: text.severity, value: (row) => text.severities[row.severity], filter: true, width: 90 },
            ]}
          />
        )}
      </div>
    </>
  )
}
