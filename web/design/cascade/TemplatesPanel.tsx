import { chooseTemplates } from '@milepost/contract/design/cascade'
import { Select } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Cascade, CascadeUnit } from './cascadeNodes.ts'
import { en, zh } from './text.ts'

type Template = CascadeUnit['template']

/** Which template drafts which card, why it was proposed, and the choice of another. */
export function TemplatesPanel({ cascade }: { readonly cascade: Cascade }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const choosing = useDo(chooseTemplates)
  const because = ({ because, words }: Template) => `${text.becauses[because]}${words === '' ? '' : text.words(words)}`
  const choice = (
    label: string,
    template: Template,
    options: readonly { code: string; name: { zh: string; en: string } }[],
    choose: (code: string | null) => void,
  ) => (
    <Select
      aria-label={label}
      value={template.templateCode ?? (template.because === 'chosen-none' ? '' : null)}
      placeholder={text.reset}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      options={[...options.map((one) => ({ value: one.code, label: pick(one.name) })), { value: '', label: text.noTemplate }]}
      onChange={(code) => choose(code === '' ? null : code)}
    />
  )
  return (
    <Panel title={text.templates} sentence={text.templatesSay}>
      {choosing.refused !== null && <RefusalNote refused={choosing.refused} />}
      <h3>{text.unitTemplates}</h3>
      <DataTable
        label={text.unitTemplates}
        plain
        onPhone="cards"
        rows={cascade.units.filter((unit) => unit.kind !== 'bureau')}
        rowKey={(unit) => unit.unitId}
        columns={[
          { key: 'unit', title: text.unit, value: (unit) => pick(unit.name), width: 220 },
          {
            key: 'template',
            title: text.template,
            value: (unit) => unit.template.templateCode,
            width: 260,
            show: (unit) =>
              choice(
                `${text.template} ${pick(unit.name)}`,
                unit.template,
                cascade.unitTemplates.filter((one) => one.unitKind === unit.kind),
                (templateCode) => choosing.start({ units: [{ unitId: unit.unitId, templateCode }] }),
              ),
          },
          { key: 'because', title: text.because, value: (unit) => because(unit.template) },
        ]}
      />
      <h3 style={{ marginTop: 20 }}>{text.postTemplates}</h3>
      <DataTable
        label={text.postTemplates}
        plain
        onPhone="cards"
        rows={cascade.posts.filter((post) => post.people > 0)}
        rowKey={(post) => post.postId}
        columns={[
          { key: 'post', title: text.post, value: (post) => pick(post.title), width: 220 },
          { key: 'people', title: text.holders, kind: 'number', value: (post) => post.people, width: 80 },
          {
            key: 'template',
            title: text.template,
            value: (post) => post.template.templateCode,
            width: 260,
            show: (post) =>
              choice(`${text.template} ${pick(post.title)}`, post.template, cascade.postTemplates, (templateCode) =>
                choosing.start({ posts: [{ postId: post.postId, templateCode }] }),
              ),
          },
          { key: 'because', title: text.because, value: (post) => because(post.template) },
        ]}
      />
    </Panel>
  )
}
