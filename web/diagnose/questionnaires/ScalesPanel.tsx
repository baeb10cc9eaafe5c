import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { Button, Input, InputNumber } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import { addScale, changeScale, removeScale } from './writing.ts'

type ScalesPanelProps = { readonly of: Instrument; readonly onChange: (next: Instrument) => void }

/** Scales are written once and used by name. */
export function ScalesPanel({ of, onChange }: ScalesPanelProps) {
  const text = useText({ zh, en })
  const all = [{ ...of.scale, code: null, name: { zh: zh.mainScale, en: en.mainScale } }, ...(of.scales ?? [])]
  return (
    <Panel title={text.scales} acts={<Button onClick={() => onChange(addScale(of))}>{text.addScale}</Button>}>
      {all.map((scale) => {
        const change = (part: Parameters<typeof changeScale>[2]) => onChange(changeScale(of, scale.code, part))
        const name = scale.code ?? text.mainScale
        return (
          <fieldset key={name} style={{ border: 0, padding: '6px 0', margin: 0 }}>
            <legend style={{ fontWeight: 600 }}>{name}</legend>
            <div className="mp-inline-fields">
              {scale.code !== null && (
                <>
                  <Input
                    aria-label={`${name} ${text.pointZh}`}
                    style={{ width: 150 }}
                    value={scale.name.zh}
                    onChange={({ target }) => change({ name: { ...scale.name, zh: target.value } })}
                  />
                  <Input
                    aria-label={`${name} ${text.pointEn}`}
                    style={{ width: 150 }}
                    lang="en"
                    value={scale.name.en}
                    onChange={({ target }) => change({ name: { ...scale.name, en: target.value } })}
                  />
                </>
              )}
              <InputNumber
                addonBefore={text.least}
                aria-label={`${name} ${text.least}`}
                precision={0}
                value={scale.least}
                onChange={(least) => least !== null && change({ least })}
              />
              <InputNumber
                addonBefore={text.most}
                aria-label={`${name} ${text.most}`}
                precision={0}
                value={scale.most}
                onChange={(most) => most !== null && change({ most })}
              />
              {scale.code !== null && (
                <Button type="text" onClick={() => onChange(removeScale(of, scale.code ?? ''))}>
                  {text.remove}
                </Button>
              )}
            </div>
            {scale.points.map((point) => (
              <div className="mp-option-row" key={point.value} style={{ gridTemplateColumns: '40px 1fr 1fr' }}>
                <span>{point.value}</span>
                {(['zh', 'en'] as const).map((side) => (
                  <Input
                    key={side}
                    aria-label={`${name} ${point.value} ${side === 'zh' ? text.pointZh : text.pointEn}`}
                    lang={side}
                    value={point.name[side]}
                    onChange={({ target }) =>
                      change({
                        points: scale.points.map((one) =>
                          one.value === point.value ? { ...one, name: { ...one.name, [side]: target.value } } : one,
                        ),
                      })
                    }
                  />
                ))}
              </div>
            ))}
            <div className="mp-option-row" style={{ gridTemplateColumns: '40px 1fr 1fr' }}>
              <span title={text.notApplicable}>–</span>
              {(['zh', 'en'] as const).map((side) => (
                <Input
                  key={side}
                  aria-label={`${name} ${text.notApplicable} ${side === 'zh' ? text.pointZh : text.pointEn}`}
                  lang={side}
                  value={scale.notApplicable?.[side] ?? ''}
                  onChange={({ target }) => change({ notApplicable: { zh: '', en: '', ...scale.notApplicable, [side]: target.value } })}
                />
              ))}
            </div>
          </fieldset>
        )
      })}
    </Panel>
  )
}
