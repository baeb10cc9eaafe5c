import { scaleOf } from './asking.ts'
import type { Instrument, InstrumentItem } from './instrument.ts'

/** One thing that keeps a questionnaire from being frozen: where, and what to do, in both languages. */
export type InstrumentFault = { readonly pointer: string; readonly zh: string; readonly en: string }

/** Everything that would make the answers unreadable later: names used twice, items nobody can answer, constructs on mixed scales. */
export function instrumentFaults(of: Instrument): InstrumentFault[] {
  return [
    ...twice(of.items.map((one) => one.code)).map((at) =>
      fault(`/items/${at}/code`, `题号“${of.items[at]?.code}”重复。`, `The code “${of.items[at]?.code}” is used twice.`),
    ),
    ...of.items.flatMap((item, at) => itemFaults(of, item, at)),
    ...scaleFaults(of),
    ...constructFaults(of),
  ]
}

const fault = (pointer: string, zh: string, en: string): InstrumentFault => ({ pointer, zh, en })
const twice = (codes: readonly string[]) => codes.flatMap((code, at) => (codes.indexOf(code) === at ? [] : [at]))
const OPTIONED = ['several', 'ranking']

function itemFaults(of: Instrument, item: InstrumentItem, at: number): InstrumentFault[] {
  const found: InstrumentFault[] = []
  const say = (field: string, zh: string, en: string) =>
    found.push(fault(`/items/${at}/${field}`, `${item.code}：${zh}`, `${item.code}: ${en}`))
  if (item.text.zh.trim() === '' && item.text.en.trim() === '') say('text', '请填写题目文字。', 'Enter the words of the question.')
  if (item.construct !== null && !of.constructs.some((one) => one.code === item.construct))
    say('construct', `没有构念“${item.construct}”。`, `There is no construct “${item.construct}”.`)
  if (item.scale !== undefined && !of.scales?.some((one) => one.code === item.scale))
    say('scale', `没有量表“${item.scale}”。`, `There is no scale “${item.scale}”.`)
  if (item.block !== undefined && !of.blocks?.some((one) => one.code === item.block))
    say('block', `没有页“${item.block}”。`, `There is no page “${item.block}”.`)
  if (OPTIONED.includes(item.kind) && (item.options?.length ?? 0) < 2)
    say('options', '至少需要两个选项。', 'At least two options are needed.')
  if (twice(item.options?.map((one) => one.code) ?? []).length > 0) say('options', '选项代码重复。', 'An option code is used twice.')
  if (item.reverse && item.kind !== 'scale') say('reverse', '只有量表题可以反向计分。', 'Only an item on a scale can be reversed.')
  if (item.kind === 'number' && item.least !== undefined && item.most !== undefined && item.most < item.least)
    say('most', '最大值不能小于最小值。', 'The highest number is below the lowest.')
  if (item.expected !== undefined) {
    const scale = scaleOf(of, item)
    if (item.kind !== 'scale' || item.construct !== null)
      say(
        'expected',
        '注意力检测题须用量表作答，且不属于任何构念。',
        'An attention check is answered on a scale and belongs to no construct.',
      )
    else if (item.expected < scale.least || item.expected > scale.most)
      say('expected', '要求的答案不在量表内。', 'The answer it asks for is not on the scale.')
  }
  if (item.showIf) {
    const on = of.items.findIndex((one) => one.code === item.showIf?.item)
    if (on < 0 || on >= at) say('showIf', '显示条件须引用排在前面的题。', 'The condition must name an earlier item.')
  }
  return found
}

function scaleFaults(of: Instrument): InstrumentFault[] {
  const all = [{ ...of.scale, pointer: '/scale', code: '' }, ...(of.scales ?? []).map((one, at) => ({ ...one, pointer: `/scales/${at}` }))]
  return [
    ...all
      .filter((one) => one.most <= one.least)
      .map((one) =>
        fault(one.pointer, `量表${one.code}的最高分须大于最低分。`, `Scale ${one.code}: the highest point must be above the lowest.`),
      ),
    ...all
      .filter((one) => one.points.some((point) => point.value < one.least || point.value > one.most))
      .map((one) => fault(one.pointer, `量表${one.code}有超出范围的选项。`, `Scale ${one.code} has a point outside its range.`)),
  ]
}

/** A construct's mean is only a mean when its items share one range. */
function constructFaults(of: Instrument): InstrumentFault[] {
  return of.constructs.flatMap((construct, at) => {
    const ranges = new Set(
      of.items
        .filter((item) => item.construct === construct.code && item.kind === 'scale')
        .map((item) => `${scaleOf(of, item).least}-${scaleOf(of, item).most}`),
    )
    return ranges.size > 1
      ? [
          fault(
            `/constructs/${at}`,
            `构念“${construct.name.zh}”的题目使用了不同的量表范围（${[...ranges].join('、')}），不能合成一个得分。`,
            `The items of “${construct.name.en}” use different ranges (${[...ranges].join(', ')}); they cannot make one score.`,
          ),
        ]
      : []
  })
}
