import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { Button, Checkbox, Input, Select } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import { addBlock, addConstruct, removeBlock, removeConstruct } from './writing.ts'

type PartsPanelProps = { readonly of: Instrument; readonly onChange: (next: Instrument) => void }
const KINDS = ['problem', 'cause', 'outcome', 'other'] as const

/** What the items measure: never shown to a respondent. */
export function ConstructsEditor({ of, onChange }: PartsPanelProps) {
  const text = useText({ zh, en })
  const change = (code: string, part: Partial<Instrument['constructs'][number]>) =>
    onChange({ ...of, constructs: of.constructs.map((one) => (one.code === code ? { ...one, ...part } : one)) })
  return (
    <Panel title={text.constructs} acts={<Button onClick={() => onChange(addConstruct(of))}>{text.addConstruct}</Button>}>
      {of.constructs.map((one) => (
        <div className="mp-option-row" key={one.code} style={{ gridTemplateColumns: '50px 110px 1fr 1fr auto' }}>
          <span>{one.code}</span>
          <Select
            aria-label={`${one.code} ${text.kind}`}
            value={one.kind}
            onChange={(kind) => change(one.code, { kind })}
            options={KINDS.map((kind) => ({ value: kind, label: text.constructKind[kind] }))}
          />
          <Input
            aria-label={`${one.code} ${text.pointZh}`}
            value={one.name.zh}
            onChange={({ target }) => change(one.code, { name: { ...one.name, zh: target.value } })}
          />
          <Input
            aria-label={`${one.code} ${text.pointEn}`}
            lang="en"
            value={one.name.en}
            onChange={({ target }) => change(one.code, { name: { ...one.name, en: target.value } })}
          />
          <Button type="text" aria-label={`${one.code} ${text.remove}`} onClick={() => onChange(removeConstruct(of, one.code))}>
            ×
          </Button>
        </div>
      ))}
    </Panel>
  )
}

/** Pages as a respondent turns them. */
export function BlocksEditor({ of, onChange }: PartsPanelProps) {
  const text = useText({ zh, en })
  const blocks = of.blocks ?? []
  const change = (code: string, part: Partial<(typeof blocks)[number]>) =>
    onChange({ ...of, blocks: blocks.map((one) => (one.code === code ? { ...one, ...part } : one)) })
  return (
    <Panel title={text.pages} acts={<Button onClick={() => onChange(addBlock(of))}>{text.addPage}</Button>}>
      {blocks.map((one) => (
        <div className="mp-option-row" key={one.code} style={{ gridTemplateColumns: '60px 1fr 1fr 110px auto' }}>
          <span>{one.code}</span>
          <Input
            aria-label={`${one.code} ${text.pointZh}`}
            value={one.title.zh}
            onChange={({ target }) => change(one.code, { title: { ...one.title, zh: target.value } })}
          />
          <Input
            aria-label={`${one.code} ${text.pointEn}`}
            lang="en"
            value={one.title.en}
            onChange={({ target }) => change(one.code, { title: { ...one.title, en: target.value } })}
          />
          <Checkbox checked={one.shuffle ?? false} onChange={({ target }) => change(one.code, { shuffle: target.checked })}>
            {text.shuffle}
          </Checkbox>
          <Button type="text" aria-label={`${one.code} ${text.remove}`} onClick={() => onChange(removeBlock(of, one.code))}>
            ×
          </Button>
        </div>
      ))}
    </Panel>
  )
}
