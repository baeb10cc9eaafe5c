import { type RulesVersion, readPayRules } from '@milepost/contract/reward/payRules'
import { GRADES } from '@milepost/terms/grades'
import { Alert } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAsk } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** By which factors pay is shared out, for everybody on the staff, version by version. */
export function FactorsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { versions, source } = useAsk(readPayRules, {})
  const [now, ...before] = versions
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} primary={now ? <PrintButton /> : undefined} />
      {now === undefined ? (
        <Empty title={text.emptyTitle} sentence={text.empty} />
      ) : (
        <div className="mp-stack">
          <Version version={now} isNow />
          {before.map((version) => (
            <Version key={version.version} version={version} isNow={false} />
          ))}
          <p className="mp-soft">{text.source(pick(source.source), source.verified)}</p>
        </div>
      )}
    </>
  )
}

function Version({ version, isNow }: { readonly version: RulesVersion; readonly isNow: boolean }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { settings } = version
  const said = text.published(version.publishedBy, dayOf(version.publishedAt))
  const whole = (
    <div className="mp-stack">
      {isNow && (
        <Alert
          type={version.findings.length === 0 ? 'success' : 'warning'}
          showIcon
          title={version.findings.length === 0 ? text.fit : text.findings}
          description={version.findings.map(({ message }) => pick(message)).join('; ') || undefined}
        />
      )}
      <p>{text.formula}</p>
      <div className="mp-columns">
        <DataTable
          label={text.grade}
          plain
          rows={settings.grades}
          rowKey={(row) => row.grade}
          columns={[
            { key: 'grade', title: text.grade, value: (row) => pick(GRADES[row.grade]) },
            { key: 'factor', title: text.factor, kind: 'number', value: (row) => row.factor },
          ]}
        />
        <Facts
          facts={[
            { key: 'unit', name: text.unitScore, value: `${settings.unitScore.from} – ${settings.unitScore.to}` },
            { key: 'person', name: text.personScore, value: `${settings.personScore.from} – ${settings.personScore.to}` },
            { key: 'noUnit', name: text.unitWithoutScore, value: settings.unitWithoutScore ?? text.refusedWithout },
            { key: 'noPerson', name: text.personWithoutScore, value: settings.personWithoutScore ?? text.refusedWithout },
            { key: 'least', name: text.personLeast, value: settings.personLeast ?? text.notSet },
            { key: 'most', name: text.personMost, value: settings.personMost ?? text.notSet },
            { key: 'leaders', name: text.leadersMost, value: settings.leadersMost ?? text.notSet },
            {
              key: 'absences',
              name: text.absences,
              value: settings.absencesCounted.map((kind) => text.absenceKinds[kind]).join(' · ') || text.notSet,
            },
          ]}
        />
      </div>
      {version.changes.length > 0 && (
        <section>
          <h3>{text.changes}</h3>
          <ul>
            {version.changes.map((one) => (
              <li key={one.what.en}>{text.change(pick(one.what), one.before, one.after)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
  return (
    <Panel title={`${text.version(version.version)}${isNow ? ` · ${text.now}` : ''}`} sentence={`${said} · ${version.reason}`}>
      {isNow ? (
        whole
      ) : (
        <details>
          <summary>{text.version(version.version)}</summary>
          {whole}
        </details>
      )}
    </Panel>
  )
}
