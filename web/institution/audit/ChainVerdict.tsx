import type { OutputOf } from '@milepost/contract/endpoint'
import type { verifyAuditTrail } from '@milepost/contract/institution/audit'
import { Alert } from 'antd'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export function ChainVerdict({ verdict }: { readonly verdict: OutputOf<typeof verifyAuditTrail> }) {
  const text = useText({ zh, en })
  if (verdict.intact) return <Alert type="success" showIcon title={text.intact(verdict.events)} description={text.head(verdict.head)} />
  return (
    <Alert
      type="error"
      showIcon
      title={text.broken(verdict.firstBrokenSeq)}
      description={`${text.because[verdict.because]} ${text.brokenSay}`}
    />
  )
}
