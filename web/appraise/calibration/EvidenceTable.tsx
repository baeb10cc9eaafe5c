import type { readEvidence } from '@milepost/contract/appraise/evidence'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { ReactNode } from 'react'
import { written } from '../../parts/figures.ts'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en as reportEn, zh as reportZh } from '../report/text.ts'
import { ALSO, COLON, GROUPS, gradeName, STANDINGS } from '../words.ts'
import './evidence.css'
import { en, zh } from './evidenceText.ts'

type Evidence = OutputOf<typeof readEvidence>
type Line = { readonly key: string; readonly says: ReactNode }
type Row = { readonly key: string; readonly name: string; readonly cell: (one: Evidence) => ReactNode }
/** So many lines of a kind are read at once; the rest folds. */
const AT_ONCE = 3

/** One row a kind of evidence, one column a person; on a phone kind by kind, person below person. */
export function EvidenceTable({ people, year }: { readonly people: readonly Evidence[]; readonly year: number }) {
  const text = useText({ zh, en })
  const rows = useRows()
  return (
    <table className="mp-beside-table" aria-label={text.title}>
      <thead>
        <tr>
          <th scope="col">{text.what}</th>
          {people.map(({ appraisal }) => (
            <th key={appraisal.personId} scope="col">
              <PersonHead evidence={appraisal} year={year} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cell }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {people.map((one) => (
              <td key={one.appraisal.personId} data-person={one.appraisal.name}>
                {cell(one)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PersonHead({ evidence, year }: { readonly evidence: Evidence['appraisal']; readonly year: number }) {
  const { pick } = useLanguage()
  return (
    <>
      <PageLink href={`/appraise/people/${evidence.personId}?year=${year}`}>{evidence.name}</PageLink> {evidence.employeeNo}
      <span className="mp-beside-post">
        {pick(evidence.unit)} · {pick(evidence.post)}
      </span>
    </>
  )
}

function useRows(): Row[] {
  const text = useText({ zh, en })
  const facets = useText({ zh: reportZh, en: reportEn }).facets
  const { pick } = useLanguage()
  const colon = pick(COLON)
  const ratersOf = (head: Evidence['heads'][number]) =>
    head.head === 'results'
      ? text.fromPlan
      : head.groups
          .filter((group) => group.n > 0)
          .map((group) => text.rater(pick(GROUPS[group.group] ?? { zh: group.group, en: group.group }), group.n, twoPlaces(group.value)))
          .join(pick(ALSO))
  return [
    { key: 'score', name: text.score, cell: ({ appraisal }) => <strong>{appraisal.officialScore ?? text.noScore}</strong> },
    {
      key: 'standing',
      name: text.standing,
      cell: ({ appraisal }) => (
        <Lines
          lines={[
            {
              key: 'proposed',
              says: [pick(gradeName(appraisal.proposedGrade)), pick(STANDINGS[appraisal.standing ?? ''] ?? { zh: '', en: '' })]
                .filter((part) => part !== '')
                .join(' · '),
            },
            ...(appraisal.grade === null ? [] : [{ key: 'decided', says: text.decided(pick(gradeName(appraisal.grade))) }]),
            ...(appraisal.ceiling === null
              ? []
              : [{ key: 'ceiling', says: text.ceiling(pick(gradeName(appraisal.ceiling.ceiling)), pick(appraisal.ceiling.reason)) }]),
          ]}
        />
      ),
    },
    {
      key: 'plan',
      name: text.plan,
      cell: ({ plan }) =>
        plan === null ? (
          <Nothing>{text.noPlan}</Nothing>
        ) : (
          <>
            <Lines
              lines={plan.lines.map((one) => ({
                key: one.cardMeasureId,
                says: (
                  <>
                    {pick(one.name)} <b>{text.points(written(one.score))}</b>
                    <span className="mp-beside-small">
                      {text.figures(written(one.actual, 2), one.target === null ? '–' : written(one.target, 2), pick(one.unit))} ·{' '}
                      {[text.weight(written(one.weight)), ...one.flags.map((flag) => text.flags[flag])].join(' · ')}
                    </span>
                  </>
                ),
              }))}
              atOnce={plan.lines.length}
            />
            <PageLink href={`/run/cards/${plan.cardId}`}>{text.openPlan}</PageLink>
          </>
        ),
    },
    {
      key: 'ratings',
      name: text.ratings,
      cell: ({ heads }) =>
        heads.length === 0 ? (
          <Nothing>{text.noRatings}</Nothing>
        ) : (
          <Lines
            atOnce={heads.length}
            lines={heads.map((head) => ({
              key: head.head,
              says: (
                <>
                  {pick(head.name)} <b>{twoPlaces(head.score) ?? '?'}</b>
                  <span className="mp-beside-small">{ratersOf(head)}</span>
                </>
              ),
            }))}
          />
        ),
    },
    {
      key: 'voted',
      name: text.voted,
      cell: ({ appraisal }) => (appraisal.voted === null ? <Nothing>{text.noVote}</Nothing> : <b>{appraisal.voted}</b>),
    },
    {
      key: 'checkIns',
      name: text.checkIns,
      cell: ({ checkIns }) =>
        checkIns.length === 0 ? (
          <Nothing>{text.noTalks}</Nothing>
        ) : (
          <>
            <p>{text.talks(checkIns.length, checkIns.filter((one) => one.confirmed).length)}</p>
            <Lines lines={checkIns.map((one) => ({ key: one.checkInId, says: `${one.heldOn}${colon}${one.progress}` }))} />
          </>
        ),
    },
    {
      key: 'incidents',
      name: text.incidents,
      cell: ({ incidents }) =>
        incidents.length === 0 ? (
          <Nothing>{text.noIncidents}</Nothing>
        ) : (
          <Lines
            lines={incidents.map((one) => ({
              key: one.incidentId,
              says: (
                <>
                  {one.happenedOn} <b>{text.signs[one.sign]}</b>
                  {colon}
                  {one.what}
                  <span className="mp-beside-small">
                    {[one.effect, ...(one.files > 0 ? [text.files(one.files)] : []), ...(one.confirmed ? [] : [text.unconfirmed])].join(
                      pick(ALSO),
                    )}
                  </span>
                </>
              ),
            }))}
          />
        ),
    },
    {
      key: 'report',
      name: text.report,
      cell: ({ report }) =>
        report.length === 0 ? (
          <Nothing>{text.noReport}</Nothing>
        ) : (
          <Lines
            lines={report.map((one) => ({
              key: one.facet,
              says: (
                <>
                  <b>{facets[one.facet]}</b> {one.text}
                </>
              ),
            }))}
          />
        ),
    },
    {
      key: 'earlier',
      name: text.earlier,
      cell: ({ earlier }) =>
        earlier.length === 0 ? (
          <Nothing>{text.noEarlier}</Nothing>
        ) : (
          <p>{earlier.map((one) => `${one.year} ${pick(gradeName(one.grade))}`).join(pick(ALSO))}</p>
        ),
    },
  ]
}

/** Exact text may be a fraction; for the eye two places. */
function twoPlaces(exactText: string | null): string | null {
  if (exactText === null) return null
  const [over = '', under] = exactText.split('/')
  return written(under === undefined ? over : (Number(over) / Number(under)).toFixed(6), 2)
}

const Nothing = ({ children }: { readonly children: ReactNode }) => <span className="mp-soft">{children}</span>

/** The first lines, the rest behind a fold. */
function Lines({ lines, atOnce = AT_ONCE }: { readonly lines: readonly Line[]; readonly atOnce?: number }) {
  const text = useText({ zh, en })
  const listed = (part: readonly Line[]) => (
    <ul>
      {part.map(({ key, says }) => (
        <li key={key}>{says}</li>
      ))}
    </ul>
  )
  return (
    <>
      {listed(lines.slice(0, atOnce))}
      {lines.length > atOnce && (
        <details>
          <summary>{text.more(lines.length - atOnce)}</summary>
          {listed(lines.slice(atOnce))}
        </details>
      )}
    </>
  )
}
