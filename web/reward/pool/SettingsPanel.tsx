import { absenceKind, type PoolFinding } from '@milepost/contract/reward/factors'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'
import { Alert, Checkbox, Slider } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en as enPools, zh as zhPools } from '../pools/text.ts'
import { isAmount, isReserve } from '../typedAmounts.ts'
import { DecimalBox } from './DecimalBox.tsx'
import './pool.css'
import { en, zh } from './text.ts'
import type { Draft, PoolView } from './trial.ts'

type SettingsPanelProps = {
  readonly view: PoolView
  readonly draft: Draft
  readonly findings: readonly PoolFinding[]
  /** By setting: what is wrong there, said at the place. */
  readonly faults: ReadonlyMap<string, readonly Bilingual[]>
  /** null: only to be read. */
  readonly onChange: ((draft: Draft) => void) | null
}

/** Everything that decides who receives how much, with what is odd about it beside it. */
export function SettingsPanel({ view, draft, findings, faults, onChange }: SettingsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { settings } = draft
  const locked = onChange === null
  const set = (change: Partial<Draft['settings']>) => onChange?.({ ...draft, settings: { ...settings, ...change } })
  const blocking = findings.filter(({ severity }) => severity === 'blocks')
  const at = (place: string) => faults.get(place) ?? NO_FAULTS
  const cutBy = new Map(view.mustCut.map((one) => [one.grade, one.article]))
  return (
    <Panel title={text.settings} sentence={text.settingsSay(pick(view.defaults.source), view.defaults.verified)}>
      {!locked && blocking.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={text.unfitDraft}
          description={blocking.map(({ code, at, message }) => <div key={`${code} ${at} ${message.en}`}>{pick(message)}</div>)}
        />
      )}
      {findings
        .filter(({ severity }) => severity === 'warns')
        .map(({ code, at, message }) => (
          <Alert key={`${code} ${at}`} type="warning" showIcon title={pick(message)} />
        ))}
      <div className="mp-pool-settings">
        <fieldset>
          <legend>{text.total}</legend>
          <div className="mp-pool-row">
            <span>
              {text.amountYuan}
              {!isAmount(draft.amount) && <Faults faults={[AMOUNT_FAULT]} />}
            </span>
            <DecimalBox
              label={text.amountYuan}
              value={draft.amount}
              max="999999999999"
              step="10000"
              width={190}
              disabled={locked}
              onChange={(amount) => onChange?.({ ...draft, amount: amount ?? '' })}
            />
          </div>
          <div className="mp-pool-row">
            <span>
              {text.reservePercent}
              {!isReserve(draft.reserve) && <Faults faults={[RESERVE_FAULT]} />}
            </span>
            <DecimalBox
              label={text.reservePercent}
              value={draft.reserve}
              max="100"
              step="0.5"
              disabled={locked}
              onChange={(reserve) => onChange?.({ ...draft, reserve: reserve ?? '' })}
            />
          </div>
          <Limits
            name={text.unitScore}
            says={text.unitScoreSays}
            faults={at('unitScore')}
            value={settings.unitScore}
            locked={locked}
            onChange={(unitScore) => set({ unitScore })}
          />
          <Limits
            name={text.personScore}
            says={text.personScoreSays}
            faults={at('personScore')}
            value={settings.personScore}
            locked={locked}
            onChange={(personScore) => set({ personScore })}
          />
        </fieldset>
        <fieldset>
          <legend>{text.gradeFactors}</legend>
          {settings.grades.map(({ grade, factor }) => {
            const name = pick(GRADES[grade])
            const put = (next: string) =>
              set({ grades: settings.grades.map((one) => (one.grade === grade ? { ...one, factor: next } : one)) })
            const article = cutBy.get(grade)
            return (
              <div className="mp-pool-row" key={grade}>
                <span>
                  {name}
                  {article !== undefined && <small>{text.mustCut(article)}</small>}
                  <Faults faults={at(grade)} />
                </span>
                <Slider
                  min={0}
                  max={2}
                  step={0.05}
                  value={Number(factor)}
                  disabled={locked}
                  ariaLabelForHandle={name}
                  onChange={(next) => put(String(next))}
                />
                <DecimalBox label={name} value={factor} disabled={locked} onChange={(next) => put(next ?? '')} />
              </div>
            )
          })}
        </fieldset>
        <fieldset>
          <legend>{text.absences}</legend>
          <Checkbox.Group
            disabled={locked}
            value={settings.absencesCounted}
            options={absenceKind.options.map((kind) => ({ value: kind, label: text.absenceKinds[kind] }))}
            onChange={(kinds) => set({ absencesCounted: absenceKind.options.filter((kind) => kinds.includes(kind)) })}
          />
          <Agreed
            name={text.personWithoutScore}
            says={text.personWithoutScoreSays}
            faults={at('personWithoutScore')}
            value={settings.personWithoutScore}
            locked={locked}
            onChange={(personWithoutScore) => set({ personWithoutScore })}
          />
          <Agreed
            name={text.unitWithoutScore}
            says={text.unitWithoutScoreSays}
            faults={at('unitWithoutScore')}
            value={settings.unitWithoutScore}
            locked={locked}
            onChange={(unitWithoutScore) => set({ unitWithoutScore })}
          />
        </fieldset>
        <fieldset>
          <legend>{text.personBounds}</legend>
          <Agreed
            name={text.personLeast}
            says={text.personLeastSays}
            faults={at('personLeast')}
            value={settings.personLeast}
            money
            locked={locked}
            onChange={(personLeast) => set({ personLeast })}
          />
          <Agreed
            name={text.personMost}
            says={text.personMostSays}
            faults={at('personMost')}
            value={settings.personMost}
            money
            locked={locked}
            onChange={(personMost) => set({ personMost })}
          />
          <Agreed
            name={text.leadersMost}
            says={text.leadersMostSays}
            faults={at('leadersMost')}
            value={settings.leadersMost}
            locked={locked}
            onChange={(leadersMost) => set({ leadersMost })}
          />
        </fieldset>
      </div>
      <details>
        <summary>{text.notes}</summary>
        <ul>
          {view.defaults.notes.map((note) => (
            <li key={note.en}>{pick(note)}</li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}

const NO_FAULTS: readonly Bilingual[] = []
const AMOUNT_FAULT = { zh: zhPools.amountFault, en: enPools.amountFault }
const RESERVE_FAULT = { zh: zhPools.reserveFault, en: enPools.reserveFault }

/** What is wrong with a setting, where it stands. */
function Faults({ faults }: { readonly faults: readonly Bilingual[] }) {
  const { pick } = useLanguage()
  return faults.map((fault) => (
    <small key={fault.en} className="mp-pool-fault" role="alert">
      {pick(fault)}
    </small>
  ))
}

type LimitsProps = {
  readonly name: string
  readonly says: string
  readonly faults: readonly Bilingual[]
  readonly value: { readonly from: string; readonly to: string }
  readonly locked: boolean
  readonly onChange: (value: { from: string; to: string }) => void
}

function Limits({ name, says, faults, value, locked, onChange }: LimitsProps) {
  const text = useText({ zh, en })
  return (
    <div className="mp-pool-row">
      <span>
        {name}
        <small>{says}</small>
        <Faults faults={faults} />
      </span>
      <span className="mp-pool-pair">
        <DecimalBox
          label={`${name} ${text.from}`}
          value={value.from}
          width={80}
          disabled={locked}
          onChange={(from) => onChange({ ...value, from: from ?? '' })}
        />
        {text.to}
        <DecimalBox
          label={`${name} ${text.upTo}`}
          value={value.to}
          width={80}
          disabled={locked}
          onChange={(to) => onChange({ ...value, to: to ?? '' })}
        />
      </span>
    </div>
  )
}

type AgreedProps = {
  readonly name: string
  readonly says: string
  readonly faults: readonly Bilingual[]
  readonly value: string | null
  /** In yuan; a factor otherwise. */
  readonly money?: true
  readonly locked: boolean
  readonly onChange: (value: string | null) => void
}

function Agreed({ name, says, faults, value, money, locked, onChange }: AgreedProps) {
  return (
    <div className="mp-pool-row">
      <span>
        {name}
        <small>{says}</small>
        <Faults faults={faults} />
      </span>
      <DecimalBox
        label={name}
        value={value}
        disabled={locked}
        {...(money ? { max: '999999999', step: '100', width: 150 } : {})}
        onChange={(next) => onChange(next === '' ? null : next)}
      />
    </div>
  )
}
