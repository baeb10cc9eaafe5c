import { useParam } from '../../platform/address.tsx'
import { OutcomeSheet } from './OutcomeSheet.tsx'

export function PersonOutcomePage() {
  return <OutcomeSheet personId={useParam('personId')} title={null} />
}
