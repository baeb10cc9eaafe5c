import { WORKED_CASES } from '@milepost/scorecard/worked/workedCases'
import { Alert, Button } from 'antd'
import { useMemo } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { givenLines } from './givenLines.ts'
import { Readings } from './Readings.tsx'
import { SameMark } from './SameMark.tsx'
import { en, zh } from './text.ts'
import { useServerChecks } from './useServerChecks.ts'
import { workOut } from './workedReadings.ts'

/** V21a, V21b and V21c are parts of one case. */
const numbered = new Set(WORKED_CASES.map(({ code }) => code.replace(/[a-z]$/, '')))

/** Every case with what must come out and what comes out here, and on the server when asked. */
export function CaseList() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const rows = useMemo(() => WORKED_CASES.map((one) => ({ ...one, readings: workOut(one.expected, one)?.readings ?? [] })), [])
  const numbers = rows.flatMap(({ readings }) => readings)
  const wrong = numbers.filter(({ same }) => !same).length
  const server = useServerChecks(WORKED_CASES)
  const verdict = (row: (typeof rows)[number]) =>
    row.readings.length > 0 && row.readings.every(({ same }) => same) && server.same.get(row.code) !== false
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence(numbered.size, WORKED_CASES.length, WORKED_CASES.filter(({ card }) => card !== null).length)}
        primary={
          server.busy ? <Button onClick={server.stop}>{text.stop}</Button> : <Button onClick={server.start}>{text.askServer}</Button>
        }
      />
      <div className="mp-stack">
        <Alert
          type={wrong === 0 ? 'success' : 'error'}
          showIcon
          role="status"
          title={wrong === 0 ? text.allSame(numbers.length) : text.someDiffer(wrong, numbers.length)}
          description={server.same.size > 0 ? text.asked(server.same.size, server.all) : undefined}
        />
        {server.refused && <RefusalNote refused={server.refused} />}
        <DataTable
          label={text.list}
          rows={rows}
          rowKey={(row) => row.code}
          href={(row) => `/design/worked-cases?case=${row.code}`}
          onPhone="cards"
          exportAs={text.title}
          columns={[
            { key: 'code', title: text.code, value: (row) => row.code, width: 76 },
            {
              key: 'what',
              title: text.what,
              value: (row) => pick(row.name),
              text: (row) => `${pick(row.name)} ${givenLines(row.card, pick).join('; ')}`,
              show: (row) => (
                <span className="mp-worked-readings">
                  {pick(row.name)}
                  {givenLines(row.card, pick).map((line) => (
                    <small key={line}>{line}</small>
                  ))}
                </span>
              ),
              width: 320,
            },
            { key: 'hand', title: text.byHand, value: (row) => pick(row.byHand), width: 230 },
            {
              key: 'expected',
              title: text.expected,
              value: (row) => row.expected.map(({ value }) => value).join(' '),
              show: (row) => <Readings of={row.expected.map((one) => ({ ...one, shown: one.value }))} />,
              width: 200,
            },
            {
              key: 'here',
              title: text.here,
              value: (row) => row.readings.map(({ got }) => got ?? '–').join(' '),
              show: (row) => <Readings of={row.readings.map((one) => ({ ...one, shown: one.got }))} />,
              width: 200,
            },
            {
              key: 'server',
              title: text.server,
              value: (row) => serverWord(row.card === null ? null : server.same.get(row.code), text),
              width: 110,
            },
            {
              key: 'verdict',
              title: text.verdict,
              value: (row) => (verdict(row) ? text.same : text.differs),
              show: (row) => <SameMark same={verdict(row)} />,
              width: 120,
            },
          ]}
        />
      </div>
    </>
  )
}

const serverWord = (same: boolean | null | undefined, text: typeof zh): string => {
  if (same === null) return text.noCard
  if (same === undefined) return text.notYet
  return same ? text.same : text.differs
}
