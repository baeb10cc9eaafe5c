import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../platform/language.tsx'
import { DecimalInput } from './DecimalInput.tsx'
import { MONTHS, pastedShares, shareUntil } from './profile.ts'
import { en, zh } from './profileText.ts'

type ProfileEditorProps = {
  /** Shares of the twelve months, in any scale; null: every month alike. */
  readonly profile: readonly string[] | null
  readonly name: string
  /** null: only to be read. */
  readonly onChange: ((profile: string[] | null) => void) | null
}

/** When in the year a flow is due: what the pace is held against. Twelve figures, or all of them pasted from a sheet. */
export function ProfileEditor({ profile, name, onChange }: ProfileEditorProps) {
  const text = useText({ zh, en })
  const [shown, setShown] = useState(profile ?? MONTHS.map(() => '1'))
  if (profile === null)
    return onChange === null ? null : (
      <div className="mp-row">
        <span className="mp-soft">{text.flat}</span>
        <Button size="small" onClick={() => onChange([...shown])}>
          {text.make}
        </Button>
      </div>
    )
  const highest = Math.max(...profile.map(Number))
  const put = (next: readonly string[]) => {
    setShown([...next])
    if (next.some((share) => Number(share) > 0)) onChange?.([...next])
  }
  return (
    <fieldset
      className="mp-profile"
      onPaste={(event) => {
        const shares = pastedShares(event.clipboardData.getData('text'))
        if (shares === null || onChange === null) return
        event.preventDefault()
        put(shares)
      }}
    >
      <legend>{text.title}</legend>
      <div className="mp-profile-months">
        {MONTHS.map((month, at) => (
          <div key={month}>
            <span className="mp-profile-bar" aria-hidden="true">
              <span style={{ height: `${highest === 0 ? 0 : (Number(profile[at]) / highest) * 100}%` }} />
            </span>
            <small>{text.months[at]}</small>
            <DecimalInput
              value={profile[at] ?? '0'}
              label={text.monthOf(name, text.months[at] ?? '')}
              disabled={onChange === null}
              read={readShare}
              onChange={(share) => put(profile.map((one, place) => (place === at ? share : one)))}
            />
          </div>
        ))}
      </div>
      <p className="mp-field-hint">{text.until(shareUntil(profile, 3), shareUntil(profile, 6), shareUntil(profile, 9))}</p>
      {onChange !== null && (
        <div className="mp-row">
          <span className="mp-soft">{text.paste}</span>
          <Button size="small" onClick={() => onChange(null)}>
            {text.drop}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const readShare = (typed: string): string | null => {
  const plain = typed.normalize('NFKC').trim()
  return /^\d{1,12}(\.\d{1,9})?$/.test(plain) ? plain : null
}
