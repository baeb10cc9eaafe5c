/** What the screens of later rooms may use of this one. */
export { CycleChoice } from './CycleChoice.tsx'
export { useChosenCycle } from './useChosenCycle.ts'
export { gradeName } from './words.ts'
