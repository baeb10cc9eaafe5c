import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Diagnosis } from './diagnosis.ts'
import { cut } from './percent.ts'
import { en, zh } from './text.ts'
import { VerdictSentences } from './VerdictSentences.tsx'

/** Which of the five problems the evidence confirms, stream by stream. */
export function VerdictsPanel({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const rows = diagnosis.verdicts.map((one) => ({
    ...one,
    construct: diagnosis.constructs.find((construct) => construct.code === one.problem),
    finding: diagnosis.findings.find((finding) => finding.problem === one.problem),
  }))
  return (
    <Panel title={text.verdicts} sentence={text.verdictsSay} acts={<a href={`/diagnose/${diagnosis.wave.waveId}/board`}>{text.board}</a>}>
      <VerdictSentences diagnosis={diagnosis} />
      <DataTable
        label={text.verdicts}
        plain
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.problem}
        columns={[
          {
            key: 'problem',
            title: text.problem,
            value: (row) => (row.construct ? `${row.problem} ${pick(row.construct.name)}` : row.problem),
          },
          {
            key: 'verdict',
            title: text.verdictHead,
            value: (row) => text.verdict[row.verdict],
            show: (row) => <strong>{text.verdict[row.verdict]}</strong>,
            width: 120,
          },
          {
            key: 'severity',
            title: text.severity,
            kind: 'number',
            value: (row) => row.construct?.severity ?? null,
            // worked out from the answers item by item; the board holds what was placed beside it
            show: (row) => <a href={`/diagnose/${diagnosis.wave.waveId}/items`}>{cut(row.construct?.severity ?? null, 1)}</a>,
            width: 110,
          },
          { key: 'survey', title: text.survey, value: (row) => text.stream[row.streams.survey], width: 100 },
          { key: 'interviews', title: text.interviews, value: (row) => text.stream[row.streams.interviews], width: 100 },
          { key: 'audit', title: text.audit, value: (row) => text.stream[row.streams.audit], width: 120 },
          {
            key: 'note',
            title: text.note,
            value: (row) => (row.finding ? `${row.finding.note} (${text.recordedBy(row.finding.recordedBy)})` : ''),
          },
        ]}
      />
    </Panel>
  )
}
