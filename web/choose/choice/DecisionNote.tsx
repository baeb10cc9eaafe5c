import { downloadDecision } from '@milepost/contract/choose/choice'
import { Alert, Button } from 'antd'
import { written } from '../../parts/figures.ts'
import { PageLink } from '../../platform/address.tsx'
import { useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { type Choice, nameIn } from './choice.ts'
import { en, zh } from './text.ts'

type DecisionNoteProps = { readonly choice: Choice; readonly decision: NonNullable<Choice['decision']> }

/** Who decided what, when and why; the paper in either language, and the scorecard that rests on it. */
export function DecisionNote({ choice, decision }: DecisionNoteProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const getting = useDoing(async (language: 'zh' | 'en') =>
    saveFile(await download(downloadDecision, { choiceId: choice.choiceId, language })),
  )
  return (
    <Alert
      type="success"
      showIcon
      title={text.chosenSay(pick(nameIn(choice.methods, decision.method)))}
      description={
        <>
          <p>{decision.reason}</p>
          {decision.hybrid.length > 0 && (
            <ul className="mp-hybrid-kept">
              {decision.hybrid.map((part) => (
                <li key={`${part.method} ${part.use}`}>
                  <b>{pick(nameIn(choice.methods, part.method))}</b> {part.use}
                </li>
              ))}
            </ul>
          )}
          <p>
            <small>
              {text.decidedBy(decision.decidedBy, dayOf(decision.decidedAt))} · {text.decidedWith(written(decision.consistencyRatio, 4))} ·{' '}
              {text.frozen(decision.hash.slice(0, 12))}
            </small>
          </p>
          {getting.refused !== null && <RefusalNote refused={getting.refused} />}
          <div className="mp-row mp-unprinted">
            <Button loading={getting.busy} onClick={() => getting.start('zh')}>
              {text.paperZh}
            </Button>
            <Button loading={getting.busy} onClick={() => getting.start('en')}>
              {text.paperEn}
            </Button>
            <PageLink href="/design/scorecard">{text.toDesign}</PageLink>
          </div>
        </>
      }
    />
  )
}
