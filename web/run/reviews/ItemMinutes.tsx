import type { ReviewItem } from '@milepost/contract/run/reviews'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** One item as the minutes tell it. */
export function ItemMinutes({ item }: { readonly item: ReviewItem }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const rows = [
    [text.fact, pick(item.facts)],
    [text.discussion, item.discussion],
    [text.decision, item.decision],
    [text.itemAction, item.action],
    [text.owner, [item.owner?.name, item.dueOn].filter((one) => one !== undefined && one !== null).join(' · ')],
  ].filter(([, said]) => said !== '')
  return (
    <>
      <h3>{pick(item.subject)}</h3>
      <dl>
        {rows.map(([label, said]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
