import { listPerspectiveTemplates } from '@milepost/contract/design/strategy'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Button, Dropdown } from 'antd'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

export type PerspectiveTemplate = OutputOf<typeof listPerspectiveTemplates>['templates'][number]

/** The library's sets of perspectives, with what each is for; they are a proposal and say so. */
export function TemplateChoice({ onChoose }: { readonly onChoose: (template: PerspectiveTemplate) => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(listPerspectiveTemplates, {})
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: (answer?.templates ?? []).map((one) => ({
          key: one.code,
          label: (
            <span className="mp-template">
              <b>{pick(one.name)}</b>
              {answer?.verified === false && <small> {text.proposal}</small>}
              <br />
              <small>{pick(one.description)}</small>
            </span>
          ),
        })),
        onClick: ({ key }) => {
          const chosen = answer?.templates.find((one) => one.code === key)
          if (chosen) onChoose(chosen)
        },
      }}
    >
      <Button>{text.perspectiveTemplate}</Button>
    </Dropdown>
  )
}
