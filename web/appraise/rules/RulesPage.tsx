import { readRules, withdrawRules } from '@milepost/contract/appraise/rules'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../appraise.css'
import { AND, dayOf } from '../words.ts'
import { DifferencesTable } from './DifferencesTable.tsx'
import { ItemsPanel } from './ItemsPanel.tsx'
import { LayDialog } from './LayDialog.tsx'
import { numberGroups } from './numbers.ts'
import { en, zh } from './text.ts'

/** The rules in force on a day, where each comes from, and the institution's own pack over them. */
export function RulesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [on, setOn] = useState('')
  const answer = useAsk(readRules, on === '' ? {} : { on })
  const withdrawing = useDo(withdrawRules)
  const mayLay = useMay('rules.lay')
  const [isLaying, setLaying] = useState(false)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={text.current(pick(answer.pack.title), answer.pack.inForceFrom)}
        primary={
          mayLay && (
            <Button type="primary" onClick={() => setLaying(true)}>
              {text.lay}
            </Button>
          )
        }
      />
      {withdrawing.refused && <RefusalNote refused={withdrawing.refused} />}
      <div className="mp-vote-fields">
        <Field label={text.on} hint={pick(answer.pack.source)}>
          {(control) => <DayField control={control} value={on === '' ? answer.on : on} isNeeded onChange={setOn} />}
        </Field>
      </div>
      <Panel title={text.numbers} sentence={text.numbersSay}>
        {numberGroups(answer.numbers).map(({ key, numbers }) => (
          <dl key={key} className="mp-rule-now">
            <dt>{text.groups[key]}</dt>
            <dd>{numbers.map(({ name, now, isShare }) => `${pick(name)} ${now}${isShare ? '%' : ''}`).join(pick(AND))}</dd>
          </dl>
        ))}
      </Panel>
      <Panel title={text.differences} sentence={text.differencesSay}>
        <DifferencesTable rows={answer.differences} groups={numberGroups(answer.numbers)} />
      </Panel>
      {answer.own.length > 0 && (
        <Panel title={text.own} sentence={text.ownSay}>
          <DataTable
            label={text.own}
            plain
            onPhone="cards"
            rows={answer.own}
            rowKey={(row) => row.overlayId}
            columns={[
              { key: 'version', title: text.version, kind: 'number', value: (row) => row.version, width: 80 },
              { key: 'name', title: text.name, value: (row) => pick(row.name) },
              { key: 'source', title: text.source, value: (row) => row.source, width: 200 },
              { key: 'from', title: text.inForceFrom, value: (row) => row.inForceFrom, width: 130 },
              { key: 'laid', title: text.laid, value: (row) => `${row.laidBy} ${dayOf(row.laidAt)}`, width: 160 },
              {
                key: 'acts',
                title: '',
                acts: true,
                value: () => null,
                width: 150,
                show: (row) =>
                  row.withdrawnBy !== null
                    ? text.withdrawn(row.withdrawnBy)
                    : mayLay && (
                        <Button size="small" loading={withdrawing.busy} onClick={() => withdrawing.start({ overlayId: row.overlayId })}>
                          {text.withdraw}
                        </Button>
                      ),
              },
            ]}
          />
        </Panel>
      )}
      <ItemsPanel items={answer.items} />
      <div className="mp-under">
        <DataTable
          label={text.title}
          exportAs="rules"
          onPhone="cards"
          rows={answer.rules}
          rowKey={(row) => row.id}
          columns={[
            { key: 'article', title: text.article, value: (row) => text.articleOf(row.article), width: 110 },
            { key: 'rule', title: text.rule, value: (row) => pick(row.text) },
            { key: 'severity', title: text.severity, value: (row) => text.severities[row.severity], filter: true, width: 90 },
            { key: 'mark', title: text.mark, value: (row) => (row.verified ? text.verified : text.toVerify), filter: true, width: 170 },
            { key: 'from', title: text.from, value: (row) => text.froms[row.from], filter: true, width: 130 },
            { key: 'checked', title: text.checked, value: (row) => (row.checked ? text.machine : text.people), filter: true, width: 110 },
          ]}
        />
      </div>
      {isLaying && <LayDialog groups={numberGroups(answer.numbers)} onClose={() => setLaying(false)} />}
    </>
  )
}
