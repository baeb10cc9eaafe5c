/** What the screens of later rooms may use of this one. */
export { PaidParts } from './outcome/PaidParts.tsx'
export { PayWorking } from './outcome/PayWorking.tsx'
export { paidName } from './outcome/paidName.ts'
