import { readValueHistory, type ValueView } from '@milepost/contract/run/values'
import { valueSourceWords } from '@milepost/terms/valueSource'
import { Drawer } from 'antd'
import { written } from '../../parts/figures.ts'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { StateSign } from '../StateSign.tsx'
import { dayOf, minuteOf, VALUE_STATES } from '../words.ts'
import { en, zh } from './text.ts'
import { ValueActs } from './ValueActs.tsx'

type ValueDrawerProps = { readonly valueId: string; readonly onCorrect: (value: ValueView) => void; readonly onClose: () => void }

/** A value with all its revisions, and what may be done with it. */
export function ValueDrawer({ valueId, onCorrect, onClose }: ValueDrawerProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer, refused } = useAskMaybe(readValueHistory, { valueId })
  const revisions = [...(answer?.revisions ?? [])].sort((a, b) => b.revision - a.revision)
  const newest = revisions[0]
  return (
    <Drawer
      open
      size="min(560px, 100vw)"
      title={newest ? `${pick(newest.measure.name)} · ${pick(newest.holderName)} · ${newest.period.code}` : text.history}
      onClose={onClose}
    >
      {refused !== null && <RefusalNote refused={refused} />}
      {answer === null && refused === null && <Reading />}
      {newest !== undefined && <ValueActs key={newest.valueId} value={newest} onCorrect={() => onCorrect(newest)} />}
      {newest !== undefined && (
        <section className="mp-run-history">
          <h3>{text.history}</h3>
          <p className="mp-run-mend">{text.historySay}</p>
          <ol>
            {revisions.map((one) => (
              <Revision key={one.valueId} value={one} />
            ))}
          </ol>
        </section>
      )}
    </Drawer>
  )
}

function Revision({ value }: { readonly value: ValueView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const parts =
    value.numerator === null && value.denominator === null ? null : `${written(value.numerator)} / ${written(value.denominator)}`
  return (
    <li>
      <div className="mp-run-node">
        <strong>
          {value.actual === null ? '–' : `${written(value.actual)} ${pick(value.measure.unit)}`}
          {parts !== null && <small> ({parts})</small>}
        </strong>
        <StateSign sign={VALUE_STATES[value.state]} />
        <span>
          {text.revision} {value.revision}
        </span>
      </div>
      <p className="mp-run-mend">
        {text.by(value.recordedBy, minuteOf(value.recordedAt))} · {text.source} {pick(valueSourceWords(value.source))}
        {value.grantedBy !== null && ` · ${text.granted(value.grantedBy, dayOf(value.grantedAt ?? ''))}`}
      </p>
      {value.computed !== null && <ComputedInputs computed={value.computed} />}
      {value.note !== '' && value.computed === null && <p>{value.note}</p>}
      {value.doubts.map((doubt) => (
        <p key={doubt.en} className="mp-run-doubt">
          {text.confirmedDoubt} {pick(doubt)}
        </p>
      ))}
      {value.check !== null && (
        <p className="mp-run-mend">
          {text.checkedBy(text.checks[value.check.verdict], value.check.by, dayOf(value.check.at))}
          {value.check.note !== '' && ` · ${value.check.note}`}
        </p>
      )}
    </li>
  )
}

/** What the formula took, each figure with its revision; what was not there is said to be missing. */
function ComputedInputs({ computed }: { readonly computed: NonNullable<ValueView['computed']> }) {
  const text = useText({ zh, en })
  return (
    <div className="mp-run-mend">
      {text.computedBy} <code>{computed.formula}</code>
      <ul>
        {computed.inputs.map(({ code, period, value, revision }) => (
          <li key={`${code} ${period}`}>
            {code} · {period} · <strong>{value === null ? text.inputMissing : written(value)}</strong>
            {revision !== null && ` · ${text.revision} ${revision}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
