import type { committeeVote, says } from '@milepost/contract/appraise/votes'
import { InputNumber, Radio, Select, Space } from 'antd'
import type { z } from 'zod'
import { useLanguage, useText } from '../../platform/language.tsx'
import { AND } from '../words.ts'

export type Vote = z.infer<typeof committeeVote>
type Says = z.infer<typeof says>
type Member = { readonly personId: string; readonly name: string }

const zh = {
  none: '未表决（协商一致，见记录）',
  totals: '按票数',
  byName: '记名',
  for: '同意',
  against: '反对',
  abstained: '弃权',
}
const en: typeof zh = {
  none: 'no vote (by consensus, see minutes)',
  totals: 'totals',
  byName: 'by name',
  for: 'for',
  against: 'against',
  abstained: 'abstained',
}
const SAYS: readonly Says[] = ['for', 'against', 'abstained']

type VoteFieldsProps = { readonly vote: Vote | null; readonly present: readonly Member[]; readonly onChange: (vote: Vote | null) => void }

/** How a vote went: not taken, its totals, or who said what. */
export function VoteFields({ vote, present, onChange }: VoteFieldsProps) {
  const text = useText({ zh, en })
  const begin = (kind: string): Vote | null => {
    if (kind === 'totals') return { kind, for: present.length, against: 0, abstained: 0 }
    if (kind === 'by-name') return { kind, votes: present.map((one) => ({ person: one.personId, says: 'for' })) }
    return null
  }
  return (
    <Space orientation="vertical" style={{ width: '100%' }}>
      <Radio.Group
        value={vote?.kind ?? 'none'}
        onChange={(event) => onChange(begin(event.target.value))}
        options={[
          { value: 'none', label: text.none },
          { value: 'totals', label: text.totals },
          { value: 'by-name', label: text.byName },
        ]}
      />
      {vote?.kind === 'totals' && (
        <Space wrap>
          {SAYS.map((one) => (
            <InputNumber
              key={one}
              aria-label={text[one]}
              prefix={text[one]}
              min={0}
              max={40}
              value={vote[one]}
              onChange={(n) => onChange({ ...vote, [one]: n ?? 0 })}
            />
          ))}
        </Space>
      )}
      {vote?.kind === 'by-name' && (
        <div className="mp-vote-names">
          {present.map((member) => (
            <div key={member.personId}>
              <span>{member.name}</span>
              <Select<Says>
                aria-label={member.name}
                size="small"
                style={{ width: 100 }}
                value={vote.votes.find((one) => one.person === member.personId)?.says ?? 'abstained'}
                onChange={(said) =>
                  onChange({
                    ...vote,
                    votes: present.map((one) => ({
                      person: one.personId,
                      says:
                        one.personId === member.personId ? said : (vote.votes.find((v) => v.person === one.personId)?.says ?? 'abstained'),
                    })),
                  })
                }
                options={SAYS.map((one) => ({ value: one, label: text[one] }))}
              />
            </div>
          ))}
        </div>
      )}
    </Space>
  )
}

type Read = {
  readonly for: number
  readonly against: number
  readonly abstained: number
  readonly names: readonly { name: string; says: Says }[]
}

/** A vote as it is read in the minutes. */
export function VoteLine({ vote }: { readonly vote: Read | null }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (vote === null) return null
  const names = vote.names.map((one) => `${one.name} ${text[one.says]}`).join(pick(AND))
  return (
    <p className="mp-under">
      {text.for} {vote.for} · {text.against} {vote.against} · {text.abstained} {vote.abstained}
      {names === '' ? '' : ` · ${names}`}
    </p>
  )
}
