import { readInspection } from '@milepost/contract/run/inspections'
import { CONDITION_INDICES } from '@milepost/terms/road'
import { Drawer, Tag } from 'antd'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { minuteOf } from '../words.ts'
import { indexList } from './assessed.ts'
import { evidenceWords } from './evidenceWords.ts'
import { GradeMark } from './GradeMark.tsx'
import { sourceWords } from './sourceWords.ts'
import { stakeText } from './strips.ts'
import { en, zh } from './text.ts'

/** How one section was assessed: every index with its value, grade and what it was computed from. */
export function SectionDrawer({ inspectionId, onClose }: { readonly inspectionId: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer, refused } = useAskMaybe(readInspection, { inspectionId })
  const section = answer?.section
  return (
    <Drawer
      open
      size="min(620px, 100vw)"
      title={section ? `${section.route} ${stakeText(section.fromM)}–${stakeText(section.toM)}` : text.how}
      onClose={onClose}
    >
      {refused !== null && <RefusalNote refused={refused} />}
      {answer === null && refused === null && <Reading />}
      {answer !== null && (
        <>
          <p className="mp-run-mend">{text.howSay(answer.revision, answer.importedBy, minuteOf(answer.importedAt))}</p>
          <ul className="mp-assessed">
            {indexList(answer.assessment).map((one) => {
              const stated = answer.stated[one.index]
              return (
                <li key={one.index}>
                  <div className="mp-run-node">
                    <strong>
                      {one.index} {one.kind === 'computed' || one.kind === 'given' ? one.official : '–'}
                    </strong>
                    {(one.kind === 'computed' || one.kind === 'given') && <GradeMark grade={one.grade} say="word" />}
                    <span>{text.kinds[one.kind]}</span>
                    {stated !== undefined && (
                      <Tag>
                        {text.stated} {stated}
                      </Tag>
                    )}
                  </div>
                  <p className="mp-run-mend">
                    {pick(CONDITION_INDICES[one.index])}
                    {pick(evidenceWords(one)) !== '' && ` · ${pick(evidenceWords(one))}`}
                  </p>
                </li>
              )
            })}
          </ul>
          <UnverifiedList rows={answer.assessment.toVerify} />
        </>
      )}
    </Drawer>
  )
}

export function UnverifiedList({ rows }: { readonly rows: readonly { readonly parameter: string; readonly source: string }[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (rows.length === 0) return null
  return (
    <details className="mp-to-verify">
      <summary>
        {text.toVerify} ({rows.length})
      </summary>
      <p className="mp-run-mend">{text.toVerifySay}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.parameter}>
            <Tag color="warning">{text.unverified}</Tag> <code>{row.parameter}</code>{' '}
            <span className="mp-run-mend">{pick(sourceWords(row.source))}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
