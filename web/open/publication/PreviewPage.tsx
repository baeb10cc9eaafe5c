import { previewPublication, publishPublication, withdrawPublication } from '@milepost/contract/open/publications'
import { Button, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../open.css'
import { AuthorityAudience, LeadersAudience, PersonAudience } from './Audiences.tsx'
import { PublicAudience } from './PublicAudience.tsx'
import { en, zh } from './text.ts'

const NOTHING = { zh: '', en: '' }

export function PreviewPage() {
  const text = useText({ zh, en })
  const publicationId = useParam('publicationId')
  const { publication, snapshot, inside } = useAsk(previewPublication, { publicationId })
  const publishing = useDo(publishPublication)
  const withdrawing = useDo(withdrawPublication)
  const mayPublish = useMay('publication.publish')
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null)
  const [reason, setReason] = useState(NOTHING)
  const [endsOn, setEndsOn] = useState('')
  const [audience, setAudience] = useState<'public' | 'authority' | 'leaders' | 'person'>('public')
  const doing = asking === 'withdraw' ? withdrawing : publishing
  const act = async () => {
    if (asking === 'withdraw') await withdrawing.run({ publicationId, reason })
    else await publishing.run({ publicationId, reason, endsOn: endsOn === '' ? null : endsOn })
    setAsking(null)
    setReason(NOTHING)
  }
  const primary = mayPublish && (publication.state === 'draft' || publication.state === 'published') && (
    <Button
      type="primary"
      danger={publication.state === 'published'}
      onClick={() => setAsking(publication.state === 'draft' ? 'publish' : 'withdraw')}
    >
      {publication.state === 'draft' ? text.publish : text.withdraw}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.previewTitle(publication.year, publication.revision)}
        sentence={text.previewSentence}
        back={{ href: '/open', text: text.back }}
        beside={[text.states[publication.state], publication.endsOn && text.ends(publication.endsOn)].filter(Boolean).join(' · ')}
        primary={primary}
        more={[
          {
            key: 'as-public',
            text: text.asPublic,
            onClick: () => window.open(`/public?preview=${publication.publicationId}`, '_blank', 'noopener'),
          },
        ]}
      />
      <p className="mp-soft">{text.audienceSays[audience]}</p>
      <Segmented
        value={audience}
        onChange={setAudience}
        options={(['public', 'authority', 'leaders', 'person'] as const).map((one) => ({ value: one, label: text.audiences[one] }))}
        style={{ marginBottom: 16 }}
      />
      {audience === 'public' && <PublicAudience publication={publication} snapshot={snapshot} />}
      {audience === 'authority' && <AuthorityAudience publicationId={publicationId} />}
      {audience === 'leaders' && <LeadersAudience publicationId={publicationId} inside={inside} year={publication.year} />}
      {audience === 'person' && <PersonAudience year={publication.year} />}
      <Modal
        open={asking !== null}
        title={asking === 'withdraw' ? text.withdraw : text.publish}
        okText={asking === 'withdraw' ? text.withdraw : text.publish}
        cancelText={text.cancel}
        onCancel={() => setAsking(null)}
        onOk={() => void act().catch(() => undefined)}
        confirmLoading={doing.busy}
        okButtonProps={{ disabled: reason.zh.trim().length < 5 }}
      >
        {doing.refused && <RefusalNote refused={doing.refused} />}
        {(['zh', 'en'] as const).map((one) => (
          <Input.TextArea
            key={one}
            rows={3}
            aria-label={text.why[one]}
            placeholder={text.why[one]}
            value={reason[one]}
            onChange={(event) => setReason({ ...reason, [one]: event.target.value })}
            style={{ marginBottom: 8 }}
          />
        ))}
        {asking === 'publish' && (
          <Field label={text.endsOn} hint={text.endsOnHint}>
            {(control) => <DayField control={control} value={endsOn} onChange={setEndsOn} />}
          </Field>
        )}
      </Modal>
    </>
  )
}
