import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { useEffect, useRef } from 'react'
import ballotStyles from '../../ballot/ballot.css?inline'
import { showPreview } from '../../ballot/preview.tsx'
import { useLanguage } from '../../platform/language.tsx'

type PhonePreviewProps = {
  readonly title: { readonly zh: string; readonly en: string }
  readonly instrument: Instrument
  readonly label: string
  /** Code of the item that is being written, or null. */
  readonly follow: string | null
}

/** The respondent's own page, with its own styles, in a frame the size of a phone. */
export function PhonePreview({ title, instrument, label, follow }: PhonePreviewProps) {
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
    showPreview(inner, { title, instrument, language, follow })
  }, [title, instrument, language, follow])
  useEffect(() => {
    if (follow === null) return
    // once the page it stands on is drawn
    const drawn = requestAnimationFrame(() => {
      const host = frame.current
      const item = host?.shadowRoot?.getElementById(`q-${follow}`)
      if (host && item) host.scrollTop += item.getBoundingClientRect().top - host.getBoundingClientRect().top - 80
    })
    return () => cancelAnimationFrame(drawn)
  }, [follow])
  return <section className="mp-phone" ref={frame} aria-label={label} />
}
