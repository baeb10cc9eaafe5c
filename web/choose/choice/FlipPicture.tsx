import { written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Choice, nameIn, type Result } from './choice.ts'
import './choice.css'
import { en, zh } from './text.ts'

type FlipPictureProps = { readonly choice: Choice; readonly robust: NonNullable<Result['robust']>; readonly best: string }

/** One line a criterion from weight 0 to 1: where it weighs now, and from where on another method would lead. */
export function FlipPicture({ choice, robust, best }: FlipPictureProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const name = (code: string) => pick(nameIn(choice.methods, code))
  const nearest = robust.flips.toSorted((a, b) => room(a) - room(b))
  return (
    <ol className="mp-flips">
      {nearest.map((flip) => (
        <li key={flip.criterion}>
          <span className="mp-flip-name">{pick(nameIn(choice.criteria, flip.criterion))}</span>
          <svg viewBox="0 0 400 26" preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" y="9" width="400" height="8" rx="4" className="mp-flip-same" />
            {flip.flipsAt !== null && (
              <rect x={flip.flipsAt * 400} y="9" width={(1 - flip.flipsAt) * 400} height="8" className="mp-flip-other" />
            )}
            {flip.flipsAt !== null && <path d={`M${flip.flipsAt * 400} 3v20`} className="mp-flip-edge" />}
            <circle cx={flip.weight * 400} cy="13" r="6" className="mp-flip-now" />
          </svg>
          <span className="mp-flip-says">
            {flip.flipsAt === null
              ? text.flipNever(written(flip.weight, 3), name(best))
              : text.flipLine(written(flip.weight, 3), written(flip.flipsAt, 3), flip.to.map(name).join(' / '))}
          </span>
        </li>
      ))}
    </ol>
  )
}

const room = ({ weight, flipsAt }: NonNullable<Result['robust']>['flips'][number]) => (flipsAt === null ? 2 - weight : flipsAt - weight)
