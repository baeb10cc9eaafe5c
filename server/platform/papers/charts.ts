import { AlignmentType, Paragraph } from 'docx'
import { type ChartPointLabel, ChartRun } from 'docx/charts'

/** Charts of the word processor itself: drawn with the reader's own fonts, with their figures behind them, to be changed as any other chart. */

const WIDE = 600
const FONT = { color: '22313C' }
const QUIET = { border: 'none' } as const

/** A chart stands alone in its line, on the page of its caption. */
const alone = (chart: ChartRun): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 80, after: 60 }, children: [chart] })

export type BarsChart = {
  readonly names: readonly string[]
  readonly values: readonly number[]
  /** RRGGBB, one a bar. */
  readonly colours: readonly string[]
  /** What the length of a bar means. */
  readonly says: string
  readonly most: number
}

/** One bar a name, the first at the top, each with its figure. */
export function barsChart({ names, values, colours, says, most }: BarsChart): Paragraph {
  return alone(
    new ChartRun({
      type: 'bar',
      categories: names,
      series: [{ name: says, values, colors: colours }],
      gapWidth: 60,
      legend: false,
      font: FONT,
      chartArea: QUIET,
      categoryAxis: { reverseOrder: true },
      valueAxis: { minimum: 0, maximum: most, title: says, crossesAt: 'maximum' },
      dataLabels: { value: true, position: 'outsideEnd', numberFormat: '0.0' },
      transformation: { width: WIDE, height: 90 + names.length * 28 },
    }),
  )
}

export type ColumnsChart = {
  readonly names: readonly string[]
  readonly series: readonly { readonly name: string; readonly colour: string; readonly values: readonly (number | null)[] }[]
  readonly says: string
  readonly least: number
  readonly most: number
}

/** Several columns side by side at every name. */
export function columnsChart({ names, series, says, least, most }: ColumnsChart): Paragraph {
  return alone(
    new ChartRun({
      type: 'column',
      categories: names,
      series: series.map(({ name, colour, values }) => ({ name, values, color: colour })),
      gapWidth: 70,
      overlap: 0,
      font: FONT,
      chartArea: QUIET,
      valueAxis: { minimum: least, maximum: most, interval: 1, title: says },
      ...(names.length * series.length > MOST_LABELLED
        ? {}
        : { dataLabels: { value: true, position: 'outsideEnd', numberFormat: '0.0' } as const }),
      transformation: { width: WIDE, height: 270 },
    }),
  )
}

/** More columns than this and their figures run into each other. */
const MOST_LABELLED = 16

type Place = { readonly label: string; readonly x: number; readonly y: number }
export type FieldsChart = {
  /** One a field: its name, its colour and what lies in it. */
  readonly fields: readonly { readonly name: string; readonly colour: string; readonly places: readonly Place[] }[]
  /** Where the four fields meet, and what the lines are called. */
  readonly middle: { readonly name: string; readonly x: number; readonly y: number }
  readonly across: string
  readonly up: string
}

/** Points with their names in four fields. */
export function fieldsChart({ fields, middle, across, up }: FieldsChart): Paragraph {
  const places = fields.flatMap((one) => one.places)
  const x = span([...places.map((one) => one.x), middle.x])
  const y = span([...places.map((one) => one.y), middle.y])
  const label = ({ label: text }: Place): ChartPointLabel => ({ text, position: 'above' })
  const whole = ([low, high]: readonly [number, number]) =>
    ({ type: 'fixed', value: high - low, endCaps: false, line: { color: '7F919E', width: 1, dash: 'dash' } }) as const
  return alone(
    new ChartRun({
      type: 'scatter',
      series: [
        ...fields
          .filter((one) => one.places.length > 0)
          // LibreOffice leaves out what stands before the longest series
          .sort((a, b) => b.places.length - a.places.length)
          .map((one) => ({
            name: one.name,
            color: one.colour,
            points: one.places.map((place) => ({ x: place.x, y: place.y })),
            pointLabels: one.places.map(label),
          })),
        {
          name: middle.name,
          color: '7F919E',
          points: [{ x: middle.x, y: middle.y }],
          markers: { shape: 'plus', size: 5 },
          xErrorBars: whole(x),
          yErrorBars: whole(y),
        },
      ],
      markers: { shape: 'circle', size: 8 },
      font: FONT,
      chartArea: QUIET,
      xAxis: { minimum: x[0], maximum: x[1], numberFormat: '0.00', title: across, gridlines: false },
      yAxis: { minimum: y[0], maximum: y[1], numberFormat: '0.00', title: up, gridlines: false },
      transformation: { width: WIDE, height: 330 },
    }),
  )
}

/** A little wider than what is shown, on a whole twentieth. */
function span(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(0.03, (high - low) * 0.12)
  return [Math.floor((low - room) * 20) / 20, Math.ceil((high + room) * 20) / 20]
}
