import { EditOutlined, EyeOutlined, PlusOutlined } from '@ant-design/icons'
import type { MapLink, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { today } from '../../platform/today.ts'
import type { ScorecardView } from '../useDesign.ts'
import type { LinkVerdict } from './LinkDialog.tsx'
import { linkKey } from './MapDrawing.tsx'
import { en, zh } from './text.ts'

type LinksPanelProps = {
  readonly scorecard: ScorecardDesign
  readonly people: ScorecardView['people']
  readonly verdicts: ReadonlyMap<string, LinkVerdict>
  readonly edits: boolean
  readonly onAdd: () => void
  readonly onOpen: (link: MapLink) => void
}

/** The arrows behind the map as a table, each a hypothesis with its owner and the day it is looked at again. */
export function LinksPanel({ scorecard, people, verdicts, edits, onAdd, onOpen }: LinksPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const objectives = new Map(scorecard.objectives.map((one) => [one.objectiveId, one]))
  const nameOf = (objectiveId: string) => {
    const objective = objectives.get(objectiveId)
    return objective === undefined ? '' : `${objective.code} ${pick(objective.name)}`
  }
  const ownerOf = (personId: string | null) => {
    const person = people.find((one) => one.personId === personId)
    return person ? `${person.name}${person.hasLeft ? text.hasLeft : ''}` : ''
  }
  const overdue = (day: string | null) => day !== null && day < today()
  return (
    <Panel
      title={text.links}
      sentence={edits ? text.linksSay : `${text.linksSay}${scorecard.state === 'published' ? text.onlyDraft : ''}`}
      acts={
        edits && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
            {text.addLink}
          </Button>
        )
      }
    >
      <DataTable
        label={text.links}
        plain
        onPhone="cards"
        exportAs={text.exportAs}
        rows={scorecard.links}
        rowKey={linkKey}
        empty={<Empty title={text.noLinks} sentence={text.noLinksSay} />}
        columns={[
          { key: 'from', title: text.arrow, value: (row) => `${nameOf(row.fromObjectiveId)} → ${nameOf(row.toObjectiveId)}`, width: 220 },
          {
            key: 'works',
            title: text.sign,
            value: (row) => `${text.signs[row.sign]} · ${text.strengths[row.strength]} · ${text.lagSay(row.lagPeriods)}`,
            filter: true,
            width: 150,
          },
          { key: 'rationale', title: text.rationale, value: (row) => pick(row.rationale) || text.noRationale },
          { key: 'owner', title: text.owner, value: (row) => ownerOf(row.ownerPersonId), width: 100 },
          {
            key: 'review',
            title: text.reviewOn,
            value: (row) => row.reviewOn,
            show: (row) => (overdue(row.reviewOn) ? <b className="mp-field-error">{text.overdue(row.reviewOn ?? '')}</b> : row.reviewOn),
            width: 120,
          },
          {
            key: 'verdict',
            title: text.verdict,
            value: (row) => text.verdicts[verdicts.get(linkKey(row))?.verdict ?? 'untested'],
            width: 110,
          },
          {
            key: 'acts',
            title: '',
            acts: true,
            width: 60,
            value: () => null,
            show: (row: MapLink) => (
              <Button
                type="text"
                icon={edits ? <EditOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
                aria-label={edits ? text.edit : text.oneLink}
                onClick={() => onOpen(row)}
              />
            ),
          },
        ]}
      />
    </Panel>
  )
}
