import { answerConflictSign, readConflictSigns } from '@milepost/contract/appraise/conflicts'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { AND, COLON } from '../words.ts'

const zh = {
  title: '需要核实的迹象',
  says: '由评分与提名自动发现，只是线索：核实后认定为回避关系，或说明理由排除。',
  none: '没有发现迹象。',
  sign: '迹象',
  signs: {
    'rated-though-tied': '有回避关系而评了分',
    'nominated-each-other': '互相提名为评分人',
    'lift-each-other': '互评明显高于其他人',
    'complained-about-rater': '曾申请复核，仍由其评分',
  },
  lifts: (one: string, other: string) => `高出 ${one} 和 ${other} 分`,
  one: '一方',
  other: '另一方',
  state: '核实',
  open: '待核实',
  tied: '重新计分时此评分不计；等次已定的，申请重新开启或更正（第39条）',
  look: '看被评人的考核',
  cleared: '已排除',
  find: '认定回避',
  clear: '排除',
  reason: '理由（至少 5 字）',
}
const en: typeof zh = {
  title: 'Signs to look into',
  says: 'Found in ratings and nominations, and leads only: look into each and find a tie, or clear it with a reason.',
  none: 'Nothing was found.',
  sign: 'Sign',
  signs: {
    'rated-though-tied': 'rated though tied',
    'nominated-each-other': 'nominated each other',
    'lift-each-other': 'rate each other far above all others',
    'complained-about-rater': 'went against an earlier grade, rated by the same superior',
  },
  lifts: (one, other) => `${one} and ${other} points above`,
  one: 'One',
  other: 'Other',
  state: 'Finding',
  open: 'open',
  tied: 'does not count once scores are computed anew; where the grade is decided, have it reopened or corrected (Art. 39)',
  look: 'The appraisal of the person rated',
  cleared: 'cleared',
  find: 'Find a tie',
  clear: 'Clear',
  reason: 'Reason (at least 5 characters)',
}

type Sign = OutputOf<typeof readConflictSigns>['signs'][number]
type Asked = { readonly sign: Sign; readonly verdict: 'tied' | 'cleared' }

/** Where somebody may have had to step aside and nobody said so. */
export function SignsPanel() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const cycleId = chosen.cycle?.cycleId ?? ''
  const { answer } = useAskMaybe(readConflictSigns, chosen.cycle && { cycleId })
  const answering = useDo(answerConflictSign)
  const [asked, setAsked] = useState<Asked | null>(null)
  const signs = answer?.signs ?? []
  return (
    <Panel title={text.title} sentence={text.says} acts={<CycleChoice chosen={chosen} />}>
      {signs.length === 0 ? (
        <p className="mp-soft">{text.none}</p>
      ) : (
        <DataTable
          label={text.title}
          plain
          onPhone="cards"
          rows={signs}
          rowKey={(row) => `${row.sign} ${row.person.personId} ${row.other.personId}`}
          columns={[
            {
              key: 'sign',
              title: text.sign,
              value: (row) => {
                const [one, other] = row.lifts
                return one !== undefined && other !== undefined
                  ? `${text.signs[row.sign]}（${text.lifts(one, other)}）`
                  : text.signs[row.sign]
              },
            },
            { key: 'one', title: text.one, value: (row) => row.person.name, width: 110 },
            { key: 'other', title: text.other, value: (row) => row.other.name, width: 110 },
            {
              key: 'state',
              title: text.state,
              value: (row) =>
                row.cleared
                  ? `${text.cleared} · ${row.cleared.by}${pick(COLON)}${row.cleared.reason}`
                  : row.sign === 'rated-though-tied'
                    ? text.tied
                    : text.open,
            },
            {
              key: 'acts',
              title: '',
              acts: true,
              value: () => '',
              show: (row: Sign) =>
                row.cleared ? null : row.sign === 'rated-though-tied' ? (
                  <PageLink href={`/appraise/people/${row.other.personId}?year=${chosen.cycle?.year}`}>{text.look}</PageLink>
                ) : (
                  <Space>
                    <Button size="small" onClick={() => setAsked({ sign: row, verdict: 'tied' })}>
                      {text.find}
                    </Button>
                    <Button size="small" onClick={() => setAsked({ sign: row, verdict: 'cleared' })}>
                      {text.clear}
                    </Button>
                  </Space>
                ),
              width: 180,
            },
          ]}
        />
      )}
      {asked && (
        <FormDialog
          title={`${asked.verdict === 'tied' ? text.find : text.clear} · ${asked.sign.person.name}${pick(AND)}${asked.sign.other.name}`}
          fields={[{ key: 'reason', label: text.reason, kind: 'area' }]}
          start={{}}
          acting={answering}
          onSave={({ reason = '' }) =>
            answering.run({
              cycleId,
              sign: asked.sign.sign,
              personId: asked.sign.person.personId,
              otherPersonId: asked.sign.other.personId,
              verdict: asked.verdict,
              reason,
            })
          }
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  )
}
