import { CONDITION_GRADES, type ConditionGrade } from '@milepost/terms/road'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** A condition grade as colour, letter and word. */
export function GradeMark({ grade, say = 'letter' }: { readonly grade: ConditionGrade; readonly say?: 'letter' | 'word' }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const word = pick(CONDITION_GRADES[grade])
  return (
    <span className="mp-grade" data-grade={grade} title={word}>
      <span className="mp-grade-box" aria-hidden="true">
        {text.letters[grade]}
      </span>
      {say === 'word' ? <span>{word}</span> : <span className="mp-unseen">{word}</span>}
    </span>
  )
}
