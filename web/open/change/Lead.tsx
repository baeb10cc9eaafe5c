import type { YearOfChange } from '@milepost/contract/open/change'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

type Known = YearOfChange['problems'][number] & { readonly severityBefore: number; readonly severityAfter: number }

/** The year in two sentences without a term of art, and where the figures come from. */
export function Lead({ change }: { readonly change: YearOfChange }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayRead = useMay('diagnosis.read')
  const known = change.problems.filter((one): one is Known => one.severityBefore !== null && one.severityAfter !== null)
  const better = known.filter(({ move }) => move?.verdict === 'higher')
  const fall = (one: Known) => one.severityBefore - one.severityAfter
  const most = [...better].sort((a, b) => fall(b) - fall(a)).at(0)
  const worst = [...known].sort((a, b) => b.severityAfter - a.severityAfter).at(0)
  return (
    <div className="mp-change-lead">
      <p>
        {text.leadBetter(better.length, known.length)}
        {most && text.leadMost(pick(most.name), most.severityBefore.toFixed(1), most.severityAfter.toFixed(1))}
        {worst && text.leadWorst(pick(worst.name), worst.severityAfter.toFixed(1))}
      </p>
      {mayRead && (
        <p>
          {text.leadFrom}
          {[change.before, change.after].map((wave) => (
            <PageLink key={wave.waveId} href={`/diagnose/${wave.waveId}`}>
              {pick(wave.name)}
            </PageLink>
          ))}
        </p>
      )}
    </div>
  )
}
