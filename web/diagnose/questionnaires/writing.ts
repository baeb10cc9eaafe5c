import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'

/** The acts of writing a questionnaire, each giving the next questionnaire. */

const freeCode = (stem: string, taken: readonly string[]): string => {
  let at = 1
  while (taken.includes(`${stem}${at}`)) at += 1
  return `${stem}${at}`
}

export function addItem(of: Instrument, given: Partial<InstrumentItem> = {}): Instrument {
  const codes = of.items.map((item) => item.code)
  const wanted = given.code
  const code = wanted !== undefined && !codes.includes(wanted) ? wanted : freeCode(wanted ? `${wanted}-` : 'Q', codes)
  const item: InstrumentItem = { kind: 'scale', construct: null, link: null, reverse: false, text: { zh: '', en: '' }, ...given, code }
  return { ...of, items: [...of.items, item] }
}

/** Items of the bank bring their construct with them. */
export function addFromBank(
  of: Instrument,
  chosen: readonly { item: InstrumentItem; construct: Instrument['constructs'][number] | null }[],
): Instrument {
  let sheet = of
  for (const { item, construct } of chosen) {
    const known = construct === null || sheet.constructs.some((one) => one.code === construct.code)
    sheet = addItem(known ? sheet : { ...sheet, constructs: [...sheet.constructs, construct] }, item)
  }
  return sheet
}

export const changeItem = (of: Instrument, at: number, part: Partial<InstrumentItem>): Instrument => ({
  ...of,
  items: of.items.map((item, place) => (place === at ? fitting({ ...item, ...part }) : item)),
})

/** What only another kind of item can have is dropped. */
function fitting(item: InstrumentItem): InstrumentItem {
  const next = { ...item }
  const optioned = item.kind === 'choice' || item.kind === 'several' || item.kind === 'ranking'
  if (!optioned) delete next.options
  else if ((next.options?.length ?? 0) === 0) next.options = ['a', 'b'].map((code) => ({ code, name: { zh: '', en: '' } }))
  if (item.kind !== 'scale') {
    delete next.scale
    delete next.expected
    next.reverse = false
  }
  if (next.expected !== undefined) next.construct = null
  return next
}

export function moveItem(of: Instrument, at: number, by: number): Instrument {
  const items = [...of.items]
  const [taken] = items.splice(at, 1)
  if (taken) items.splice(Math.min(Math.max(at + by, 0), items.length), 0, taken)
  return { ...of, items }
}

/** Conditions on the removed item go with it. */
export function removeItem(of: Instrument, at: number): Instrument {
  const gone = of.items[at]?.code
  const items = of.items.filter((_, place) => place !== at)
  return {
    ...of,
    items: items.map((item) => {
      if (item.showIf?.item !== gone) return item
      const { showIf: _gone, ...rest } = item
      return rest
    }),
  }
}

export function duplicateItem(of: Instrument, at: number): Instrument {
  const item = of.items[at]
  if (!item) return of
  const added = addItem(of, item)
  return moveItem(added, added.items.length - 1, at + 1 - (added.items.length - 1))
}

type Scales = NonNullable<Instrument['scales']>

export function addScale(of: Instrument): Instrument {
  const scales = of.scales ?? []
  const code = freeCode(
    'scale',
    scales.map((one) => one.code),
  )
  const { scale } = of
  return {
    ...of,
    scales: [
      ...scales,
      {
        code,
        name: { zh: code, en: code },
        least: scale.least,
        most: scale.most,
        points: scale.points,
        notApplicable: scale.notApplicable,
      },
    ],
  }
}

export const changeScale = (of: Instrument, code: string | null, part: Partial<Scales[number]>): Instrument =>
  code === null
    ? { ...of, scale: withPoints({ ...of.scale, ...part, notApplicable: part.notApplicable ?? of.scale.notApplicable }) }
    : { ...of, scales: (of.scales ?? []).map((one) => (one.code === code ? withPoints({ ...one, ...part }) : one)) }

/** A word for every point between the ends, kept where it was. */
function withPoints<S extends { least: number; most: number; points: Scales[number]['points'] }>(scale: S): S {
  const wide = Math.min(Math.max(scale.most - scale.least + 1, 0), 11)
  const points = Array.from({ length: wide }, (_, at) => {
    const value = scale.least + at
    return scale.points.find((point) => point.value === value) ?? { value, name: { zh: String(value), en: String(value) } }
  })
  return { ...scale, points }
}

export function removeScale(of: Instrument, code: string): Instrument {
  return {
    ...of,
    scales: (of.scales ?? []).filter((one) => one.code !== code),
    items: of.items.map((item) => {
      if (item.scale !== code) return item
      const { scale: _gone, ...rest } = item
      return rest
    }),
  }
}

export const addConstruct = (of: Instrument): Instrument => {
  const code = freeCode(
    'C',
    of.constructs.map((one) => one.code),
  )
  return { ...of, constructs: [...of.constructs, { code, kind: 'other', name: { zh: '', en: '' } }] }
}

export const removeConstruct = (of: Instrument, code: string): Instrument => ({
  ...of,
  constructs: of.constructs.filter((one) => one.code !== code),
  items: of.items.map((item) => (item.construct === code ? { ...item, construct: null } : item)),
})

export const addBlock = (of: Instrument): Instrument => {
  const blocks = of.blocks ?? []
  const code = freeCode(
    'page',
    blocks.map((one) => one.code),
  )
  return { ...of, blocks: [...blocks, { code, title: { zh: '', en: '' } }] }
}

export function removeBlock(of: Instrument, code: string): Instrument {
  return {
    ...of,
    blocks: (of.blocks ?? []).filter((one) => one.code !== code),
    items: of.items.map((item) => {
      if (item.block !== code) return item
      const { block: _gone, ...rest } = item
      return rest
    }),
  }
}

/** Rows that are being typed into have no name but their place. */
export const placed = <T>(list: readonly T[]): { readonly key: string; readonly at: number; readonly value: T }[] =>
  list.map((value, at) => ({ key: `row-${at}`, at, value }))
