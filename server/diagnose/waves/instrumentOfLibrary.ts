import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { Library } from '../../platform/library.ts'

/** The library's questionnaire as an instrument: form A, all items, in the order they are asked. */
export function instrumentOfLibrary({ questionnaire }: Library): Instrument {
  return {
    scale: questionnaire.scale,
    constructs: questionnaire.constructs.map(({ code, kind, name }) => ({ code, kind, name })),
    items: questionnaire.items
      .toSorted((a, b) => a.order - b.order)
      .map(({ code, construct, link, reverse, text }) => ({ code, kind: 'scale', construct, link, reverse, text })),
    leastCell: questionnaire.reading.leastCell,
    severityBands: questionnaire.reading.severityBands,
  }
}

const BESIDE = { construct: null, link: null, reverse: false }

/** What the library asks about the person: unit, post, role and the like. May all be skipped. */
export function personalItemsOfLibrary({ questionnaire }: Library): InstrumentItem[] {
  return questionnaire.demographics.map(({ code, name, options }) => ({
    ...BESIDE,
    code,
    kind: 'choice',
    text: name,
    options,
    about: true,
  }))
}

/** What may stand beside the items on the scale: the person, an attention check, words of one's own. */
export function otherItemsOfLibrary(library: Library): InstrumentItem[] {
  const { attentionCheck, openQuestions } = library.questionnaire
  return [
    ...personalItemsOfLibrary(library),
    { ...BESIDE, code: 'CHECK', kind: 'scale', text: attentionCheck.text, expected: attentionCheck.expected },
    ...openQuestions.map(({ code, text }) => ({ ...BESIDE, code, kind: 'text' as const, text })),
  ]
}
