type Group = { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }

/** Answers divided into groups: by the levels of the wave, or by what people chose in an item. */
export type Division = {
  readonly groups: readonly Group[]
  /** The group of each sheet; null: not said. */
  readonly of: readonly (string | null)[]
  /** Groups the release engine keeps back. */
  readonly withheld?: ReadonlySet<string>
}

/** Those who did not say stand in every table, so that the margins of two tables are the same and cannot be subtracted. */
export const UNSAID: Group = { code: '', name: { zh: '未填', en: 'Not said' } }
