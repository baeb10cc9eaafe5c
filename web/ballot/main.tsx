/** @jsxImportSource preact */
import { render } from 'preact'
import { type Language, type Place, placeOf } from './asked.ts'
import { BallotPage } from './BallotPage.tsx'
import './ballot.css'
import { CUPBOARD } from './cupboard.ts'
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
  } catch (fault) {
    const known = fault instanceof Refused && fault.code !== 'no-connection'
    return say(into, known ? fault.text[language] : (language === 'zh' ? zh : en).unreachable)
  }
  // without a network there is nothing to fetch and nothing new to keep: the page stands all the same
  await import('./send.ts').then(keepForLater).catch(() => undefined)
}

/** The first visit is not yet the worker's: what it brought is put into its cupboard, so that the page opens again without a network. */
async function keepForLater(): Promise<void> {
  if (!navigator.serviceWorker || !globalThis.caches) return
  await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name))
  const own = loaded.filter(
    (one) =>
      one.origin === location.origin && /^\/(assets|api\/ballots)\//.test(one.pathname) && !/\/(invitation|signature)$/.test(one.pathname),
  )
  const cupboard = await caches.open(CUPBOARD)
  await cupboard.addAll([...new Set([location.pathname, ...own.map((one) => one.pathname + one.search)])])
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
