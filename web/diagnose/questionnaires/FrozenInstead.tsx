import { listQuestionnaires } from '@milepost/contract/diagnose/waves'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'

const zh = { version: (code: string, n: number) => `查看定稿：${code} 第 ${n} 版`, all: '返回问卷与题库' }
const en: typeof zh = { version: (code, n) => `See what was frozen: ${code}, version ${n}`, all: 'Back to the questionnaires' }

/** Where a draft went that somebody else has frozen meanwhile. */
export function FrozenInstead({ code }: { readonly code: string }) {
  const text = useText({ zh, en })
  const { answer } = useAskMaybe(listQuestionnaires, {})
  const versions = answer?.questionnaires.filter((one) => one.code === code).map((one) => one.version) ?? []
  return (
    <p style={{ margin: '0 0 16px' }}>
      <LinkButton href="/diagnose/questionnaires">{versions.length > 0 ? text.version(code, Math.max(...versions)) : text.all}</LinkButton>
    </p>
  )
}
