import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAddressValue } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { actionName } from './actionNames.ts'
import { en, zh } from './text.ts'

/** A search starts at the newest event again. */
export function TrailFilter({ actions }: { readonly actions: readonly string[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [action, setAction] = useAddressValue('action')
  return (
    <search className="mp-row" style={{ marginBottom: 14 }}>
      <Select
        aria-label={text.action}
        placeholder={text.anyAction}
        value={action ?? undefined}
        options={actions.map((one) => ({ value: one, label: pick(actionName(one)) }))}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(chosen: string | undefined) => setAction(chosen ?? null)}
        style={{ width: 220 }}
      />
      <Words name="no" label={text.no} width={190} />
      <Words name="person" label={text.person} />
      <Words name="actor" label={text.actor} />
      <Words name="subject" label={text.subject} />
    </search>
  )
}

function Words({ name, label, width = 230 }: { readonly name: string; readonly label: string; readonly width?: number }) {
  const [value, setValue] = useAddressValue(name)
  const [typed, setTyped] = useState(value ?? '')
  return (
    <Input.Search
      aria-label={label}
      placeholder={label}
      value={typed}
      allowClear
      onChange={({ target }) => setTyped(target.value)}
      onSearch={(words) => setValue(words.trim() === '' ? null : words.trim())}
      style={{ width }}
    />
  )
}
