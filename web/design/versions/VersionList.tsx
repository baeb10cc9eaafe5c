import type { readScorecardVersions } from '@milepost/contract/design/versions'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Panel } from '../../parts/Panel.tsx'
import { dayOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import { SchemeChanges } from './SchemeChanges.tsx'
import { en, zh } from './text.ts'

export function VersionList({ history: { versions, draft } }: { readonly history: OutputOf<typeof readScorecardVersions> }) {
  const text = useText({ zh, en })
  return (
    <>
      {draft !== null && (
        <Panel title={text.draft} sentence={text.since(draft.since.year, draft.since.version)}>
          <SchemeChanges changes={draft.changes} />
        </Panel>
      )}
      {versions.length === 0 && <Panel title={text.versions}>{text.versionsNone}</Panel>}
      {versions.map((one) => (
        <Panel
          key={one.version}
          title={`${text.version(one.version)} · ${text.published(dayOf(one.publishedAt), one.publishedBy)}`}
          sentence={
            <>
              {one.reason !== '' && <>{one.reason} · </>}
              {text.hash} <code title={one.hash}>{one.hash.slice(0, 16)}</code>
              {' · '}
              {one.since === null ? text.first : text.since(one.since.year, one.since.version)}
            </>
          }
        >
          {one.since !== null &&
            (one.changes.length === 0 ? <p className="mp-soft">{text.same}</p> : <SchemeChanges changes={one.changes} />)}
        </Panel>
      ))}
    </>
  )
}
