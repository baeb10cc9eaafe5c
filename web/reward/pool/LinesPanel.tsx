import type { PictureLine } from '@milepost/contract/reward/picture'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { gradeName } from '../../appraise/published.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { written, yuanOfFen } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { Shown } from './trial.ts'

type LinesPanelProps = {
  readonly shown: Shown
  /** On the results of an earlier year: said at the head and in every row of the export, under a file name that says it too. */
  readonly marked: { readonly mark: string; readonly fileName: string } | null
  /** Where a line is explained step by step, once it is approved. */
  readonly hrefOf: ((personId: string) => string) | null
}

/** Everybody's line, what changed against the computation compared with, and how it was worked out. */
export function LinesPanel({ shown, marked, hrefOf }: LinesPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [asked, setAsked] = useState<PictureLine | null>(null)
  const { picture, changes, standing } = shown
  const changeOf = new Map(changes?.changes.map((one) => [one.key, one.changeFen]))
  return (
    <Panel title={text.lines} sentence={marked === null ? text.linesSay : text.marked(marked.mark, text.linesSay)}>
      <div className="mp-stack">
        {changes && (
          <Alert
            type="info"
            showIcon
            title={text.changesAgainst[standing]}
            description={
              changes.changes.length === 0
                ? text.noChange
                : text.changesSay(changes.raised, changes.lowered, changes.same, yuanOfFen(changes.movedFen))
            }
          />
        )}
        <DataTable
          label={text.lines}
          rows={picture.lines}
          rowKey={(row) => row.personId}
          {...(hrefOf === null ? {} : { href: (row: PictureLine) => hrefOf(row.personId) })}
          exportAs={marked?.fileName ?? text.fileName}
          onPhone="cards"
          columns={[
            { key: 'person', title: text.person, value: (row) => row.name, width: 120 },
            { key: 'no', title: text.no, value: (row) => row.employeeNo, width: 110 },
            { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 160 },
            {
              key: 'grade',
              title: text.grade,
              value: (row) => pick(gradeName(row.grade === 'undecided' ? null : row.grade)),
              filter: true,
              width: 110,
            },
            { key: 'score', title: text.score, kind: 'number', value: (row) => row.score, width: 90 },
            {
              key: 'weight',
              title: text.weight,
              kind: 'number',
              value: (row) => row.weight,
              show: (row) => weightText(row.weight),
              hiddenAtFirst: true,
              width: 100,
            },
            {
              key: 'amount',
              title: text.amount,
              kind: 'number',
              value: (row) => row.amountFen,
              show: (row) => yuanOfFen(row.amountFen),
              text: (row) => yuanOfFen(row.amountFen),
              total: (rows) => (rows.length === picture.lines.length ? yuanOfFen(picture.linesFen) : null),
              width: 140,
            },
            ...(changes === null
              ? []
              : [
                  {
                    key: 'change',
                    title: text.change,
                    kind: 'number' as const,
                    value: (row: PictureLine) => changeOf.get(row.personId) ?? 0,
                    show: (row: PictureLine) => signed(changeOf.get(row.personId) ?? 0),
                    text: (row: PictureLine) => signed(changeOf.get(row.personId) ?? 0),
                    width: 130,
                  },
                ]),
            ...(marked === null ? [] : [{ key: 'ground', title: text.ground, value: () => marked.mark, exportedOnly: true }]),
            {
              key: 'why',
              title: text.why,
              value: () => null,
              acts: true,
              width: 100,
              show: (row) => (
                <button type="button" className="mp-text-button" onClick={() => setAsked(row)}>
                  {text.why}
                </button>
              ),
            },
          ]}
        />
      </div>
      {asked && (
        <Modal open title={asked.name} footer={null} onCancel={() => setAsked(null)}>
          <p>{pick(asked.text)}</p>
        </Modal>
      )}
    </Panel>
  )
}

const signed = (fen: number): string => (fen > 0 ? `+${yuanOfFen(fen)}` : fen === 0 ? '' : yuanOfFen(fen))

/** Exact text may be a fraction; the exact one is on the ticket. */
function weightText(weight: string): string {
  const [over = '', under] = weight.split('/')
  return under === undefined ? written(weight, 4) : written((Number(over) / Number(under)).toFixed(6), 4)
}
