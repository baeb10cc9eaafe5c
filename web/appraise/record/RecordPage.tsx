import { closeInvestigation, liftSanction, openInvestigation, readRecord, recordSanction } from '@milepost/contract/appraise/record'
import type { OutputOf } from '@milepost/contract/endpoint'
import { readPeople } from '@milepost/contract/institution/people'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { today } from '../../platform/today.ts'
import '../appraise.css'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { en, zh } from './text.ts'

type Record = OutputOf<typeof readRecord>
type Asked =
  | { readonly what: 'sanction' | 'case' }
  | { readonly what: 'lift'; readonly sanctionId: string; readonly name: string }
  | { readonly what: 'close'; readonly investigationId: string; readonly name: string }

/** The discipline office's page: what bounds or suspends a grade. */
export function RecordPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const record = useAsk(readRecord, {})
  const [asked, setAsked] = useState<Asked | null>(null)
  const kindName = (kind: string) => {
    const known = record.kinds.find((one) => one.kind === kind)
    return known ? pick(known.name) : kind
  }
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <Panel title={text.cases} acts={<Button onClick={() => setAsked({ what: 'case' })}>{text.addCase}</Button>}>
        {record.investigations.length === 0 ? (
          <p className="mp-soft">{text.noCases}</p>
        ) : (
          <DataTable
            label={text.cases}
            plain
            onPhone="cards"
            rows={record.investigations}
            rowKey={(row) => row.investigationId}
            columns={[
              { key: 'name', title: text.person, value: (row) => `${row.name} ${row.employeeNo}`, width: 160 },
              { key: 'opened', title: text.openedOn, value: (row) => row.openedOn, width: 120 },
              { key: 'document', title: text.document, value: (row) => row.document },
              {
                key: 'state',
                title: text.state,
                value: (row) =>
                  row.closedOn === null ? text.open : `${text.closed(row.closedOn)}${row.sanctionId === null ? '' : text.withSanction}`,
                width: 220,
              },
              {
                key: 'acts',
                title: '',
                acts: true,
                value: () => '',
                show: (row) =>
                  row.closedOn === null ? (
                    <Button size="small" onClick={() => setAsked({ what: 'close', investigationId: row.investigationId, name: row.name })}>
                      {text.close}
                    </Button>
                  ) : null,
                width: 110,
              },
            ]}
          />
        )}
      </Panel>
      <Panel title={text.sanctions} acts={<Button onClick={() => setAsked({ what: 'sanction' })}>{text.addSanction}</Button>}>
        {record.sanctions.length === 0 ? (
          <p className="mp-soft">{text.noSanctions}</p>
        ) : (
          <DataTable
            label={text.sanctions}
            plain
            onPhone="cards"
            rows={record.sanctions}
            rowKey={(row) => row.sanctionId}
            columns={[
              { key: 'name', title: text.person, value: (row) => `${row.name} ${row.employeeNo}`, width: 160 },
              { key: 'kind', title: text.kind, value: (row) => kindName(row.kind), width: 130 },
              { key: 'decided', title: text.decidedOn, value: (row) => row.decidedOn, width: 120 },
              { key: 'until', title: text.until, value: (row) => row.inForceUntil ?? '–', width: 120 },
              { key: 'document', title: text.document, value: (row) => row.document },
              {
                key: 'state',
                title: text.state,
                value: (row) => (row.liftedOn === null ? text.inForce : text.lifted(row.liftedOn)),
                width: 150,
              },
              {
                key: 'acts',
                title: '',
                acts: true,
                value: () => '',
                show: (row) =>
                  row.liftedOn === null ? (
                    <Button size="small" onClick={() => setAsked({ what: 'lift', sanctionId: row.sanctionId, name: row.name })}>
                      {text.lift}
                    </Button>
                  ) : null,
                width: 110,
              },
            ]}
          />
        )}
      </Panel>
      <Panel title={text.kinds} sentence={text.kindsSay}>
        <DataTable
          label={text.kinds}
          plain
          onPhone="cards"
          rows={record.kinds}
          rowKey={(row) => row.kind}
          columns={[
            { key: 'kind', title: text.kind, value: (row) => pick(row.name), width: 140 },
            {
              key: 'effect',
              title: text.effect,
              value: (row) => `${pick(row.note)}${row.citation.verified ? '' : ` (${text.toVerify})`}`,
            },
          ]}
        />
      </Panel>
      {asked && <RecordForm asked={asked} kinds={record.kinds} onClose={() => setAsked(null)} />}
    </>
  )
}

const isSanctioned = ({ kind }: { readonly [key: string]: string }) => (kind ?? '') !== 'none'

type RecordFormProps = { readonly asked: Asked; readonly kinds: Record['kinds']; readonly onClose: () => void }

function RecordForm({ asked, kinds, onClose }: RecordFormProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const sanctioning = useDo(recordSanction)
  const lifting = useDo(liftSanction)
  const opening = useDo(openInvestigation)
  const closing = useDo(closeInvestigation)
  const people = peopleOptions(useAskMaybe(readPeople, { left: 'with' }).answer?.people ?? [])
  const kindOptions = kinds.map((one) => ({ value: one.kind, label: pick(one.name) }))
  const person = { key: 'personId', label: text.person, kind: 'choice' as const, options: people }
  const document = { key: 'document', label: text.document, kind: 'text' as const }
  if (asked.what === 'case')
    return (
      <FormDialog
        title={text.addCase}
        fields={[person, { key: 'openedOn', label: text.openedOn, kind: 'day' }, document]}
        start={{ openedOn: today() }}
        acting={opening}
        onSave={({ personId = '', openedOn = '', document: paper = '' }) => opening.run({ personId, openedOn, document: paper })}
        onClose={onClose}
      />
    )
  if (asked.what === 'lift')
    return (
      <FormDialog
        title={`${text.lift} · ${asked.name}`}
        fields={[{ key: 'liftedOn', label: text.liftedOn, kind: 'day' }]}
        start={{ liftedOn: today() }}
        acting={lifting}
        onSave={({ liftedOn = '' }) => lifting.run({ sanctionId: asked.sanctionId, liftedOn })}
        onClose={onClose}
      />
    )
  const ofSanction = (at: string, optional: boolean) => [
    { key: 'decidedOn', label: text.decidedOn, kind: 'day' as const, pointer: `${at}/decidedOn`, optional },
    { key: 'until', label: text.until, hint: text.untilHint, kind: 'day' as const, pointer: `${at}/inForceUntil`, optional: true },
    { ...document, pointer: `${at}/document`, optional },
  ]
  if (asked.what === 'close')
    return (
      <FormDialog
        title={`${text.close} · ${asked.name}`}
        fields={[
          { key: 'closedOn', label: text.closedOn, kind: 'day' },
          {
            key: 'kind',
            label: text.outcome,
            kind: 'choice',
            pointer: '/sanction/kind',
            options: [{ value: 'none', label: text.outcomeNone }, ...kindOptions],
          },
          ...ofSanction('/sanction', false).map((field) => ({ ...field, onlyIf: isSanctioned })),
        ]}
        start={{ closedOn: today(), kind: 'none' }}
        acting={closing}
        onSave={({ closedOn = '', kind = 'none', decidedOn = '', until = '', document: paper = '' }) =>
          closing.run({
            investigationId: asked.investigationId,
            closedOn,
            sanction: kind === 'none' ? null : { kind, decidedOn, inForceUntil: until === '' ? null : until, document: paper },
          })
        }
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      title={text.addSanction}
      fields={[person, { key: 'kind', label: text.kind, kind: 'choice', options: kindOptions }, ...ofSanction('', false)]}
      start={{ decidedOn: today() }}
      acting={sanctioning}
      onSave={({ personId = '', kind = '', decidedOn = '', until = '', document: paper = '' }) =>
        sanctioning.run({ personId, kind, decidedOn, inForceUntil: until === '' ? null : until, document: paper })
      }
      onClose={onClose}
    />
  )
}
