/** What the screens of later rooms may use of this one. */
export { actionName } from './audit/actionNames.ts'
