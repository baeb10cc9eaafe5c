import { Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { written, yuanOfFen } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { PicturesPanel } from '../pool/PicturesPanel.tsx'
import type { Bench, BenchLine } from './bench.ts'
import { en, zh } from './text.ts'

type Shared = Extract<Bench, { kind: 'shared' }>

/** Line by line, adding up before the reader's eyes; below, the same pictures as a real pool has. */
export function BenchResult({ bench }: { readonly bench: Shared }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [asked, setAsked] = useState<BenchLine | null>(null)
  const { lines, picture } = bench
  const named = lines.some(({ unit }) => unit !== '')
  return (
    <>
      <Panel
        title={text.result}
        sentence={text.adds(yuanOfFen(picture.linesFen), yuanOfFen(picture.reserveFen), yuanOfFen(picture.amountFen))}
      >
        <DataTable
          label={text.result}
          rows={lines}
          rowKey={(row) => row.key}
          onPhone="cards"
          exportAs={text.fileName}
          columns={[
            { key: 'name', title: text.fields.name, value: (row) => row.name, width: 120 },
            ...(named ? [{ key: 'unit', title: text.fields.unit, value: (row: BenchLine) => row.unit, filter: true, width: 140 }] : []),
            {
              key: 'fen',
              title: text.fen,
              kind: 'number' as const,
              value: (row) => row.fen,
              show: (row) => yuanOfFen(row.fen),
              text: (row) => yuanOfFen(row.fen),
              total: (shown) => yuanOfFen(shown.reduce((sum, { fen }) => sum + fen, 0)),
              width: 140,
            },
            {
              key: 'weight',
              title: text.weight,
              kind: 'number' as const,
              value: (row) => row.weight,
              show: (row) => weightText(row.weight),
              width: 100,
            },
            {
              key: 'exact',
              title: text.exact,
              kind: 'number' as const,
              value: (row) => row.exactFen,
              show: (row) => yuanBeforeRounding(row.exactFen),
              width: 150,
            },
            { key: 'held', title: text.held, value: (row) => (row.held === null ? '' : text.heldAt[row.held]), width: 90 },
            {
              key: 'why',
              title: text.why,
              value: () => null,
              acts: true,
              width: 120,
              show: (row) => (
                <button type="button" className="mp-text-button" onClick={() => setAsked(row)}>
                  {text.why}
                </button>
              ),
            },
          ]}
        />
      </Panel>
      {picture.warnings.length > 0 && (
        <Panel title={text.warnings}>
          <ul>
            {picture.warnings.map((warning) => (
              <li key={warning.zh}>{pick(warning)}</li>
            ))}
          </ul>
        </Panel>
      )}
      <PicturesPanel
        mark={null}
        picture={{
          ...picture,
          units: picture.units.map((unit) => (unit.code === '' ? { ...unit, name: { zh: zh.oneUnit, en: en.oneUnit } } : unit)),
        }}
      />
      {asked && (
        <Modal open title={asked.name} footer={null} onCancel={() => setAsked(null)}>
          <p>{pick(asked.text)}</p>
        </Modal>
      )}
    </>
  )
}

/** Fen with four places as yuan with six. */
function yuanBeforeRounding(exactFen: string): string {
  const [whole = '0', part = ''] = exactFen.split('.')
  const digits = whole.padStart(3, '0')
  return written(`${digits.slice(0, -2)}.${digits.slice(-2)}${part}`, 6)
}

function weightText(weight: string): string {
  const [over = '', under] = weight.split('/')
  return under === undefined ? written(weight, 4) : written((Number(over) / Number(under)).toFixed(6), 4)
}
