/** What the screens of later rooms may use of this one. */
export { CycleChoice } from './CycleChoice.tsx'
export { useScorecard } from './useDesign.ts'
