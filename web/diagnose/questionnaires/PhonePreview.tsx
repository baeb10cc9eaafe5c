import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { useEffect, useRef } from 'react'
import ballotStyles from '../../ballot/ballot.css?inline'
import { showPreview } from '../../ballot/preview.tsx'
import { useLanguage } from '../../platform/language.tsx'

type PhonePreviewProps = {
  readonly title: { readonly zh: string; readonly en: string }
  readonly instrument: Instrument
  readonly label: string
}

/** The respondent's own page, with its own styles, in a frame the size of a phone. */
export function PhonePreview({ title, instrument, label }: PhonePreviewProps) {
  const { language } = useLanguage()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    const host = frame.current
    if (!host) return
    const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    // what the page says of the root holds for the frame
    sheet.replaceSync(ballotStyles.replaceAll(':root', ':host'))
    shadow.adoptedStyleSheets = [sheet]
    let inner = shadow.querySelector('div')
    if (!inner) {
      inner = document.createElement('div')
      shadow.append(inner)
    }
    showPreview(inner, { title, instrument, language })
  }, [title, instrument, language])
  return <section className="mp-phone" ref={frame} aria-label={label} />
}
