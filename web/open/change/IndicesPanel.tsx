import { mayByRole } from '@milepost/access/may'
import type { Permission } from '@milepost/access/permissions'
import type { YearOfChange } from '@milepost/contract/open/change'
import { turnOf } from '@milepost/contract/open/changeTurn'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useActor } from '../../platform/session.tsx'
import { points } from './points.ts'
import { en, zh } from './text.ts'

type Code = YearOfChange['indices'][number]['code']

/** Where each index is counted, and who may look there. */
const SOURCES: Readonly<Record<Code, { readonly href: string; readonly permission: Permission }>> = {
  plans: { href: '/design/plans', permission: 'plan.list' },
  talks: { href: '/run/check-ins', permission: 'check-in.read' },
  confirmed: { href: '/run/check-ins', permission: 'check-in.read' },
  links: { href: '/run/links', permission: 'links.read' },
  raters: { href: '/appraise/calibration', permission: 'appraisal.list' },
  objections: { href: '/appraise/notice', permission: 'notice.read' },
  changed: { href: '/appraise/results', permission: 'appraisal.list' },
  published: { href: '/open', permission: 'publication.preview' },
  read: { href: '/open', permission: 'publication.preview' },
  answered: { href: '/open/feedback', permission: 'feedback.answer' },
}

/** How the cycle itself was run, a year beside the other: which way each index went, and where it is counted. */
export function IndicesPanel({ change }: { readonly change: YearOfChange }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const actor = useActor()
  const went = (turn: ReturnType<typeof turnOf>) => change.indices.filter((one) => turnOf(one) === turn).length
  return (
    <Panel
      title={`${text.indices} · ${text.indicesCount(went('better'), went('worse'), went('same'))}`}
      sentence={change.years.underway ? text.underway(change.years.after) : undefined}
    >
      <DataTable
        label={text.indices}
        plain
        onPhone="cards"
        rows={change.indices}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'name',
            title: text.index,
            value: (row) => pick(row.name),
            show: (row) => {
              const { href, permission } = SOURCES[row.code]
              return mayByRole(actor, permission) ? <PageLink href={href}>{pick(row.name)}</PageLink> : pick(row.name)
            },
          },
          {
            key: 'before',
            title: String(change.years.before),
            kind: 'number',
            value: (row) => row.before,
            show: (row) => points(row.before),
            width: 100,
          },
          {
            key: 'after',
            title: String(change.years.after),
            kind: 'number',
            value: (row) => row.after,
            show: (row) => points(row.after),
            width: 100,
          },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), width: 110 },
          { key: 'turn', title: text.turn, value: (row) => text.turns[turnOf(row)], width: 130 },
        ]}
      />
    </Panel>
  )
}
