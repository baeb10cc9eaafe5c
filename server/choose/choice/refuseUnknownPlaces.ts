import { type InvalidField, Refusal } from '@milepost/contract/refusals'

type Codes = readonly { readonly code: string }[]
type Given = {
  readonly judgements: Readonly<Record<string, unknown>>
  readonly ratings: Readonly<Record<string, unknown>>
  readonly reasons?: Readonly<Record<string, unknown>>
}

/** A pair of criteria the wrong way round or unknown, a rating of nothing: every one named. Gaps are no fault. */
export function refuseUnknownPlaces({ judgements, ratings, reasons = {} }: Given, criteria: Codes, methods: Codes): void {
  const order = new Map(criteria.map((one, at) => [one.code, at]))
  const known = new Set(methods.map((one) => one.code))
  const fields: InvalidField[] = []
  for (const pair of Object.keys(judgements)) {
    const [row = '', column = ''] = pair.split('/')
    if ((order.get(row) ?? Number.NaN) < (order.get(column) ?? Number.NaN)) continue
    fields.push({
      pointer: `/judgements/${pair}`,
      zh: '没有这一对准则。写成“前一准则/后一准则”，次序同准则表。',
      en: 'There is no such pair of criteria. Write the one that comes first in the list first.',
    })
  }
  for (const [field, places] of [
    ['ratings', ratings],
    ['reasons', reasons],
  ] as const)
    for (const place of Object.keys(places)) {
      const [criterion = '', method = ''] = place.split('/')
      if (!order.has(criterion) || !known.has(method))
        fields.push({
          pointer: `/${field}/${place}`,
          zh: '没有这一准则或方法。请刷新后重填。',
          en: 'There is no such criterion or method. Reload and enter it again.',
        })
    }
  if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
}
