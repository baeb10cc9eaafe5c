/** What the screens of later rooms may use of this one. */
export { judgementOf, STEPS, withJudgement } from './choice/choice.ts'
export { ShareBar } from './choice/ShareBar.tsx'
export { useDraft } from './choice/useDraft.ts'
