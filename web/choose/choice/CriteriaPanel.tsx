import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CriteriaDialog } from './CriteriaDialog.tsx'
import type { Choice } from './choice.ts'
import { en, zh } from './text.ts'

type CriteriaPanelProps = {
  readonly choice: Choice
  readonly edits: boolean
  readonly settle: () => Promise<void>
  readonly revision: () => number
  readonly follow: (revision: number) => void
}

/** What the methods are compared on, in words. */
export function CriteriaPanel({ choice, edits, ...saving }: CriteriaPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [editing, setEditing] = useState(false)
  const stand = choice.judges.length > 0
  return (
    <Panel
      title={text.criteria}
      sentence={edits ? (stand ? text.criteriaStand : text.criteriaSay) : undefined}
      acts={edits && !stand && <Button onClick={() => setEditing(true)}>{text.editCriteria}</Button>}
    >
      <DataTable
        label={text.criteria}
        plain
        onPhone="cards"
        rows={choice.criteria}
        rowKey={(row) => row.code}
        columns={[
          { key: 'code', title: text.code, value: (row) => row.code, width: 70 },
          { key: 'name', title: text.criterion, value: (row) => pick(row.name), width: 220 },
          { key: 'definition', title: text.definition, value: (row) => pick(row.definition) },
        ]}
      />
      {editing && <CriteriaDialog choice={choice} onClose={() => setEditing(false)} {...saving} />}
    </Panel>
  )
}
