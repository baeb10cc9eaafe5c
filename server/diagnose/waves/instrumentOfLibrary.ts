import type { Instrument } from '@milepost/contract/diagnose/instrument'
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
