import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { PageLink } from '../platform/address.tsx'
import { useText } from '../platform/language.tsx'

type SecondaryAction = { readonly key: string; readonly text: string; readonly onClick: () => void; readonly disabled?: boolean }

export type PageHeadProps = {
  readonly title: string
  /** What this page is, in one sentence. */
  readonly sentence: ReactNode
  /** The one primary action, at the right. */
  readonly primary?: ReactNode
  /** Secondary actions, in a menu. */
  readonly more?: readonly SecondaryAction[]
  /** The page this one hangs under. */
  readonly back?: { readonly href: string; readonly text: string }
  /** A quiet word beside the title: a status, a version, "saved 10:42". */
  readonly beside?: ReactNode
}

const zh = { more: '更多操作', product: '里程碑 Milepost' }
const en: typeof zh = { more: 'More actions', product: 'Milepost' }

export function PageHead({ title, sentence, primary, more = [], back, beside }: PageHeadProps) {
  const text = useText({ zh, en })
  useEffect(() => {
    document.title = `${title} · ${text.product}`
  }, [title, text.product])
  return (
    <header className="mp-page-head">
      <div className="mp-page-say">
        {back !== undefined && (
          <PageLink className="mp-back" href={back.href}>
            ← {back.text}
          </PageLink>
        )}
        <div className="mp-page-title">
          <h1>{title}</h1>
          {beside !== undefined && <span className="mp-beside">{beside}</span>}
        </div>
        <p>{sentence}</p>
      </div>
      <div className="mp-page-acts">
        {primary}
        {more.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: more.map(({ key, text, disabled }) => ({ key, label: text, disabled })),
              onClick: ({ key }) => more.find((one) => one.key === key)?.onClick(),
            }}
          >
            <Button className="mp-more" icon={<MoreOutlined aria-hidden />} aria-label={text.more} />
          </Dropdown>
        )}
      </div>
    </header>
  )
}
