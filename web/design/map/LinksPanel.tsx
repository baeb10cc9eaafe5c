import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { removeLink } from '@milepost/contract/design/scorecard'
import type { MapLink, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { en, zh } from './text.ts'

/** The links behind the map as a table. */
export function LinksPanel({ scorecard, edits }: { readonly scorecard: ScorecardDesign; readonly edits: boolean }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [editing, setEditing] = useState<MapLink | 'new' | null>(null)
  const removing = useDo(removeLink)
  const objectives = new Map(scorecard.objectives.map((one) => [one.objectiveId, one]))
  const nameOf = (objectiveId: string) => {
    const objective = objectives.get(objectiveId)
    return objective === undefined ? '' : `${objective.code} ${pick(objective.name)}`
  }
  return (
    <Panel
      title={text.links}
      sentence={edits ? text.linksSay : `${text.linksSay}${scorecard.state === 'published' ? text.onlyDraft : ''}`}
      acts={
        edits && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
            {text.addLink}
          </Button>
        )
      }
    >
      {removing.refused !== null && <RefusalNote refused={removing.refused} />}
      <DataTable
        label={text.links}
        plain
        onPhone="cards"
        exportAs={text.exportAs}
        rows={scorecard.links}
        rowKey={(row) => `${row.fromObjectiveId} ${row.toObjectiveId}`}
        empty={<Empty title={text.noLinks} sentence={text.noLinksSay} />}
        columns={[
          { key: 'from', title: text.from, value: (row) => nameOf(row.fromObjectiveId), width: 220 },
          { key: 'to', title: text.to, value: (row) => nameOf(row.toObjectiveId), width: 220 },
          { key: 'sign', title: text.sign, value: (row) => text.signs[row.sign], width: 90 },
          { key: 'lag', title: text.lag, kind: 'number', value: (row) => row.lagPeriods, width: 110 },
          { key: 'rationale', title: text.rationale, value: (row) => pick(row.rationale) || text.noRationale },
          ...(edits
            ? [
                {
                  key: 'acts',
                  title: '',
                  acts: true,
                  width: 104,
                  value: () => null,
                  show: (row: MapLink) => (
                    <span className="mp-acts">
                      <Button type="text" icon={<EditOutlined aria-hidden />} aria-label={text.edit} onClick={() => setEditing(row)} />
                      <Button
                        type="text"
                        danger
                        icon={<DeleteOutlined aria-hidden />}
                        aria-label={text.remove}
                        onClick={() =>
                          removing.start({
                            scorecardId: scorecard.scorecardId,
                            fromObjectiveId: row.fromObjectiveId,
                            toObjectiveId: row.toObjectiveId,
                          })
                        }
                      />
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {editing !== null && <LinkDialog scorecard={scorecard} link={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  )
}
