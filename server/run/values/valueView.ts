import type { Actor } from '@milepost/access/actor'
import { may } from '@milepost/access/may'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { ValueView } from '@milepost/contract/run/values'
import type { Period } from '../periods/data.ts'
import type { HolderNames } from '../scoring/readDue.ts'
import type { ValueCheck } from './checkData.ts'
import type { StoredValue } from './data.ts'
import type { MayVerify } from './mayVerify.ts'

type Known = {
  readonly measures: ReadonlyMap<string, MeasureDesign>
  readonly periods: ReadonlyMap<string, Period>
  readonly names: HolderNames
  readonly actor: Actor
  readonly checks: ReadonlyMap<string, ValueCheck>
  readonly mayVerify: MayVerify
}

export function valueView(value: StoredValue, { measures, periods, names, actor, checks, mayVerify }: Known): ValueView {
  const measure = measures.get(value.measureId)
  const period = periods.get(value.periodId)
  const holder = names(value.holder)
  const check = checks.get(value.valueId)
  const isFigure = value.state === 'reported' || value.state === 'estimated'
  const waits = value.state === 'not-applicable-asked' && period?.state === 'open'
  return {
    ...value,
    computed: value.computed ?? null,
    doubts: value.doubts.map(({ zh, en }) => ({ zh, en })),
    check: check ? { verdict: check.verdict, by: check.by, at: check.at.toISOString(), note: check.note } : null,
    isOwn: actor.accountId !== null && actor.accountId === value.recordedByAccountId,
    mayVerify: isFigure && check?.verdict !== 'verified' && mayVerify(value),
    measure: {
      code: measure?.code ?? '',
      name: { zh: measure?.name.zh ?? '', en: measure?.name.en ?? '' },
      unit: { zh: measure?.unit.zh ?? '', en: measure?.unit.en ?? '' },
      digits: measure?.definition.digits ?? 2,
    },
    holderName: { ...holder.name },
    holderCode: holder.code,
    period: { periodId: value.periodId, code: value.periodCode, kind: value.periodKind, state: period?.state ?? 'open' },
    recordedAt: value.recordedAt.toISOString(),
    grantedAt: value.grantedAt?.toISOString() ?? null,
    mayDecide: waits && may(actor, 'value.confirm', { recordedByAccountId: value.recordedByAccountId }) && mayVerify(value),
  }
}
