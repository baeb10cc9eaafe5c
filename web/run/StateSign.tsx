import type { Bilingual } from '@milepost/terms/bilingual'
import { useLanguage } from '../platform/language.tsx'
import './run.css'

/** A state as shape and word. */
export function StateSign({ sign }: { readonly sign: Bilingual & { readonly shape: string } }) {
  const { pick } = useLanguage()
  return (
    <span className="mp-state-sign">
      <span aria-hidden="true">{sign.shape}</span> {pick(sign)}
    </span>
  )
}
