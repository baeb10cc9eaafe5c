/** The plan of the house: which floor a file stands on, and where its arrows may point. */

export const ENGINES = ['statistics', 'decision', 'scorecard', 'appraisal', 'pay', 'pavement', 'anonymity', 'access'] as const
export const WORDS = ['terms', 'exact'] as const
export const ROOMS = ['institution', 'diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open'] as const

/** npm packages a pure package may use. */
export const ALLOWED_PACKAGES: Readonly<Record<string, readonly string[]>> = { exact: ['fraction.js'], contract: ['zod'] }

export type Place =
  | { readonly floor: 'words' | 'engine' | 'contract'; readonly name: string }
  | { readonly floor: 'server-platform' | 'web-platform' | 'web-parts'; readonly name: string }
  | { readonly floor: 'server-room' | 'web-room'; readonly name: string }
  | { readonly floor: 'server-roof' | 'web-roof'; readonly name: string }
  | { readonly floor: 'library' | 'outside'; readonly name: string }

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T => list.some((item) => item === text)

/** Where a file of the project stands; null: on no floor, which is a fault. */
export function placeOf(file: string): Place | null {
  const [top = '', second = '', third] = file.split('/')
  if (['tools', 'bench', 'e2e'].includes(top) || third === undefined ? isOutside(file) : false) return { floor: 'outside', name: top }
  if (top === 'library') return { floor: 'library', name: 'library' }
  if (top === 'packages') {
    if (isOneOf(WORDS, second)) return { floor: 'words', name: second }
    if (isOneOf(ENGINES, second)) return { floor: 'engine', name: second }
    return second === 'contract' ? { floor: 'contract', name: 'contract' } : null
  }
  if (top === 'server') return placeInServer(second, third)
  if (top === 'web') return placeInWeb(second, third)
  return null
}

const isOutside = (file: string) => /^(tools|bench|e2e)\//.test(file) || /^[^/]+\.config\.ts$/.test(file)

function placeInServer(second: string, third: string | undefined): Place | null {
  if (second === 'platform') return { floor: 'server-platform', name: 'platform' }
  if (isOneOf(ROOMS, second)) return { floor: 'server-room', name: second }
  if (['demo', 'commands', 'testing'].includes(second) || (third === undefined && second.endsWith('.ts')))
    return { floor: 'server-roof', name: second }
  return null
}

function placeInWeb(second: string, third: string | undefined): Place | null {
  if (second === 'platform') return { floor: 'web-platform', name: 'platform' }
  if (second === 'parts') return { floor: 'web-parts', name: 'parts' }
  if (second === 'public') return { floor: 'web-room', name: 'open' }
  if (second === 'ballot') return { floor: 'web-room', name: 'diagnose' }
  if (isOneOf(ROOMS, second)) return { floor: 'web-room', name: second }
  return third === undefined ? { floor: 'web-roof', name: second } : null
}
