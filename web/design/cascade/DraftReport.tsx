import type { draftCascade } from '@milepost/contract/design/cascade'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Alert } from 'antd'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** What the one act drafted, and what it left out and why. */
export function DraftReport({ report }: { readonly report: OutputOf<typeof draftCascade> }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const left = [
    { title: text.withoutUnit, lines: report.units.withoutTemplate.map(pick) },
    { title: text.withoutPost, lines: report.people.withoutTemplate.map(({ name, post }) => text.personSay(name, pick(post))) },
    {
      title: text.warnings,
      lines: report.warnings.map(({ holder, measure, because }) => `${pick(holder)} ${measure}: ${text.warningLine[because]}`),
    },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <Alert
      type={left.length === 0 ? 'success' : 'warning'}
      showIcon
      title={text.report(report.units.drafted, report.people.drafted, report.goals)}
      description={
        <>
          {text.draftNext}
          {left.length > 0 && (
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {left.map(({ title, lines }) => (
                <li key={title}>{text.listSay(title, lines)}</li>
              ))}
            </ul>
          )}
        </>
      }
    />
  )
}
