import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./house.css', import.meta.url), 'utf8')
const colour = (name: string) => new RegExp(`--mp-${name}: (#[0-9a-f]{3,6})`).exec(css)?.[1] ?? ''

/** Relative luminance and contrast as WCAG 2.1 defines them. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/g, '$&$&') : hex
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const part = Number.parseInt(full.slice(i, i + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test.each(['ink', 'soft', 'accent', 'a', 'b', 'c', 'd'])(
  '%s is readable (AA, 4.5:1) on paper, on the ground and on a chosen row',
  (name) => {
    for (const ground of ['paper', 'ground', 'chosen', 'head']) expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5)
  },
)
