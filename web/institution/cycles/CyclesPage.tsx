import { type CycleRow, readCycles } from '@milepost/contract/institution/cycles'
import { Button } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleDialog } from './CycleDialog.tsx'
import { CyclePanel } from './CyclePanel.tsx'
import { en, zh } from './text.ts'
import './cycles.css'

type Editing = { readonly what: 'new' } | { readonly what: 'change'; readonly cycle: CycleRow }

export function CyclesPage() {
  const text = useText({ zh, en })
  const mayEdit = useMay('cycle.edit')
  const { cycles, currentCycleId } = useAsk(readCycles, {})
  const [editing, setEditing] = useState<Editing | null>(null)
  const creating = mayEdit && (
    <Button type="primary" onClick={() => setEditing({ what: 'new' })}>
      {text.create}
    </Button>
  )
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} primary={cycles.length > 0 && creating} />
      {cycles.length === 0 ? (
        <Empty title={text.emptyTitle} sentence={text.emptySay} next={creating} />
      ) : (
        <div className="mp-stack">
          {cycles.map((cycle) => (
            <CyclePanel
              key={cycle.cycleId}
              cycle={cycle}
              isCurrent={cycle.cycleId === currentCycleId}
              onEdit={mayEdit && cycle.stage !== 'closed' ? () => setEditing({ what: 'change', cycle }) : null}
            />
          ))}
        </div>
      )}
      {editing !== null && (
        <CycleDialog
          cycle={editing.what === 'change' ? editing.cycle : null}
          taken={cycles.map(({ year }) => year)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}
