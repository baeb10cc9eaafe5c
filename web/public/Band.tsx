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
