import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { removeObjective } from '@milepost/contract/design/scorecard'
import type { ObjectiveDesign, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { DraftLine } from '../card/draft.ts'
import type { ScorecardView } from '../useDesign.ts'
import { ObjectiveDialog } from './ObjectiveDialog.tsx'
import { en, zh } from './text.ts'

type ObjectivesPanelProps = {
  readonly scorecard: ScorecardDesign
  readonly lines: readonly DraftLine[]
  readonly findings: ScorecardView['findings']
  readonly people: ScorecardView['people']
  readonly edits: boolean
  readonly onPerspectives: () => void
}

export function ObjectivesPanel({ scorecard, lines, findings, people, edits, onPerspectives }: ObjectivesPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [editing, setEditing] = useState<ObjectiveDesign | 'new' | null>(null)
  const removing = useDo(removeObjective)
  const perspectives = new Map(scorecard.perspectives.map((one) => [one.perspectiveId, one.name]))
  const answers = new Map(findings.map((finding) => [finding.findingId, finding.name]))
  const themes = new Map(scorecard.themes.map((one) => [one.themeId, one.name]))
  const ownerOf = (personId: string | null) => {
    const person = people.find((one) => one.personId === personId)
    return person ? `${person.name}${person.hasLeft ? text.hasLeft : ''}` : text.noOwner
  }
  const nameOf = (names: ReadonlyMap<string, { zh: string; en: string }>, key: string | null) => {
    const name = names.get(key ?? '')
    return name === undefined ? '' : pick(name)
  }
  const add = scorecard.perspectives.length === 0 ? onPerspectives : () => setEditing('new')
  return (
    <Panel
      title={text.objectives}
      sentence={text.objectivesSay}
      acts={
        edits && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
            {scorecard.perspectives.length === 0 ? text.perspectives : text.addObjective}
          </Button>
        )
      }
    >
      {removing.refused !== null && <RefusalNote refused={removing.refused} />}
      <DataTable
        label={text.objectives}
        plain
        onPhone="cards"
        exportAs={text.exportAs}
        rows={scorecard.objectives}
        rowKey={(row) => row.objectiveId}
        empty={<Empty title={text.noObjectives} sentence={text.noObjectivesSay} />}
        columns={[
          { key: 'code', title: text.code, value: (row) => row.code, width: 70 },
          { key: 'name', title: text.objective, value: (row) => pick(row.name), width: 190 },
          { key: 'perspective', title: text.perspective, value: (row) => nameOf(perspectives, row.perspectiveId), width: 130 },
          { key: 'statement', title: text.statement, value: (row) => pick(row.statement) },
          { key: 'owner', title: text.owner, value: (row) => ownerOf(row.ownerPersonId), width: 100 },
          ...(scorecard.themes.length > 0
            ? [{ key: 'theme', title: text.theme, value: (row: ObjectiveDesign) => nameOf(themes, row.themeId), width: 110 }]
            : []),
          {
            key: 'finding',
            title: text.finding,
            value: (row) => (row.findingId === null ? text.noFinding : nameOf(answers, row.findingId) || text.earlierFinding),
            width: 160,
          },
          {
            key: 'measures',
            title: text.measures,
            kind: 'number',
            value: (row) => lines.filter((line) => line.objectiveId === row.objectiveId).length,
            width: 90,
          },
          ...(edits
            ? [
                {
                  key: 'acts',
                  title: '',
                  acts: true,
                  width: 104,
                  value: () => null,
                  show: (row: ObjectiveDesign) => (
                    <span className="mp-acts">
                      <Button
                        type="text"
                        icon={<EditOutlined aria-hidden />}
                        aria-label={`${text.edit} ${row.code}`}
                        onClick={() => setEditing(row)}
                      />
                      <Button
                        type="text"
                        danger
                        icon={<DeleteOutlined aria-hidden />}
                        aria-label={`${text.remove} ${row.code}`}
                        onClick={() => removing.start({ scorecardId: scorecard.scorecardId, objectiveId: row.objectiveId })}
                      />
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {editing !== null && (
        <ObjectiveDialog
          scorecard={scorecard}
          objective={editing === 'new' ? null : editing}
          findings={findings}
          people={people}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  )
}
