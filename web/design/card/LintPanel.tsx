import type { LintFinding } from '@milepost/contract/design/lint'
import type { Bilingual } from '@milepost/terms/bilingual'
import { Popover, Tag } from 'antd'
import { useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type FindingGroup, findingGroups } from './findingGroups.ts'
import { en, zh } from './text.ts'

const AT_FIRST = 6

/** What the rules of design found: the reason, the rule, what it concerns, and what mends it. */
export function LintPanel({ lint }: { readonly lint: readonly LintFinding[] }) {
  const text = useText({ zh, en })
  const [all, setAll] = useState(false)
  const groups = findingGroups(lint)
  const shown = all ? groups : groups.slice(0, AT_FIRST)
  return (
    <Panel title={text.lint} sentence={text.lintSay}>
      {groups.length === 0 ? <p className="mp-soft">{text.lintClean}</p> : <FindingList groups={shown} />}
      {groups.length > AT_FIRST && (
        <button type="button" className="mp-text-button" onClick={() => setAll(!all)}>
          {all ? text.less : text.more(groups.length - AT_FIRST)}
        </button>
      )}
    </Panel>
  )
}

export function FindingList({ groups }: { readonly groups: readonly FindingGroup[] }) {
  return (
    <ul className="mp-findings">
      {groups.map((group) => (
        <Finding
          key={`${group.first.code} ${group.first.message.zh} ${group.first.cardId ?? ''}`}
          finding={group.first}
          names={group.names}
        />
      ))}
    </ul>
  )
}

function Finding({ finding, names }: { readonly finding: LintFinding; readonly names: readonly Bilingual[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <li data-severity={finding.severity}>
      <Tag color={finding.severity === 'blocks' ? 'error' : 'warning'}>{finding.severity === 'blocks' ? text.blocks : text.warns}</Tag>
      <div>
        <div>
          <strong>{pick(finding.message)}</strong> <span className="mp-soft">{text.lintRule(finding.code)}</span>
        </div>
        {names.length > 0 && (
          <div>
            {names.map(pick).join(text.comma)}{' '}
            {finding.cardId !== undefined && <PageLink href={`/design/cards/${finding.cardId}`}>{text.toCard}</PageLink>}
          </div>
        )}
        <div className="mp-soft">
          {text.mend}
          {pick(finding.mend)}
        </div>
      </div>
    </li>
  )
}

/** A mark beside a line that the checks found fault with; pressed, it says what. */
export function FindingMark({ findings }: { readonly findings: readonly LintFinding[] }) {
  const text = useText({ zh, en })
  if (findings.length === 0) return <span className="mp-finding-mark" />
  const blocks = findings.some((finding) => finding.severity === 'blocks')
  return (
    <Popover
      trigger="click"
      title={text.lint}
      content={
        <ul className="mp-findings" style={{ maxWidth: 420 }}>
          {findings.map((finding) => (
            <Finding key={finding.code} finding={finding} names={[]} />
          ))}
        </ul>
      }
    >
      <button
        type="button"
        className="mp-finding-mark"
        data-severity={blocks ? 'blocks' : 'warns'}
        aria-label={`${text.lint}: ${findings.length}`}
      >
        {blocks ? '✕' : '!'}
      </button>
    </Popover>
  )
}
