import type { InstrumentItem } from '@milepost/contract/diagnose/instrument'
import { Button, Input } from 'antd'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import { placed } from './writing.ts'

type Options = NonNullable<InstrumentItem['options']>

export function OptionRows({ options, onChange }: { readonly options: Options; readonly onChange: (options: Options) => void }) {
  const text = useText({ zh, en })
  const change = (at: number, part: Partial<Options[number]>) =>
    onChange(options.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const add = () => {
    let at = options.length + 1
    while (options.some((one) => one.code === `o${at}`)) at += 1
    onChange([...options, { code: `o${at}`, name: { zh: '', en: '' } }])
  }
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '10px 0 0' }}>
      <legend>{text.options}</legend>
      {placed(options).map(({ key, at, value: option }) => (
        <div className="mp-option-row" key={key}>
          <Input aria-label={text.option} value={option.code} onChange={({ target }) => change(at, { code: target.value.trim() })} />
          <Input
            aria-label={`${option.code} ${text.pointZh}`}
            placeholder={text.pointZh}
            value={option.name.zh}
            onChange={({ target }) => change(at, { name: { ...option.name, zh: target.value } })}
          />
          <Input
            aria-label={`${option.code} ${text.pointEn}`}
            placeholder={text.pointEn}
            lang="en"
            value={option.name.en}
            onChange={({ target }) => change(at, { name: { ...option.name, en: target.value } })}
          />
          <Button
            type="text"
            aria-label={`${option.code} ${text.remove}`}
            onClick={() => onChange(options.filter((_, place) => place !== at))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button size="small" onClick={add}>
        {text.addOption}
      </Button>
    </fieldset>
  )
}
