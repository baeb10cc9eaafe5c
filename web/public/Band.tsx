/** @jsxImportSource preact */
import type { Text } from './text.ts'

const SHAPES: Readonly<Record<string, string>> = {
  A: '●',
  B: '◆',
  C: '▲',
  D: '■',
  veto: '✕',
  outdated: '◌',
  not_applicable: '–',
  missing: '?',
}

/** Colour, letter and shape, so that it reads in greyscale. */
export function Band({ band, text }: { band: string; text: Text }) {
  return (
    <span class={`band band-${band}`}>
      <span aria-hidden="true">{SHAPES[band] ?? '?'}</span> {text.bands[band as keyof Text['bands']] ?? band}
    </span>
  )
}

/** The bands with the words of the page, best first, each with where the next better one begins. */
export function bandsOf(bands: readonly { code: string; from: string }[], text: Text) {
  const best = [...bands].sort((a, b) => Number(b.from) - Number(a.from))
  return best.map(({ code, from }, at) => ({
    name: text.bands[code as keyof Text['bands']] ?? code,
    from,
    to: best[at - 1]?.from ?? null,
  }))
}
