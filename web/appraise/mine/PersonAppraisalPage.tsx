import { useParam } from '../../platform/address.tsx'
import { AppraisalSheet } from './AppraisalSheet.tsx'

export function PersonAppraisalPage() {
  return <AppraisalSheet personId={useParam('personId')} title={null} />
}
