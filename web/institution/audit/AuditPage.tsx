import { type AuditEventRow, readAuditTrail, verifyAuditTrail } from '@milepost/contract/institution/audit'
import { Button } from 'antd'
import type { Column } from '../../parts/Column.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { actionName } from './actionNames.ts'
import { ChainVerdict } from './ChainVerdict.tsx'
import { type DetailLine, detailLines } from './detailLines.ts'
import { subjectName } from './subjectNames.ts'
import { TrailFilter } from './TrailFilter.tsx'
import './audit.css'
import { minuteOf } from '../../platform/instants.ts'
import { en, zh } from './text.ts'

export function AuditPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [action] = useAddressValue('action')
  const [actor] = useAddressValue('actor')
  const [subject] = useAddressValue('subject')
  const [person] = useAddressValue('person')
  const [no] = useAddressValue('no')
  const [before, setBefore] = useAddressValue('before')
  const {
    events,
    people,
    names: named,
    next,
    actions,
  } = useAsk(readAuditTrail, {
    action: action ?? undefined,
    actor: actor ?? undefined,
    subject: subject ?? undefined,
    person: person ?? undefined,
    no: no ?? undefined,
    before: before ?? undefined,
  })
  const verifying = useDo(verifyAuditTrail)
  const known = new Map(named.map((one) => [one.id, one.name]))
  const ids = people.flatMap((one) => one.ids)
  const names = people.map((one) => `${one.name}（${one.employeeNo}）`).join(pick({ zh: '、', en: ', ' }))
  const columns: readonly Column<AuditEventRow>[] = [
    { key: 'seq', title: text.seq, kind: 'number', value: ({ seq }) => seq, width: 70 },
    {
      key: 'at',
      title: text.at,
      value: ({ at }) => at,
      show: ({ at }) => <span className="mp-audit-short">{minuteOf(at)}</span>,
    },
    { key: 'actor', title: text.actor, value: ({ actorName }) => actorName },
    {
      key: 'action',
      title: text.action,
      value: (event) => pick(actionName(event.action)),
      show: (event) => <span className="mp-audit-action">{pick(actionName(event.action))}</span>,
    },
    {
      key: 'subject',
      title: text.subjectShown,
      value: ({ subjectKind, subjectId }) => `${pick(subjectName(subjectKind))} ${subjectId}`,
      show: (event) => <Subject event={event} />,
    },
    { key: 'about', title: text.about, value: ({ about }) => about ?? '–' },
    {
      key: 'detail',
      title: text.detail,
      value: ({ detail }) =>
        detailLines(detail, { pick, known })
          .map(({ name, value }) => `${pick(name)} ${value}`)
          .join('; '),
      show: ({ detail }) => detail !== '{}' && <Detail lines={detailLines(detail, { pick, known, only: ids })} />,
    },
    { key: 'hash', title: text.hash, value: ({ hash }) => hash, show: ({ hash }) => <code title={hash}>{hash.slice(0, 12)}</code> },
  ]
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        primary={
          <>
            <PrintButton />
            <Button type="primary" loading={verifying.busy} onClick={() => verifying.start({})}>
              {text.verify}
            </Button>
          </>
        }
      />
      <div className="mp-stack">
        {verifying.refused !== null && <RefusalNote refused={verifying.refused} />}
        {verifying.outcome !== null && <ChainVerdict verdict={verifying.outcome} />}
        <Panel>
          <TrailFilter actions={actions} />
          {person !== null && (
            <p className="mp-soft">
              {people.length === 0 ? text.nobody : people.length > 1 ? text.several(names) : text.concerning(names)}
            </p>
          )}
          <DataTable
            label={text.title}
            columns={columns}
            rows={events}
            rowKey={({ seq }) => String(seq)}
            exportAs={text.exportAs}
            onPhone="cards"
            plain
            empty={<Empty title={text.emptyTitle} sentence={text.emptySay} />}
          />
          <div className="mp-row" style={{ marginTop: 14 }}>
            {before !== null && <Button onClick={() => setBefore(null)}>{text.newest}</Button>}
            {next !== null && <Button onClick={() => setBefore(String(next))}>{text.older}</Button>}
          </div>
        </Panel>
      </div>
    </>
  )
}

/** One labelled line for everything kept of the act. */
function Detail({ lines }: { readonly lines: readonly DetailLine[] }) {
  const { pick } = useLanguage()
  return (
    <dl className="mp-audit-detail">
      {lines.map(({ name, value, whole }) => (
        <div key={pick(name)}>
          <dt>{pick(name)}</dt>
          <dd>{whole === undefined ? value : <LongList part={value} whole={whole} />}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How long a list is, and what of it is asked for; all of it on a click. */
function LongList({ part, whole }: { readonly part: string; readonly whole: string }) {
  return (
    <details>
      <summary>{part}</summary>
      <div className="mp-audit-whole">{whole}</div>
    </details>
  )
}

/** The kind, and the id as far as the eye needs it; the whole id is one hover or one export away. */
function Subject({ event }: { readonly event: AuditEventRow }) {
  const { pick } = useLanguage()
  const { subjectKind, subjectId } = event
  return (
    <span className="mp-audit-short" title={`${subjectKind} ${subjectId}`}>
      {pick(subjectName(subjectKind))} <code>{subjectId.length > 24 ? `…${subjectId.slice(-12)}` : subjectId}</code>
    </span>
  )
}
