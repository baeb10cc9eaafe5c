import type { MapLink, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { readLinkVerdicts } from '@milepost/contract/run/linkVerdicts'
import { InputNumber, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { BilingualInput } from '../BilingualInput.tsx'
import { OwnerSelect } from '../OwnerSelect.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { en, zh } from './text.ts'
import type { MapAct } from './useMapActs.ts'

export type LinkVerdict = OutputOf<typeof readLinkVerdicts>['verdicts'][number]

type LinkDialogProps = {
  readonly scorecard: ScorecardDesign
  /** null: a new one, from these ends where they are known. */
  readonly link: MapLink | null
  readonly ends?: { readonly from: string; readonly to: string }
  readonly people: ScorecardView['people']
  readonly verdict: LinkVerdict | null
  readonly edits: boolean
  readonly onAct: (step: { act: MapAct; inverse: MapAct }) => void
  readonly onClose: () => void
}

const NEW: Omit<MapLink, 'fromObjectiveId' | 'toObjectiveId'> = {
  sign: '+',
  lagPeriods: 0,
  rationale: { zh: '', en: '' },
  strength: 'medium',
  ownerPersonId: null,
  reviewOn: null,
}

/** An arrow as a hypothesis: what it claims, why, who answers for it, when it is looked at again, and what the data say. */
export function LinkDialog({ scorecard, link, ends, people, verdict, edits, onAct, onClose }: LinkDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [typed, setTyped] = useState<MapLink>(link ?? { fromObjectiveId: ends?.from ?? '', toObjectiveId: ends?.to ?? '', ...NEW })
  const change = (next: Partial<MapLink>) => setTyped({ ...typed, ...next })
  const options = scorecard.objectives.map((one) => ({ value: one.objectiveId, label: `${one.code} ${pick(one.name)}` }))
  const isSame = typed.fromObjectiveId !== '' && typed.fromObjectiveId === typed.toObjectiveId
  const isDrawn =
    link === null &&
    scorecard.links.some((one) => one.fromObjectiveId === typed.fromObjectiveId && one.toObjectiveId === typed.toObjectiveId)
  const ready = typed.fromObjectiveId !== '' && typed.toObjectiveId !== '' && !isSame && !isDrawn
  const save = () => {
    onAct({ act: { kind: 'link', link: typed }, inverse: link === null ? { kind: 'unlink', link: typed } : { kind: 'link', link } })
    onClose()
  }
  const remove = () => {
    if (link !== null) onAct({ act: { kind: 'unlink', link }, inverse: { kind: 'link', link } })
    onClose()
  }
  const end = (which: 'fromObjectiveId' | 'toObjectiveId', label: string, error?: string) => (
    <Field label={label} error={error}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={link !== null || !edits}
          value={typed[which] === '' ? undefined : typed[which]}
          options={options}
          onChange={(objectiveId: string) => change({ [which]: objectiveId })}
        />
      )}
    </Field>
  )
  return (
    <Modal
      open
      title={link === null ? text.addLink : edits ? text.editLink : text.oneLink}
      okText={edits ? text.save : text.close}
      cancelText={text.cancel}
      okButtonProps={{ disabled: edits && !ready }}
      onOk={edits ? save : onClose}
      onCancel={onClose}
      width={720}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          {edits && link !== null && (
            <button type="button" className="mp-text-button mp-danger" style={{ float: 'left' }} onClick={remove}>
              {text.removeLink}
            </button>
          )}
          {edits && <CancelBtn />}
          <OkBtn />
        </>
      )}
    >
      <div className="mp-form">
        <div className="mp-columns mp-link-ends">
          {end('fromObjectiveId', text.from)}
          {end('toObjectiveId', text.to, isSame ? text.sameEnds : isDrawn ? text.drawnAlready : undefined)}
        </div>
        <div className="mp-columns mp-link-ends">
          <Field label={text.sign}>
            {({ id }) => (
              <Segmented
                id={id}
                disabled={!edits}
                value={typed.sign}
                options={(['+', '-'] as const).map((sign) => ({ value: sign, label: text.signs[sign] }))}
                onChange={(sign) => change({ sign })}
                style={{ justifySelf: 'start' }}
              />
            )}
          </Field>
          <Field label={text.strength}>
            {({ id }) => (
              <Segmented
                id={id}
                disabled={!edits}
                value={typed.strength}
                options={(['weak', 'medium', 'strong'] as const).map((value) => ({ value, label: text.strengths[value] }))}
                onChange={(strength) => change({ strength })}
                style={{ justifySelf: 'start' }}
              />
            )}
          </Field>
          <Field label={text.lag} hint={text.lagHint}>
            {(control) => (
              <InputNumber
                {...control}
                min={0}
                max={60}
                precision={0}
                disabled={!edits}
                value={typed.lagPeriods}
                onChange={(lag) => change({ lagPeriods: lag ?? 0 })}
              />
            )}
          </Field>
        </div>
        {edits ? (
          <BilingualInput label={text.rationale} value={typed.rationale} rows={2} onChange={(rationale) => change({ rationale })} />
        ) : (
          <p>
            <b>{text.rationale}</b> {pick(typed.rationale) || text.noRationale}
          </p>
        )}
        <div className="mp-columns mp-link-ends">
          <Field label={text.owner} hint={text.ownerHint}>
            {(control) => (
              <OwnerSelect
                control={control}
                value={typed.ownerPersonId}
                known={people}
                placeholder={text.noOwner}
                disabled={!edits}
                onChange={(ownerPersonId) => change({ ownerPersonId })}
              />
            )}
          </Field>
          <Field label={text.reviewOn} hint={text.reviewHint}>
            {(control) => (
              <DayField
                control={control}
                isDisabled={!edits}
                value={typed.reviewOn ?? ''}
                onChange={(reviewOn) => change({ reviewOn: reviewOn === '' ? null : reviewOn })}
              />
            )}
          </Field>
        </div>
        {verdict !== null && <VerdictNote verdict={verdict} />}
      </div>
    </Modal>
  )
}

/** What the data say about the arrow, measure by measure. */
function VerdictNote({ verdict }: { readonly verdict: LinkVerdict }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <section className="mp-verdict" data-verdict={verdict.verdict} aria-label={text.verdict}>
      <b>
        {text.verdict}：{text.verdicts[verdict.verdict]}
      </b>
      {verdict.because !== null && <p>{pick(verdict.because)}</p>}
      <ul>
        {verdict.pairs.map((pair) => (
          <li key={`${pair.from.code} ${pair.to.code}`}>
            {pick(pair.from.name)} → {pick(pair.to.name)}：{pick(pair.words)}
            {pair.r !== null && pair.interval !== null && (
              <small>
                {' '}
                {text.figures(written(pair.r, 2), written(pair.interval[0], 2), written(pair.interval[1], 2), pair.n, pair.lag)}
              </small>
            )}
            {pair.r === null && <small> {text.changes(pair.n)}</small>}
          </li>
        ))}
      </ul>
    </section>
  )
}
