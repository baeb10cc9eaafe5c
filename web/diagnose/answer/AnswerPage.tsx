import { listOwnInvitations, openOwnInvitation } from '@milepost/contract/diagnose/ballots'
import { PROMISES } from '@milepost/contract/diagnose/promises'
import { Button } from 'antd'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'

const zh = {
  sentence: '您受邀参加这次调查。接下来打开的答题页与您的登录无关；答完可用浏览器的“返回”回到这里。',
  open: '打开答题页',
  done: '您已答过这份问卷',
  doneSay: '每人只答一次。谢谢。',
  none: '没有需要您填写的问卷',
  noneSay: '轮次可能已经结束。',
  stored: '关于保密',
}
const en: typeof zh = {
  sentence:
    'You are invited to this survey. The page for answering comes next and does not know who is signed in; “Back” of the browser returns here.',
  open: 'Open the page for answering',
  done: 'You have answered this one',
  doneSay: 'Everybody answers once. Thank you.',
  none: 'There is nothing for you to answer here',
  noneSay: 'The survey may have closed.',
  stored: 'What is stored',
}

/** From one's own first page to the page for answering: the link is made for this person and seen by nobody else. */
export function AnswerPage() {
  const text = useText({ zh, en })
  const { language, pick } = useLanguage()
  const waveId = useParam('waveId')
  const own = useAsk(listOwnInvitations, {}).invitations.find((one) => one.waveId === waveId)
  const opening = useDo(openOwnInvitation)
  const open = async () => {
    const { link } = await opening.run({ waveId })
    window.location.assign(link)
  }
  if (!own) return <Empty title={text.none} sentence={text.noneSay} />
  if (own.answered) return <Empty title={text.done} sentence={text.doneSay} />
  return (
    <>
      <PageHead
        title={pick(own.name)}
        sentence={text.sentence}
        primary={
          <Button type="primary" loading={opening.busy} onClick={() => void open().catch(() => undefined)}>
            {text.open}
          </Button>
        }
      />
      {opening.refused && <RefusalNote refused={opening.refused} />}
      <Panel title={`${text.stored} · ${pick(PROMISES[own.mode].name)}`}>
        <ul>
          {PROMISES[own.mode].stored[language].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
