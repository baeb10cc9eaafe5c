import { answerRole, nominateRater, readNominations } from '@milepost/contract/appraise/raters'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { GROUPS } from '../words.ts'

const zh = {
  title: '提名评分人',
  own: '可提名了解您工作的同事或服务对象，由上级或绩效办同意后评分。本人和有回避关系的人不能提名（《事业单位人事管理条例》第39条）。',
  grants:
    '本人提名的，由您同意或不同意；您直接提名的随即生效，对方马上可以评分。请提名了解其工作的同事或服务对象；被评人本人和有回避关系的人不能提名（《事业单位人事管理条例》第39条）。',
  none: '没有提名。',
  nominate: '提名',
  who: '评分人',
  group: '类别',
  reason: '理由（至少 5 字）',
  states: { asked: '待同意', granted: '已同意', refused: '未同意' },
  grant: '同意',
  refuse: '不同意',
}
const en: typeof zh = {
  title: 'Nominated raters',
  own: 'Name colleagues or people you serve who know your work; your superior or the office grants it. Neither yourself nor anybody you are tied to (Personnel Regulation, Art. 39).',
  grants:
    'Whom the person asks for you grant or refuse. Whom you name yourself may rate at once: colleagues or people served who know the work, neither the person rated nor anybody tied to them (Personnel Regulation, Art. 39).',
  none: 'Nobody has been nominated.',
  nominate: 'Nominate',
  who: 'Rater',
  group: 'Group',
  reason: 'Reason (at least 5 characters)',
  states: { asked: 'waits', granted: 'granted', refused: 'refused' },
  grant: 'Grant',
  refuse: 'Refuse',
}
const GROUPS_NAMED = ['peers', 'subordinates', 'service-users'] as const

/** Whom a person asked for as raters: the person asks here, the superior answers here. */
export function NominationsPanel({ appraisalId }: { readonly appraisalId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readNominations, { appraisalId })
  const answering = useDo(answerRole)
  const nominating = useDo(nominateRater)
  const [open, setOpen] = useState(false)
  if (!answer || (answer.nominations.length === 0 && !answer.mayNominate)) return null
  const says = answer.mayAnswer ? text.grants : text.own
  const nameOf = (group: string) => pick(GROUPS[group] ?? { zh: group, en: group })
  return (
    <Panel title={text.title} sentence={says} acts={answer.mayNominate && <Button onClick={() => setOpen(true)}>{text.nominate}</Button>}>
      {answering.refused && <RefusalNote refused={answering.refused} />}
      {answer.nominations.length === 0 && <p className="mp-soft">{text.none}</p>}
      {answer.nominations.map((one) => (
        <p key={one.raterRoleId} className="mp-under">
          <strong>{one.rater}</strong> · {nameOf(one.group)} · {text.states[one.state]} · {one.reason}{' '}
          {one.state === 'asked' && answer.mayAnswer && (
            <Space>
              <Button size="small" onClick={() => answering.start({ raterRoleId: one.raterRoleId, granted: true })}>
                {text.grant}
              </Button>
              <Button size="small" onClick={() => answering.start({ raterRoleId: one.raterRoleId, granted: false })}>
                {text.refuse}
              </Button>
            </Space>
          )}
        </p>
      ))}
      {open && (
        <FormDialog
          title={text.nominate}
          sentence={says}
          fields={[
            { key: 'personId', label: text.who, kind: 'choice', options: peopleOptions(answer.people) },
            { key: 'group', label: text.group, kind: 'choice', options: GROUPS_NAMED.map((one) => ({ value: one, label: nameOf(one) })) },
            { key: 'reason', label: text.reason, kind: 'text' },
          ]}
          start={{ group: 'peers' }}
          acting={nominating}
          onSave={({ personId = '', group = '', reason = '' }) =>
            nominating.run({ appraisalId, personId, group: GROUPS_NAMED.find((one) => one === group) ?? 'peers', reason })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  )
}
