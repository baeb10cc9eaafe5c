import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { Bilingual } from '@milepost/terms/bilingual'

/** What became of one question of another program's file. */
export type ForeignNote = { readonly question: string; readonly zh: string; readonly en: string; readonly lost: boolean }
export type ForeignQuestionnaire = {
  readonly title: { zh: string; en: string }
  readonly instrument: Instrument
  readonly questions: number
  readonly notes: readonly ForeignNote[]
}
type Scale = NonNullable<Instrument['scales']>[number]

/** Tags, entities and runs of blanks gone: what a reader would have seen. */
export function plainWords(html: unknown): string {
  return String(html ?? '')
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&rsquo;/g, '’')
    .replace(/&ndash;/g, '–')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A text of one language stands on its own side; the other stays empty for a translator. */
export const onItsSide = (text: string): Bilingual => (/\p{Script=Han}/u.test(text) ? { zh: text, en: '' } : { zh: '', en: text })

const DOES_NOT_APPLY = /^(not applicable|n\/?a|no answer|don.?t know|不适用|不了解|不清楚|说不清)\b|^不适用|^不了解/i

/** Collects items under codes that are letters first and used once, and scales that are alike only once. */
export class Builder {
  readonly items: InstrumentItem[] = []
  readonly scales: Scale[] = []
  readonly blocks: { code: string; title: Bilingual }[] = []
  readonly notes: ForeignNote[] = []
  #block: string | undefined

  startBlock(title: string): void {
    this.#block = `page${this.blocks.length + 1}`
    this.blocks.push({ code: this.#block, title: onItsSide(title) })
  }

  note(question: string, lost: boolean, zh: string, en: string): void {
    this.notes.push({ question, lost, zh, en })
  }

  add(wanted: string, item: Omit<InstrumentItem, 'code' | 'construct' | 'link' | 'reverse' | 'block'>): string {
    const stem = /^[A-Za-z]/.test(wanted) ? wanted : `Q${wanted}`
    const clean = stem.replace(/[^\w-]/g, '_').slice(0, 36)
    let code = clean
    for (let at = 2; this.items.some((one) => one.code === code); at++) code = `${clean}-${at}`
    this.items.push({ ...item, code, construct: null, link: null, reverse: false, ...(this.#block ? { block: this.#block } : {}) })
    return code
  }

  /** A scale with these words from the lowest up; a last word that says "not applicable" is not a point. */
  scaleOf(words: readonly Bilingual[]): string {
    const last = words.at(-1)
    const apart = last && words.length > 2 && (DOES_NOT_APPLY.test(last.en) || DOES_NOT_APPLY.test(last.zh)) ? last : null
    const points = (apart ? words.slice(0, -1) : words).map((name, at) => ({ value: at + 1, name }))
    const same = this.scales.find((one) => JSON.stringify([one.points, one.notApplicable]) === JSON.stringify([points, apart]))
    if (same) return same.code
    const code = `scale${this.scales.length + 1}`
    this.scales.push({
      code,
      name: onItsSide(`${points[0]?.name.en || points[0]?.name.zh} … ${points.at(-1)?.name.en || points.at(-1)?.name.zh}`),
      least: 1,
      most: points.length,
      points,
      notApplicable: apart,
    })
    return code
  }

  finish(title: string, questions: number, base: Pick<Instrument, 'scale' | 'leastCell' | 'severityBands'>): ForeignQuestionnaire {
    const used = this.blocks.filter((block) => this.items.some((item) => item.block === block.code))
    return {
      title: onItsSide(title),
      questions,
      notes: this.notes,
      instrument: { ...base, scales: this.scales, blocks: used, constructs: [], items: this.items, severityBands: [] },
    }
  }
}

export const optionsOf = (pairs: readonly (readonly [string, Bilingual])[]) =>
  pairs.map(([code, name]) => ({ code: code.replace(/[^\w.-]/g, '_').slice(0, 40) || '_', name }))
const decimal = /^-?\d+(\.\d+)?$/
/** The bounds of a number question. What is no plain figure (an expression, a name), the reverse of a bound, or the rule that only whole numbers count is said. */
export function boundsFor(
  builder: Builder,
  question: string,
  given: { least?: string | undefined; most?: string | undefined; wholeOnly?: boolean },
): { least?: number; most?: number } {
  const low = (given.least ?? '').trim()
  const high = (given.most ?? '').trim()
  const written = [low, high].filter((one) => one !== '')
  const read = { ...(decimal.test(low) ? { least: Number(low) } : {}), ...(decimal.test(high) ? { most: Number(high) } : {}) }
  const reversed = read.least !== undefined && read.most !== undefined && read.most < read.least
  if (reversed || written.some((one) => !decimal.test(one))) {
    const [from, to] = [low || '–', high || '–']
    builder.note(
      question,
      false,
      `数值范围没有全部带入：${from} 至 ${to}。`,
      `Not every bound of the number is taken over: from ${from} to ${to}.`,
    )
  }
  if (given.wholeOnly) builder.note(question, false, '“只收整数”没有带入。', 'That only whole numbers are accepted is not taken over.')
  return reversed ? {} : read
}

/** At most so many points make a scale; more are options. */
export const MOST_POINTS = 11
