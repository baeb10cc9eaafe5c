import { readMeasureLibrary } from '@milepost/contract/design/measures'
import { DIRECTIONS, FREQUENCIES } from '@milepost/terms/strategy'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import '../design.css'
import { foundIn, perspectivesOf } from './find.ts'
import { MeasureDialog } from './MeasureDialog.tsx'
import { en, zh } from './text.ts'

const LEVELS = ['institution', 'unit', 'person'] as const

export function MeasureLibraryPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const mayEdit = useMay('scorecard.edit')
  const library = useAsk(readMeasureLibrary, {})
  const [perspective, setPerspective] = useAddressValue('perspective')
  const [levelNamed, setLevel] = useAddressValue('level')
  const [words, setWords] = useState('')
  const [making, setMaking] = useState(false)
  const level = LEVELS.find((one) => one === levelNamed) ?? null
  const found = foundIn(library.measures, { words, perspective, level, objectiveCodes: null })
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={
          mayEdit && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {text.newMeasure}
            </Button>
          )
        }
        more={mayEdit ? [{ key: 'import', text: text.import, onClick: () => go('/design/import?what=measures') }] : []}
      />
      <div className="mp-stack">
        {!library.verified && <Alert type="warning" showIcon title={text.unverifiedSay} description={pick(library.source)} />}
        <Panel>
          <search className="mp-row" style={{ marginBottom: 14 }}>
            <Input.Search
              allowClear
              value={words}
              aria-label={text.search}
              placeholder={text.search}
              onChange={({ target }) => setWords(target.value)}
              style={{ flex: '1 1 260px', maxWidth: 420 }}
            />
            <Select
              aria-label={text.perspective}
              value={perspective}
              allowClear
              placeholder={text.allPerspectives}
              popupMatchSelectWidth={false}
              options={perspectivesOf(library.measures).map(({ code, name }) => ({ value: code, label: pick(name) }))}
              onChange={(code: string | undefined) => setPerspective(code ?? null)}
              style={{ minWidth: 170 }}
            />
            <Select
              aria-label={text.level}
              value={level}
              allowClear
              placeholder={text.allLevels}
              options={LEVELS.map((one) => ({ value: one, label: text.levels[one] }))}
              onChange={(one: string | undefined) => setLevel(one ?? null)}
              style={{ minWidth: 130 }}
            />
          </search>
          <DataTable
            label={text.title}
            onPhone="cards"
            exportAs={text.exportAs}
            rows={found}
            rowKey={(row) => row.code}
            href={(row) => `/design/measures/${encodeURIComponent(row.code)}`}
            empty={<Empty title={text.nothing} sentence={text.nothingSay} />}
            plain
            columns={[
              { key: 'code', title: text.code, value: (row) => row.code, width: 78 },
              { key: 'name', title: text.name, value: (row) => pick(row.name), width: 260 },
              {
                key: 'perspective',
                title: text.perspective,
                value: (row) => (row.perspective === null ? text.origins[row.origin] : pick(row.perspective.name)),
                width: 150,
              },
              { key: 'unit', title: text.unit, value: (row) => pick(row.unit), width: 90 },
              { key: 'direction', title: text.direction, value: (row) => pick(DIRECTIONS[row.direction]), width: 120 },
              { key: 'role', title: text.role, value: (row) => text.roles[row.definition.role], width: 80 },
              { key: 'frequency', title: text.frequency, value: (row) => pick(FREQUENCIES[row.definition.frequency]), width: 90 },
              { key: 'owner', title: text.owner, value: (row) => pick(row.definition.owner), width: 150 },
              { key: 'cards', title: text.cards, kind: 'number', value: (row) => row.cards, width: 90 },
            ]}
          />
        </Panel>
      </div>
      {making && <MeasureDialog measure={null} onClose={() => setMaking(false)} />}
    </>
  )
}
