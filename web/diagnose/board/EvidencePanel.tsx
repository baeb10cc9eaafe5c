import { removeEvidence } from '@milepost/contract/diagnose/board'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Board } from './given.ts'
import { en, zh } from './text.ts'

type EvidencePanelProps = { readonly board: Board; readonly mayEdit: boolean; readonly onAdd: () => void }

export function EvidencePanel({ board, mayEdit, onAdd }: EvidencePanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const removing = useDo(removeEvidence)
  return (
    <Panel title={`${text.evidence} (${board.evidence.length})`} acts={mayEdit && <Button onClick={onAdd}>{text.addEvidence}</Button>}>
      {removing.refused && <RefusalNote refused={removing.refused} />}
      <DataTable
        label={text.evidence}
        exportAs="evidence"
        onPhone="cards"
        rows={board.evidence}
        rowKey={(row) => row.evidenceId}
        empty={<p>{text.noEvidence}</p>}
        columns={[
          { key: 'subject', title: text.subject, value: (row) => row.subject, filter: true, width: 120 },
          { key: 'kind', title: text.kind, value: (row) => text.kinds[row.kind], filter: true, width: 130 },
          { key: 'label', title: text.about, value: (row) => pick(row.label) },
          { key: 'says', title: text.says, value: (row) => pick(row.says) },
          { key: 'strength', title: text.strength, value: (row) => text.strengths[row.strength] ?? '', width: 90 },
          { key: 'reason', title: text.reason, value: (row) => row.reason },
          {
            key: 'by',
            title: text.byWhom,
            value: (row) => row.by,
            show: (row) => <span style={{ whiteSpace: 'nowrap' }}>{row.by}</span>,
            width: 110,
          },
          {
            key: 'acts',
            title: '',
            acts: true,
            value: () => null,
            show: (row) =>
              mayEdit && (
                <Button size="small" onClick={() => removing.start({ evidenceId: row.evidenceId })}>
                  {text.remove}
                </Button>
              ),
            width: 90,
          },
        ]}
      />
    </Panel>
  )
}
