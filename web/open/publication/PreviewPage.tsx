import { listPublications, previewPublication } from '@milepost/contract/open/publications'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { PageHead } from '../../parts/PageHead.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import '../open.css'
import { AuthorityAudience, LeadersAudience, PersonAudience } from './Audiences.tsx'
import { PublicAudience } from './PublicAudience.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { stateWord } from './stateWord.ts'
import { en, zh } from './text.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export function PreviewPage() {
  const text = useText({ zh, en })
  const publicationId = useParam('publicationId')
  const { publication, snapshot, inside } = useAsk(previewPublication, { publicationId })
  const { publications } = useAsk(listPublications, {})
  const mayPublish = useMay('publication.publish')
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null)
  const [audience, setAudience] = useState<'public' | 'authority' | 'leaders' | 'person'>('public')
  const ofYear = publications.filter(({ year, state }) => year === publication.year && state !== 'draft')
  const isNewest = ofYear[0]?.publicationId === publicationId
  const before = isNewest
    ? ofYear.find(({ revision, state }) => revision < publication.revision && state === 'published')?.revision
    : undefined
  const said = publication.state === 'published' && !isNewest ? 'replaced' : publication.state
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
        sentence={text.standings[said]}
        back={{ href: '/open', text: text.back }}
        beside={stateWord(publication, text)}
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
      {asking === 'publish' && <PublishDialog publicationId={publicationId} onClose={() => setAsking(null)} />}
      {asking === 'withdraw' && (
        <WithdrawDialog
          publicationId={publicationId}
          revision={publication.revision}
          before={before ?? null}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
