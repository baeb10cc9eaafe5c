import { postClass } from '@milepost/contract/institution/posts'
import { readUnits } from '@milepost/contract/institution/units'
import { POST_CLASSES } from '@milepost/terms/posts'
import { Checkbox, Input, Select, TreeSelect } from 'antd'
import { useState } from 'react'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type UnitNode, unitNodes } from '../units/unitNodes.ts'
import { en, zh } from './text.ts'

type Branch = { readonly value: string; readonly title: string; readonly children: Branch[] }

/** Kept in the address, so that a list can be sent to somebody. */
export function PeopleFilter() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { units } = useAsk(readUnits, {})
  const [search, setSearch] = useAddressValue('search')
  const [typed, setTyped] = useState(search ?? '')
  const [unit, setUnit] = useAddressValue('unit')
  const [ofClass, setClass] = useAddressValue('class')
  const [left, setLeft] = useAddressValue('left')
  const branch = ({ unit, below }: UnitNode): Branch => ({
    value: unit.unitId,
    title: pick(unit.name),
    children: below.map(branch),
  })
  return (
    <search className="mp-row" style={{ marginBottom: 14 }}>
      <Input.Search
        aria-label={text.searchLabel}
        placeholder={text.search}
        value={typed}
        allowClear
        onChange={({ target }) => setTyped(target.value)}
        onSearch={(words) => setSearch(words.trim() === '' ? null : words.trim())}
        style={{ width: 260 }}
      />
      <TreeSelect
        aria-label={text.unit}
        placeholder={text.anyUnit}
        value={unit ?? undefined}
        treeData={unitNodes(units).map(branch)}
        treeNodeFilterProp="title"
        showSearch
        allowClear
        treeDefaultExpandAll
        onChange={(chosen: string | undefined) => setUnit(chosen ?? null)}
        style={{ width: 220 }}
      />
      <Select
        aria-label={text.postClass}
        placeholder={text.anyClass}
        value={ofClass ?? undefined}
        options={postClass.options.map((one) => ({ value: one, label: pick(POST_CLASSES[one]) }))}
        allowClear
        onChange={(chosen: string | undefined) => setClass(chosen ?? null)}
        style={{ width: 190 }}
      />
      <Checkbox checked={left === 'with'} onChange={({ target }) => setLeft(target.checked ? 'with' : null)}>
        {text.withLeft}
      </Checkbox>
    </search>
  )
}
