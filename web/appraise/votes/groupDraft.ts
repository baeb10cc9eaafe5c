import type { openVote } from '@milepost/contract/appraise/democraticVotes'
import type { InputOf } from '@milepost/contract/endpoint'

type Given = InputOf<typeof openVote>['groups'][number]

/** A group as it is being written: names as pasted, the weight in whole per cent. */
export type GroupDraft = Omit<Given, 'weightBp' | 'names'> & { readonly weight: number; readonly pasted: string }

const draft = (code: string, name: Given['name'], part: Given['part'], weight: number, way: Given['way'] = 'online'): GroupDraft => ({
  code,
  name,
  part,
  weight,
  way,
  unitIds: [],
  pasted: '',
  handedOut: way === 'paper' ? 5 : null,
})

/** What most institutions begin with: the leaders on paper (they are few), heads of units and all others by code. */
export const USUAL_GROUPS: readonly GroupDraft[] = [
  draft('leaders', { zh: '领导班子', en: 'Leaders' }, 'leaders', 40, 'paper'),
  draft('heads', { zh: '中层干部', en: 'Heads of units' }, 'heads', 30),
  draft('others', { zh: '职工代表', en: 'Other staff' }, 'others', 30),
]

export function newGroup(groups: readonly GroupDraft[]): GroupDraft {
  let at = groups.length + 1
  while (groups.some((one) => one.code === `g${at}`)) at += 1
  return draft(`g${at}`, { zh: '服务对象', en: 'Those served' }, 'everybody', 0)
}

export const totalOf = (groups: readonly GroupDraft[]): number => groups.reduce((sum, one) => sum + one.weight, 0)

export const givenOf = ({ weight, pasted, ...one }: GroupDraft): Given => ({
  ...one,
  weightBp: weight * 100,
  handedOut: one.way === 'paper' ? one.handedOut : null,
  names: pasted
    .split(/[\n,，、;；\t]/)
    .map((name) => name.trim())
    .filter((name) => name !== ''),
})
