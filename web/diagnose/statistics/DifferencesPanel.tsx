import { readDifferences } from '@milepost/contract/diagnose/statistics'
import { Select } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { cut } from '../results/percent.ts'
import { GapPicture } from './GapPicture.tsx'
import { type Statistics, saidP } from './statistics.ts'
import { en, zh } from './text.ts'

type Comparison = Statistics['comparisons'][number]
const LEVEL = 0.05

/** Levels, or what people said of themselves: which groups see a construct differently. */
export function DifferencesPanel({ waveId }: { readonly waveId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [by, setBy] = useAddressValue('by')
  const { answer, refused } = useAskMaybe(readDifferences, { waveId, ...(by ? { by } : {}) })
  if (refused) return <RefusalNote refused={refused} />
  if (!answer)
    return (
      <Panel folds title={text.differences}>
        {text.wait}
      </Panel>
    )
  const chosen = answer.divisions.find((one) => one.code === answer.by)
  return (
    <Panel folds title={text.differences} sentence={text.differencesSay}>
      {answer.divisions.length > 1 && (
        <div className="mp-inline-fields">
          <Field label={text.differencesBy}>
            {(control) => (
              <Select
                {...control}
                style={{ width: 260, maxWidth: '100%' }}
                showSearch={{ optionFilterProp: 'label' }}
                value={answer.by}
                onChange={setBy}
                options={answer.divisions.map((one) => ({ value: one.code, label: pick(one.name) }))}
              />
            )}
          </Field>
        </div>
      )}
      {answer.because === null ? (
        <Compared comparisons={answer.comparisons} by={chosen ? pick(chosen.name) : text.level} />
      ) : (
        <p>{text.differencesNone[answer.because]}</p>
      )}
    </Panel>
  )
}

/** The difference in a sentence first, the figures after it. */
function Compared({ comparisons, by }: { readonly comparisons: Statistics['comparisons']; readonly by: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const reasons: Readonly<Record<string, string>> = text.reasons
  const beyond = comparisons.filter((one) => one.adjustedP !== null && one.adjustedP < LEVEL)
  const sentenceOf = (one: Comparison): string => {
    const order = one.groups.toSorted((a, b) => b.mean - a.mean)
    const [high, low] = [order[0], order.at(-1)]
    if (!high || !low) return ''
    const size = text.size[one.effect?.size ?? 'none']
    return text.difference(
      by,
      pick(one.name),
      pick(high.name),
      cut(high.mean, 2),
      pick(low.name),
      cut(low.mean, 2),
      size,
      saidP(one.adjustedP, text),
    )
  }
  const meanOf = (group: Comparison['groups'][number]) => `${pick(group.name)} ${cut(group.mean, 2)} (${group.n})`
  // pairs say something only where the groups differ as a whole
  const pairs = beyond.flatMap((one) =>
    one.pairs.map((pair) => {
      const named = (code: string) => {
        const group = one.groups.find((each) => each.stratum === code)
        return group ? pick(group.name) : code
      }
      return { ...pair, construct: one.construct, name: one.name, aName: named(pair.a), bName: named(pair.b) }
    }),
  )
  return (
    <>
      {beyond.length === 0 ? (
        <p>{text.noDifference(by)}</p>
      ) : (
        <ul>
          {beyond.map((one) => (
            <li key={one.construct}>{sentenceOf(one)}</li>
          ))}
        </ul>
      )}
      <GapPicture comparisons={comparisons} />
      <DataTable
        label={text.differences}
        plain
        exportAs="differences"
        rows={comparisons}
        rowKey={(row) => row.construct}
        columns={[
          {
            key: 'construct',
            title: text.construct,
            value: (row) => `${row.construct} ${pick(row.name)}`,
            show: (row) => <div style={{ minWidth: 110 }}>{`${row.construct} ${pick(row.name)}`}</div>,
          },
          {
            key: 'levels',
            title: text.levels,
            value: (row) => row.groups.map(meanOf).join(' · '),
            show: (row) => (
              <div style={{ minWidth: 210 }}>
                {row.groups.map((group) => (
                  <div key={group.stratum}>{meanOf(group)}</div>
                ))}
              </div>
            ),
          },
          {
            key: 'test',
            title: text.test,
            value: (row) => (row.because ? (reasons[row.because] ?? row.because) : text.tests[row.test]),
            width: 100,
          },
          {
            key: 'statistic',
            title: text.statistic,
            kind: 'number',
            value: (row) => row.statistic,
            show: (row) => (row.statistic === null ? '–' : cut(row.statistic, 2)),
            width: 90,
          },
          {
            key: 'df',
            title: text.df,
            value: (row) =>
              [row.df1, row.df2]
                .filter((df) => df !== null)
                .map((df) => cut(df, 1))
                .join('; ') || '–',
            width: 100,
          },
          {
            key: 'adjusted',
            title: text.adjusted,
            kind: 'number',
            value: (row) => row.adjustedP,
            show: (row) => saidP(row.adjustedP, text),
            width: 110,
          },
          {
            key: 'effect',
            title: text.effect,
            value: (row) =>
              row.effect
                ? `${row.effect.kind === 'hedges-g' ? 'g' : 'ω²'} = ${cut(row.effect.value, 2)} (${text.size[row.effect.size]})`
                : '–',
            width: 150,
          },
        ]}
      />
      {pairs.length > 0 && (
        <>
          <h3 className="mp-table-title">{text.pairs}</h3>
          <DataTable
            label={text.pairs}
            plain
            exportAs="pairs"
            rows={pairs}
            rowKey={(row) => `${row.construct} ${row.a} ${row.b}`}
            columns={[
              { key: 'construct', title: text.construct, value: (row) => `${row.construct} ${pick(row.name)}` },
              { key: 'pair', title: text.pair, value: (row) => `${row.aName} − ${row.bName}` },
              {
                key: 'difference',
                title: text.meanDifference,
                kind: 'number',
                value: (row) => row.difference,
                show: (row) => cut(row.difference, 2),
                width: 110,
              },
              { key: 'p', title: text.p, kind: 'number', value: (row) => row.p, show: (row) => saidP(row.p, text), width: 110 },
            ]}
          />
        </>
      )}
    </>
  )
}
