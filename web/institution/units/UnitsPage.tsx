import { readUnits, type UnitRow } from '@milepost/contract/institution/units'
import { UNIT_KINDS } from '@milepost/terms/institution'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Tree, type TreeNode } from '../../parts/Tree.tsx'
import { PageLink, useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { en, zh } from './text.ts'
import { type UnitNode, unitNodes, unitTotals } from './unitNodes.ts'
import './units.css'

/** The institution as a tree of units. */
export function UnitsPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const mayImport = useMay('people.import')
  const [closedShown, setClosedShown] = useState(false)
  const { units } = useAsk(readUnits, {})
  const shown = closedShown ? units : units.filter(({ closedOn }) => closedOn === null)
  const totals = unitTotals(units)
  const importing = mayImport && (
    <Button type="primary" onClick={() => go('/institution/import?what=units')}>
      {text.import}
    </Button>
  )
  const nodeOf = ({ unit, below }: UnitNode): TreeNode => ({
    key: unit.unitId,
    title: <UnitTitle unit={unit} />,
    beside: <UnitBeside unit={unit} />,
    outlined: unit.closedOn !== null,
    children: below.map(nodeOf),
  })
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={importing}
        more={[{ key: 'posts', text: text.posts, onClick: () => go('/institution/posts') }]}
      />
      {units.length === 0 ? (
        <Empty title={text.emptyTitle} sentence={text.emptySay} next={importing} />
      ) : (
        <Panel
          acts={
            units.some(({ closedOn }) => closedOn !== null) && (
              <Checkbox checked={closedShown} onChange={({ target }) => setClosedShown(target.checked)}>
                {text.showClosed}
              </Checkbox>
            )
          }
          title={text.tree}
        >
          <div className="mp-stack">
            <Facts
              facts={[
                { key: 'units', name: text.units, value: text.ofUnits(totals.units) },
                { key: 'people', name: text.inService, value: text.ofPeople(totals.people) },
                { key: 'heads', name: text.noHead, value: text.ofUnits(totals.withoutHead) },
              ]}
            />
            <Tree label={text.tree} nodes={unitNodes(shown).map(nodeOf)} openLevels={2} />
          </div>
        </Panel>
      )}
    </>
  )
}

function UnitTitle({ unit }: { readonly unit: UnitRow }) {
  const { pick } = useLanguage()
  const mayRead = useMay('person.read')
  const name = pick(unit.name)
  return (
    <span className="mp-unit">
      {mayRead ? <PageLink href={`/institution/people?unit=${unit.unitId}`}>{name}</PageLink> : name}
      <span className="mp-unit-kind">
        {unit.code} · {pick(UNIT_KINDS[unit.kind])}
      </span>
    </span>
  )
}

function UnitBeside({ unit }: { readonly unit: UnitRow }) {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  if (unit.closedOn !== null) return <span className="mp-unit-beside">{text.closed(unit.closedOn)}</span>
  return (
    <span className="mp-unit-beside">
      {unit.head !== null && <span>{(language === 'en' && unit.head.nameEn) || unit.head.name}</span>}
      {unit.head === null && unit.people > 0 && <span className="mp-unit-vacant">{text.vacant}</span>}
      <span className="mp-figures">{text.people(unit.people, unit.peopleWithBelow)}</span>
    </span>
  )
}
