import type { readBallot } from '@milepost/contract/diagnose/ballots'
import type { OutputOf } from '@milepost/contract/endpoint'

export type Asked = OutputOf<typeof readBallot>
export type Language = 'zh' | 'en'
export type Bilingual = { readonly zh: string; readonly en: string }
export type Answers = ReadonlyMap<string, string>

export const inLanguage = (language: Language, text: Bilingual): string => text[language] || text.zh || text.en

/** `/b/CODE/WAVE#TOKEN`: the part behind "#" never leaves this device by itself. */
export type Place = { readonly institution: string; readonly waveId: string; readonly token: string | null }

export function placeOf(location: { readonly pathname: string; readonly hash: string }): Place | null {
  const [, , institution, waveId] = location.pathname.split('/')
  if (!institution || !waveId) return null
  const token = location.hash.slice(1)
  return { institution: decodeURIComponent(institution), waveId, token: /^[A-Za-z0-9_-]{22}$/.test(token) ? token : null }
}
