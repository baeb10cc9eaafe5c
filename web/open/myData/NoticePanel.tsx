import { confirmPrivacyNotice, readPrivacyNotice } from '@milepost/contract/open/privacy'
import { Alert, Button } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'

const zh = {
  title: '个人信息告知书',
  version: (n: number, when: string, who: string) => `第 ${n} 版，${who} 于 ${when} 发布`,
  confirm: '我已阅读',
  confirmed: (when: string) => `您已于 ${when} 确认阅读。`,
  ask: '请阅读下列内容并确认。确认只表示已经知晓，不等于同意，也不影响您的任何权利。',
  who: (name: string, contact: string) => `处理者：${name}；联系：${contact}`,
  rights: '您的权利',
  kindFor: (name: string, purpose: string) => `${name}（${purpose}）`,
  semicolon: '；',
  kinds: '处理哪些信息：',
}
const en: typeof zh = {
  title: 'Notice about your personal data',
  version: (n, when, who) => `Version ${n}, published by ${who} on ${when}`,
  confirm: 'I have read it',
  confirmed: (when) => `You confirmed it on ${when}.`,
  ask: 'Please read and confirm. Confirming says that you know, not that you agree, and takes none of your rights.',
  who: (name, contact) => `Holder: ${name}; contact: ${contact}`,
  rights: 'Your rights',
  kindFor: (name, purpose) => `${name} (${purpose})`,
  semicolon: '; ',
  kinds: 'What is processed: ',
}

/** What the staff are told; open until it has been read. */
export function NoticePanel() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { notice, readAt } = useAsk(readPrivacyNotice, {})
  const confirming = useDo(confirmPrivacyNotice)
  if (notice === null) return null
  const { body } = notice
  const words = (
    <>
      <p>{text.who(pick(body.institution), body.contact)}</p>
      <p>
        {text.kinds}
        {body.kinds.map((kind) => text.kindFor(pick(kind.name), pick(kind.purpose))).join(text.semicolon)}
      </p>
      <h3>{text.rights}</h3>
      <ul>
        {body.rights.map((right) => (
          <li key={right.en}>{pick(right)}</li>
        ))}
      </ul>
    </>
  )
  return (
    <Panel title={text.title} sentence={text.version(notice.version, dayOf(notice.publishedAt), notice.publishedBy)}>
      {confirming.refused && <RefusalNote refused={confirming.refused} />}
      {readAt === null ? (
        <>
          <Alert type="info" showIcon title={text.ask} />
          {words}
          <Button type="primary" loading={confirming.busy} onClick={() => confirming.start({ version: notice.version })}>
            {text.confirm}
          </Button>
        </>
      ) : (
        <details>
          <summary>{text.confirmed(dayOf(readAt))}</summary>
          {words}
        </details>
      )}
    </Panel>
  )
}
