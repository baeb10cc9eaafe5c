import { readMyJudging, saveMyJudging, submitMyJudging, takeBackJudging } from '@milepost/contract/choose/judging'
import { incompleteMatrix } from '@milepost/decision/methodComparison'
import { weighedJudgements } from '@milepost/decision/weighedJudgements'
import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { judgementOf, nameIn, withJudgement } from '../choice/choice.ts'
import { useDraft } from '../choice/useDraft.ts'
import { ConsistencyNote } from './ConsistencyNote.tsx'
import './judge.css'
import type { JudgingDraft, MyJudging } from './judging.ts'
import { MyRatings } from './MyRatings.tsx'
import { PairCard } from './PairCard.tsx'
import { nextOpen, type Pair, pairsInOrder } from './pairs.ts'
import { en, zh } from './text.ts'

export function JudgePage() {
  const judging = useAsk(readMyJudging, { choiceId: useParam('choiceId') })
  return <JudgeDesk key={`${judging.choiceId} ${judging.submittedAt}`} judging={judging} />
}

/** One judge, one pair at a time, made for a phone held in one hand. */
function JudgeDesk({ judging }: { readonly judging: MyJudging }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { choiceId, criteria } = judging
  const mayChange = judging.submittedAt === null && !judging.isDecided
  const pairs = useMemo(() => pairsInOrder(criteria), [criteria])
  const { draft, change, saving, refused, settle, revision } = useDraft<JudgingDraft>({
    start: { judgements: judging.judgements, ratings: judging.ratings },
    revision: judging.revision,
    save: (next, known) => call(saveMyJudging, { choiceId, revision: known, ...next }),
  })
  const [at, setAt] = useState(() => nextOpen(pairs, judging.judgements, pairs.length - 1) ?? 0)
  const submitting = useDo(submitMyJudging)
  const takingBack = useDo(takeBackJudging)
  const weighed = useMemo(
    () =>
      weighedJudgements(
        incompleteMatrix(
          criteria.map(({ code }) => code),
          draft.judgements,
        ),
      ),
    [criteria, draft.judgements],
  )
  const pair = pairs[at] ?? { row: '', column: '' }
  const judged = Object.keys(draft.judgements).length
  const judge = (where: Pair, value: string | null) =>
    change({ ...draft, judgements: withJudgement(criteria, draft.judgements, { ...where, value }) })
  const look = (where: Pair) =>
    setAt(
      Math.max(
        0,
        pairs.findIndex((one) => one.row === where.row && one.column === where.column),
      ),
    )
  const open = nextOpen(pairs, draft.judgements, at)
  const submit = async () => {
    await settle()
    await submitting.run({ choiceId, revision: revision() })
  }
  const name = (code: string) => pick(nameIn(criteria, code))

  return (
    <div className="mp-judging">
      <PageHead
        title={text.title}
        sentence={text.sentence(pick(judging.title))}
        back={{ href: `/choose/${choiceId}`, text: text.back }}
        beside={mayChange ? text.savingStates[saving] : undefined}
      />
      <div className="mp-stack">
        {refused && <RefusalNote refused={refused} />}
        {judging.isDecided && <Alert type="info" showIcon title={text.decided} />}
        {judging.submittedAt !== null && !judging.isDecided && (
          <Alert
            type="success"
            showIcon
            title={text.submitted(dayOf(judging.submittedAt))}
            action={
              <Button loading={takingBack.busy} onClick={() => takingBack.start({ choiceId, revision: revision() })}>
                {text.takeBack}
              </Button>
            }
          />
        )}
        {takingBack.refused && <RefusalNote refused={takingBack.refused} />}
        <Panel>
          <div className="mp-judging-progress">
            <span>{text.progress(judged, pairs.length)}</span>
            <progress max={pairs.length} value={judged} aria-label={text.progress(judged, pairs.length)} />
          </div>
          <PairCard
            judging={judging}
            judgements={draft.judgements}
            pair={pair}
            onJudge={mayChange ? (value) => judge(pair, value) : null}
          />
          <div className="mp-judging-steps">
            <Button size="large" disabled={at === 0} onClick={() => setAt(at - 1)}>
              {text.previous}
            </Button>
            <Button
              size="large"
              type="primary"
              disabled={at === pairs.length - 1 && open === null}
              onClick={() => setAt(at < pairs.length - 1 ? at + 1 : (open ?? at))}
            >
              {text.next}
            </Button>
          </div>
          {open !== null && pairs.length - judged > 0 && judged > 0 && (
            <button type="button" className="mp-text-button" onClick={() => setAt(open)}>
              {text.nextOpen}
            </button>
          )}
        </Panel>
        <Panel>
          <ConsistencyNote judging={judging} weighed={weighed} onLook={look} onMend={mayChange ? judge : null} />
        </Panel>
        <Panel title={text.all} sentence={text.allSay}>
          <ol className="mp-all-pairs">
            {pairs.map((one, place) => (
              <li key={`${one.row} ${one.column}`}>
                <button type="button" aria-current={place === at} onClick={() => setAt(place)}>
                  <span>
                    {name(one.row)} : {name(one.column)}
                  </span>
                  <b>{judgementOf(draft.judgements, one.row, one.column) ?? '–'}</b>
                </button>
              </li>
            ))}
          </ol>
        </Panel>
        <MyRatings judging={judging} ratings={draft.ratings} onChange={mayChange ? (ratings) => change({ ...draft, ratings }) : null} />
        {mayChange && (
          <Panel>
            {judged < pairs.length && <p>{text.submitPart(judged, pairs.length)}</p>}
            {submitting.refused && <RefusalNote refused={submitting.refused} />}
            <Button
              type="primary"
              size="large"
              block
              loading={submitting.busy}
              disabled={judged === 0}
              onClick={() => void submit().catch(() => undefined)}
            >
              {text.submit}
            </Button>
          </Panel>
        )}
      </div>
    </div>
  )
}
