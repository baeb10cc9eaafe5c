import type { Bilingual } from '@milepost/terms/bilingual'
import { Button } from 'antd'
import { useGo } from '../address.tsx'
import { useLanguage, useText } from '../language.tsx'
import { en, zh } from './text.ts'

/** A page opened by address without the right to it. */
export function NotForYou({ title }: { readonly title: Bilingual }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return <Kindly title={text.notForYou(pick(title))} hint={text.notForYouHint} />
}

export function NothingHere() {
  const text = useText({ zh, en })
  return <Kindly title={text.nothingHere} hint={text.nothingHereHint} />
}

function Kindly({ title, hint }: { readonly title: string; readonly hint: string }) {
  const text = useText({ zh, en })
  const go = useGo()
  return (
    <div className="mp-fault">
      <h1>{title}</h1>
      <p className="mp-soft">{hint}</p>
      <Button type="primary" onClick={() => go('/')}>
        {text.toToday}
      </Button>
    </div>
  )
}
