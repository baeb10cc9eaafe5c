import { PlusOutlined } from '@ant-design/icons'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { STAGES, type StageCode } from '@milepost/terms/cycle'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { type AskedOfDesign, askedOfDesign } from './askedOfDesign.ts'
import { ObjectiveDialog } from './ObjectiveDialog.tsx'
import { en, zh } from './text.ts'

type DiagnosisPanelProps = { readonly view: ScorecardView; readonly scorecard: ScorecardDesign; readonly edits: boolean }

/** What the diagnosis found and which remedies were chosen, beside the objectives that answer it; what none answers becomes one with a click. */
export function DiagnosisPanel({ view, scorecard, edits }: DiagnosisPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [adding, setAdding] = useState<AskedOfDesign | null>(null)
  const rows = askedOfDesign(view, scorecard.objectives)
  if (rows.length === 0) return null
  const stage = (code: string) => (isStage(code) ? pick(STAGES[code]) : code)
  const remedies = (row: AskedOfDesign) => row.remedies.map((one) => text.remedySay(pick(one.name), stage(one.stage))).join(text.between)
  const objectives = (row: AskedOfDesign) => row.objectives.map(({ code, name }) => `${code} ${pick(name)}`).join(text.between)
  const unanswered = rows.filter((row) => row.findingId !== null && row.objectives.length === 0).length
  return (
    <Panel folds title={text.diagnosis} sentence={unanswered === 0 ? text.diagnosisAll : text.diagnosisOpen(unanswered)}>
      <DataTable
        label={text.diagnosis}
        plain
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          { key: 'about', title: text.found, value: (row) => `${row.code} ${pick(row.name)}`, width: 230 },
          { key: 'verdict', title: text.verdict, value: (row) => verdictOf(row.verdict, text.verdicts), width: 100 },
          { key: 'remedies', title: text.remedies, value: (row) => remedies(row) || '–' },
          {
            key: 'objectives',
            title: text.answeredBy,
            value: (row) => (row.findingId === null ? text.notByObjective : objectives(row) || text.noObjectiveAnswers),
          },
          ...(edits
            ? [
                {
                  key: 'acts',
                  title: '',
                  acts: true,
                  width: 150,
                  value: () => null,
                  show: (row: AskedOfDesign) =>
                    row.findingId !== null && (
                      <Button
                        icon={<PlusOutlined aria-hidden />}
                        aria-label={`${text.addObjective} ${row.code}`}
                        onClick={() => setAdding(row)}
                      >
                        {text.addFor}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {adding !== null && (
        <ObjectiveDialog
          scorecard={scorecard}
          objective={null}
          answering={adding.findingId}
          findings={view.findings}
          people={view.people}
          onClose={() => setAdding(null)}
        />
      )}
    </Panel>
  )
}

const verdictOf = (verdict: string | null, words: Readonly<Record<string, string>>): string =>
  verdict === null ? '' : (words[verdict] ?? verdict)

const isStage = (code: string): code is StageCode => code in STAGES
