import { PageLink } from '../../platform/address.tsx'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** The two sides of the same thing: what was reported, and what was not. */
export function ValueTabs({ at }: { readonly at: 'values' | 'missing' }) {
  const text = useText({ zh, en })
  return (
    <nav className="mp-run-tabs" aria-label={text.tabs}>
      <PageLink href="/run/values" aria-current={at === 'values' ? 'page' : undefined}>
        {text.tabValues}
      </PageLink>
      <PageLink href="/run/missing" aria-current={at === 'missing' ? 'page' : undefined}>
        {text.tabMissing}
      </PageLink>
    </nav>
  )
}
