import { readPeople } from '@milepost/contract/institution/people'
import { downloadAuthorityForm, downloadBriefing, readAuthorityView } from '@milepost/contract/open/audiences'
import type { InsideSnapshot } from '@milepost/contract/open/inside'
import { GRADES } from '@milepost/terms/grades'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAsk, useAskMaybe, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { BandMark } from '../BandMark.tsx'
import { en, zh } from './text.ts'

/** What the authority reads of this snapshot. */
export function AuthorityAudience({ publicationId }: { readonly publicationId: string }) {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const view = useAsk(readAuthorityView, { publicationId })
  const form = useDoing(async () => saveFile(await download(downloadAuthorityForm, { publicationId, language })))
  return (
    <div className="mp-sheets">
      <Panel
        title={pick(view.institution)}
        sentence={text.redSays(view.redLines.all, view.redLines.checked, view.redLines.worked)}
        acts={
          <Button loading={form.busy} onClick={() => form.start(undefined)}>
            {text.authorityForm}
          </Button>
        }
      >
        {form.refused && <RefusalNote refused={form.refused} />}
        <Facts
          large
          facts={[
            {
              key: 'score',
              name: text.score,
              value: <PageLink href={`/run?year=${view.publication.year}`}>{view.score ?? '?'}</PageLink>,
              note: text.parts,
            },
          ]}
        />
      </Panel>
      {view.blocks
        .filter(({ measures }) => measures.length > 0)
        .map(({ block, measures }) => (
          <Panel key={block} title={text.blocks[block]}>
            <DataTable
              label={text.blocks[block]}
              plain
              onPhone="cards"
              rows={measures}
              rowKey={(row) => row.code}
              columns={[
                { key: 'name', title: text.name, value: (row) => `${row.code} ${pick(row.name)}` },
                {
                  key: 'actual',
                  title: text.actual,
                  kind: 'number',
                  value: (row) => row.actual,
                  show: (row) =>
                    row.actual === null ? (
                      '?'
                    ) : (
                      <PageLink href={`/run/values?year=${view.publication.year}&measure=${encodeURIComponent(row.code)}`}>
                        {row.actual} {pick(row.unit)}
                      </PageLink>
                    ),
                  width: 140,
                },
                { key: 'target', title: text.target, kind: 'number', value: (row) => row.target, width: 100 },
                { key: 'score', title: text.points, kind: 'number', value: (row) => row.score, show: (row) => row.score ?? '?', width: 90 },
                { key: 'miss', title: text.missed, value: (row) => pick(row.miss) },
              ]}
            />
          </Panel>
        ))}
      <Units units={view.units} year={view.publication.year} />
      <Grades grades={view.grades} />
    </div>
  )
}

/** What leaders read beside the public page: units in order, red lines with what was done. */
export function LeadersAudience({
  publicationId,
  inside,
  year,
}: {
  readonly publicationId: string
  readonly inside: InsideSnapshot
  readonly year: number
}) {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const book = useDoing(async () => saveFile(await download(downloadBriefing, { publicationId, language })))
  return (
    <div className="mp-sheets">
      <Panel
        title={text.redLines}
        acts={
          <Button type="primary" loading={book.busy} onClick={() => book.start(undefined)}>
            {text.briefing}
          </Button>
        }
      >
        {book.refused && <RefusalNote refused={book.refused} />}
        {inside.redLines.length === 0 ? (
          <p className="mp-soft">{text.noRed}</p>
        ) : (
          <DataTable
            label={text.redLines}
            plain
            onPhone="cards"
            rows={inside.redLines}
            rowKey={(row) => `${row.measure.zh} ${row.holder.zh} ${row.dueOn} ${row.cause}`}
            columns={[
              { key: 'measure', title: text.name, value: (row) => pick(row.measure) },
              { key: 'holder', title: text.unit, value: (row) => pick(row.holder), width: 150 },
              { key: 'cause', title: text.cause, value: (row) => row.cause },
              { key: 'action', title: text.action, value: (row) => `${row.action} (${row.dueOn})` },
              { key: 'check', title: text.check, value: (row) => (row.check ? text.checks[row.check] : text.unchecked), width: 110 },
            ]}
          />
        )}
      </Panel>
      <Units units={inside.units} year={year} />
      <Grades grades={inside.grades} />
    </div>
  )
}

/** The ticket that one person reads. */
export function PersonAudience({ year }: { readonly year: number }) {
  const text = useText({ zh, en })
  const people = useAskMaybe(readPeople, {}).answer?.people ?? []
  const [personId, setPersonId] = useState<string | null>(null)
  return (
    <Panel title={text.asPerson} sentence={text.personHint}>
      <div className="mp-row">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={text.asPerson}
          style={{ minWidth: 260 }}
          value={personId}
          onChange={setPersonId}
          options={people.map((one) => ({ value: one.personId, label: `${one.name} ${one.employeeNo}` }))}
        />
        {personId !== null && <PageLink href={`/open/tickets/people/${personId}?year=${year}`}>{text.openTicket}</PageLink>}
      </div>
    </Panel>
  )
}

function Units({ units, year }: Pick<InsideSnapshot, 'units'> & { readonly year: number }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel title={text.units}>
      <DataTable
        label={text.units}
        plain
        sortedBy={{ key: 'score', direction: 'down' }}
        rows={units}
        rowKey={(row) => row.code}
        columns={[
          { key: 'unit', title: text.unit, value: (row) => pick(row.name) },
          {
            key: 'score',
            title: text.points,
            kind: 'number',
            value: (row) => (row.score === null ? null : Number(row.score)),
            show: (row) => (row.score === null ? '?' : <PageLink href={`/run?year=${year}&by=units`}>{row.score}</PageLink>),
            width: 100,
          },
          { key: 'band', title: text.band, value: (row) => row.band, show: (row) => <BandMark band={row.band} />, width: 100 },
        ]}
      />
    </Panel>
  )
}

function Grades({ grades }: Pick<InsideSnapshot, 'grades'>) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel title={text.grades}>
      <Facts facts={grades.map((one) => ({ key: one.grade, name: pick(GRADES[one.grade as keyof typeof GRADES]), value: one.n }))} />
    </Panel>
  )
}
