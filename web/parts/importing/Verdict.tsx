import type { ImportReport, ImportStep, RowVerdict } from '@milepost/contract/importing'
import { Alert, Button } from 'antd'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Column } from '../Column.ts'
import { DataTable } from '../DataTable.tsx'
import { rowsToSave } from './rowsToSave.ts'
import { en, zh } from './text.ts'

type VerdictProps = {
  readonly report: ImportReport
  readonly fileName: string
  readonly onSave: (step: ImportStep) => void
  readonly onForget: () => void
}

const KINDS = ['new', 'changed', 'same', 'wrong'] as const

/** What the file would do, row by row, and the choice to do it. */
export function Verdict({ report, fileName, onSave, onForget }: VerdictProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { counts } = report
  const toSave = rowsToSave(report)
  const saidProblems = (row: RowVerdict) => row.problems.map(({ column, message }) => text.problem(column, pick(message)))
  const saidNotes = (row: RowVerdict) => row.notes.map(({ column, message }) => text.problem(`${text.notes} · ${column}`, pick(message)))
  const saidChanges = (row: RowVerdict) =>
    row.changes.map(({ column, before, now }) => text.problem(column, text.change(pick(before), pick(now))))
  const columns: readonly Column<RowVerdict>[] = [
    { key: 'row', title: text.row, kind: 'number', value: ({ row }) => row, width: 80 },
    {
      key: 'key',
      title: text.key,
      value: ({ key }) => key,
      show: ({ key }) => (
        <span className="mp-verdict-key" title={shortened(key)}>
          {shortened(key)}
        </span>
      ),
    },
    {
      key: 'verdict',
      title: text.verdict,
      filter: true,
      value: ({ verdict }) => text.counts[verdict],
      show: ({ verdict }) => <span className={`mp-verdict mp-verdict-${verdict}`}>{text.counts[verdict]}</span>,
      width: 110,
    },
    {
      key: 'problems',
      title: text.problems,
      value: (row) => [...saidChanges(row), ...saidProblems(row), ...saidNotes(row)].join('；'),
      show: (row) => (
        <>
          {[...saidChanges(row), ...saidProblems(row)].map((said) => (
            <div key={said}>{shortened(said)}</div>
          ))}
          {saidNotes(row).map((said) => (
            <div key={said} className="mp-soft">
              {shortened(said)}
            </div>
          ))}
        </>
      ),
      width: 420,
    },
  ]
  const outcome = toSave === 0 ? text.savedNothingNew : text.saved(toSave)
  return (
    <div className="mp-verdicts">
      {report.saved ? (
        <Alert
          type={counts.wrong > 0 ? 'warning' : 'success'}
          showIcon
          title={counts.wrong > 0 ? `${outcome} ${text.skipped(counts.wrong)}` : outcome}
        />
      ) : (
        <Alert type={counts.wrong > 0 ? 'warning' : 'info'} showIcon title={fileName} description={text.nothingSaved} />
      )}
      <dl className="mp-import-counts">
        {KINDS.map((kind) => (
          <div key={kind} className={`mp-verdict-${kind}`} data-none={counts[kind] === 0}>
            <dt>{text.counts[kind]}</dt>
            <dd>{counts[kind]}</dd>
          </div>
        ))}
      </dl>
      {report.saved ? (
        <div>
          <Button onClick={onForget}>{text.again}</Button>
        </div>
      ) : (
        <div className="mp-import-acts">
          {counts.wrong === 0 ? (
            <Button type="primary" disabled={toSave === 0} onClick={() => onSave('save')}>
              {toSave === 0 ? text.nothingToSave : text.save(toSave)}
            </Button>
          ) : (
            toSave > 0 && <Button onClick={() => onSave('save-right-rows')}>{text.saveRight(toSave)}</Button>
          )}
          <Button type="text" onClick={onForget}>
            {text.cancel}
          </Button>
        </div>
      )}
      {report.rows.length < report.rowsInFile && <p className="mp-panel-say">{text.some(report.rows.length, report.rowsInFile)}</p>}
      <DataTable
        label={text.table}
        columns={columns}
        rows={report.rows}
        rowKey={({ row }) => String(row)}
        exportAs={text.exportAs}
        onPhone="cards"
      />
    </div>
  )
}

const MOST = 200

/** A cell quoted in full can hold a whole page: its beginning says which it is, the end of the sentence how to mend it. */
const shortened = (said: string) => {
  const letters = [...said]
  return letters.length <= MOST ? said : `${letters.slice(0, MOST / 2).join('')}…${letters.slice(-MOST / 2).join('')}`
}
