import { readAgreement } from '@milepost/contract/diagnose/interviews'
import { Alert } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { cut, percent } from '../results/percent.ts'
import { en, zh } from './text.ts'

export function AgreementPage() {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  const waveId = useParam('waveId')
  const given = useAsk(readAgreement, { waveId })
  const comma = language === 'zh' ? '、' : ', '
  const { overall } = given
  const kappa = overall?.kappa ?? null
  const waiting = given.waiting.map((one) => text.waiting(one.number, one.missing)).join(comma)
  return (
    <>
      <PageHead
        title={text.agreementTitle}
        sentence={
          overall
            ? text.agreementSentence(given.sentences, given.interviews.map(text.number).join(comma), given.coders.join(comma))
            : text.agreementNoneSay
        }
        back={{ href: `/diagnose/${waveId}/interviews`, text: text.toList }}
        primary={overall ? <PrintButton /> : undefined}
      />
      {!overall && <Empty title={text.agreementNone} sentence={waiting || text.agreementNoneSay} />}
      {overall && (
        <>
          <Panel>
            {kappa !== null && (
              <Alert
                showIcon
                style={{ marginBottom: 12 }}
                type={kappa >= given.leastKappa ? 'success' : 'warning'}
                title={(kappa >= given.leastKappa ? text.verdictGood : text.verdictPoor)(cut(kappa, 2), cut(given.leastKappa, 2))}
                description={waiting}
              />
            )}
            <DataTable
              label={text.agreementTitle}
              plain
              exportAs="agreement"
              onPhone="cards"
              rows={[overall, ...given.codes]}
              rowKey={(row) => row.code ?? ''}
              columns={[
                { key: 'code', title: text.code, value: (row) => row.code ?? text.overall, width: 110 },
                { key: 'both', title: text.both, kind: 'number', value: (row) => row.both, width: 70 },
                { key: 'first', title: text.onlyFirst, kind: 'number', value: (row) => row.onlyFirst, width: 95 },
                { key: 'second', title: text.onlySecond, kind: 'number', value: (row) => row.onlySecond, width: 110 },
                { key: 'neither', title: text.neither, kind: 'number', value: (row) => row.neither, width: 85 },
                {
                  key: 'percent',
                  title: text.percent,
                  kind: 'number',
                  value: (row) => row.percent,
                  show: (row) => percent(row.percent),
                  width: 110,
                },
                {
                  key: 'kappa',
                  title: text.kappa,
                  kind: 'number',
                  value: (row) => row.kappa,
                  show: (row) => (row.because ? (text.because[row.because] ?? row.because) : cut(row.kappa, 3)),
                  width: 130,
                },
                {
                  key: 'interval',
                  title: text.interval,
                  value: (row) => (row.interval ? `${cut(row.interval.low, 2)} – ${cut(row.interval.high, 2)}` : '–'),
                  width: 130,
                },
                {
                  key: 'alpha',
                  title: text.alpha,
                  kind: 'number',
                  value: (row) => row.alpha,
                  show: (row) => (row.alpha === null ? '–' : cut(row.alpha, 3)),
                  width: 165,
                },
              ]}
            />
          </Panel>
          <Panel title={`${text.disagreements} (${given.disagreements.length})`}>
            <DataTable
              label={text.disagreements}
              exportAs="disagreements"
              onPhone="cards"
              rows={given.disagreements}
              rowKey={(row) => `${row.interviewId} ${row.start}`}
              href={(row) => `/diagnose/interviews/${row.interviewId}`}
              columns={[
                { key: 'number', title: '', value: (row) => row.number, show: (row) => text.number(row.number), width: 90 },
                { key: 'text', title: text.words, value: (row) => row.text },
                { key: 'first', title: text.first, value: (row) => row.first.join(', ') || '–', width: 180 },
                { key: 'second', title: text.second, value: (row) => row.second.join(', ') || '–', width: 180 },
              ]}
            />
          </Panel>
        </>
      )}
    </>
  )
}
