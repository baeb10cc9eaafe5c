/** @jsxImportSource preact */
import { render } from 'preact'
import { type Language, type Place, placeOf } from './asked.ts'
import { BallotPage } from './BallotPage.tsx'
import './ballot.css'
import { en, zh } from './text.ts'
import { Refused, readAsked, readLink } from './wire.ts'

const page = document.getElementById('page')
const language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'

/** The parts that are needed only for sending are fetched now, so that sending works after the network was lost. */
async function open(into: HTMLElement): Promise<void> {
  const place = placeOf(location)
  if (!place) return say(into, (language === 'zh' ? zh : en).bad)
  try {
    const asked = await readAsked(place)
    const link = place.token === null || asked.open !== 'open' ? null : await askLink(place)
    render(<BallotPage asked={asked} place={place} first={language} link={link} />, into)
    void import('./send.ts')
  } catch (fault) {
    const known = fault instanceof Refused && fault.code !== 'no-connection'
    say(into, known ? fault.text[language] : (language === 'zh' ? zh : en).unreachable)
  }
}

/** Without a network the page opens all the same; the link is looked at when the ballot is sent. */
const askLink = (place: Place) =>
  readLink(place).catch((fault: unknown) => (fault instanceof Refused && fault.code !== 'no-connection' ? fault : null))

function say(into: HTMLElement, sentence: string): void {
  render(
    <main class="notice">
      <h1>{sentence}</h1>
    </main>,
    into,
  )
}

if (page) {
  // a second link opened in the same tab is another ballot
  addEventListener('hashchange', () => location.reload())
  navigator.serviceWorker?.register('/b/worker.js', { scope: '/b/' }).catch(() => undefined)
  void open(page)
}
