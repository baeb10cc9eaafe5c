import { DataTable } from '../../parts/DataTable.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Choice, nameIn, type Result } from './choice.ts'
import { FlipPicture } from './FlipPicture.tsx'
import { LeadPicture } from './LeadPicture.tsx'
import { ShareBar } from './ShareBar.tsx'
import { en, zh } from './text.ts'

type RobustnessPanelProps = { readonly choice: Choice; readonly robust: NonNullable<Result['robust']>; readonly best: string }

/** An honest choice shows how easily it would be another one. */
export function RobustnessPanel({ choice, robust, best }: RobustnessPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const name = (code: string) => pick(nameIn(choice.methods, code))
  const nearest = robust.flips
    .filter(({ flipsAt }) => flipsAt !== null)
    .toSorted((a, b) => (a.flipsAt ?? 1) - a.weight - ((b.flipsAt ?? 1) - b.weight))[0]
  const share = Math.round((robust.shares[best] ?? 0) * 100)
  return (
    <Panel title={text.robust} sentence={text.robustSays(robust.draws)}>
      <div className="mp-columns">
        <Figure
          caption={text.leadCaption(name(best), share)}
          table={
            <DataTable
              label={text.share}
              plain
              rows={Object.entries(robust.shares).map(([code, one]) => ({ code, share: one }))}
              rowKey={(row) => row.code}
              sortedBy={{ key: 'share', direction: 'down' }}
              columns={[
                { key: 'name', title: text.method, value: (row) => name(row.code) },
                {
                  key: 'share',
                  title: text.share,
                  kind: 'number',
                  value: (row) => row.share,
                  show: (row) => <ShareBar share={row.share} text={written(row.share, 3)} />,
                  width: 220,
                },
              ]}
            />
          }
        >
          <LeadPicture choice={choice} shares={robust.shares} />
        </Figure>
        <Figure
          caption={
            nearest
              ? text.flipCaption(
                  pick(nameIn(choice.criteria, nearest.criterion)),
                  written(nearest.weight, 3),
                  written(nearest.flipsAt, 3),
                  nearest.to.map(name).join(' / '),
                )
              : text.flipCaptionNever(name(best))
          }
          table={<FlipTable choice={choice} robust={robust} />}
        >
          <FlipPicture choice={choice} robust={robust} best={best} />
        </Figure>
      </div>
    </Panel>
  )
}

function FlipTable({ choice, robust }: Omit<RobustnessPanelProps, 'best'>) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <>
      <p className="mp-panel-say">{text.flipSays}</p>
      <DataTable
        label={text.flip}
        plain
        onPhone="cards"
        rows={robust.flips}
        rowKey={(row) => row.criterion}
        columns={[
          { key: 'criterion', title: text.criterion, value: (row) => pick(nameIn(choice.criteria, row.criterion)) },
          {
            key: 'now',
            title: text.nowWeight,
            kind: 'number',
            value: (row) => row.weight,
            show: (row) => written(row.weight, 4),
            width: 90,
          },
          {
            key: 'at',
            title: text.flipAt,
            kind: 'number',
            value: (row) => row.flipsAt,
            show: (row) => (row.flipsAt === null ? text.never : written(row.flipsAt, 3)),
            width: 100,
          },
          {
            key: 'step',
            title: text.flipSeen,
            kind: 'number',
            value: (row) => row.seenAtStep,
            show: (row) => (row.seenAtStep === null ? '' : written(row.seenAtStep, 3)),
            width: 110,
          },
          { key: 'to', title: text.becomes, value: (row) => row.to.map((code) => pick(nameIn(choice.methods, code))).join(' / ') },
        ]}
      />
    </>
  )
}
