import { PERMISSIONS } from '@milepost/access/permissions'
import { type Block, form, type Language, line, list, picking, sealed, signature, title } from '../../platform/papers/sheet.ts'
import { REGISTER } from '../myData/register.ts'
import { en, zh } from './paperWords.ts'
import { RETENTION } from './retentionRules.ts'

export type PrivacyFile = {
  readonly institution: { readonly zh: string; readonly en: string }
  readonly today: string
  readonly notice: { readonly version: number; readonly contact: string; readonly read: number; readonly accounts: number } | null
  readonly idleMinutes: number
  readonly isEncrypted: boolean
  readonly isEmbedded: boolean
  readonly leastForNumbers: number
  readonly leastForText: number
  readonly purges: number
  readonly lastPurge: string | null
}

const wordsOf = (language: Language) => (language === 'zh' ? zh : en)

/** One line an activity: what, for what, on which ground, who reads it, how long. */
export function registerPaper(file: PrivacyFile, language: Language): Block[] {
  const text = wordsOf(language)
  const pick = picking(language)
  return [
    title(text.registerTitle),
    line(text.holder(pick(file.institution), file.notice?.contact ?? text.notNamed)),
    list(
      [13, 24, 25, 19, 19],
      text.registerHead,
      REGISTER.map((kind) => [pick(kind.name), pick(kind.purpose), pick(kind.ground), pick(kind.readBy), pick(kind.kept)]),
    ),
    line(''),
    line(text.retention, { bold: true }),
    list(
      [50, 50],
      text.retentionHead,
      RETENTION.map((rule) => [pick(rule.name), pick(rule.rule)]),
    ),
    line(text.purged(file.purges, file.lastPurge ?? '–'), { indent: true }),
    line(text.sharing, { indent: true }),
    ...signature(text.responsible, language),
    ...sealed(pick(file.institution), file.today, language),
  ]
}

/** What the configuration can answer is answered; necessity, risk and the conclusion are for people to write. */
export function impactPaper(file: PrivacyFile, language: Language): Block[] {
  const text = wordsOf(language)
  const pick = picking(language)
  const rows = Object.values(PERMISSIONS)
  const label = (words: string) => ({ text: words, label: true as const })
  const answered = [
    [text.why, text.whySays],
    [text.kinds, REGISTER.map((kind) => pick(kind.name)).join(text.comma)],
    [text.least, text.leastSays],
    [text.automated, text.automatedSays],
    [text.published, text.publishedSays(file.leastForNumbers, file.leastForText)],
    [text.access, text.accessSays(rows.length, rows.filter((row) => 'record' in row).length)],
    [text.security, text.securitySays({ idle: file.idleMinutes, isEncrypted: file.isEncrypted, isEmbedded: file.isEmbedded })],
    [text.told, file.notice ? text.toldSays(file.notice.version, file.notice.read, file.notice.accounts) : text.notTold],
    [text.erased, text.purged(file.purges, file.lastPurge ?? '–')],
  ] as const
  return [
    title(text.impactTitle),
    line(text.holder(pick(file.institution), file.notice?.contact ?? text.notNamed)),
    line(text.impactSays, { indent: true }),
    form(
      [24, 76],
      [
        ...answered.map(([name, words]) => ({ cells: [label(name), { text: words }] })),
        ...[text.necessity, text.risk, text.measures, text.conclusion].map((name) => ({
          cells: [label(name), { text: text.byHand }],
          least: 2.4,
        })),
      ],
    ),
    line(text.keep, { indent: true }),
    ...signature(text.responsible, language),
    ...sealed(pick(file.institution), file.today, language),
  ]
}
