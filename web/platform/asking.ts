import type { Endpoint, OutputOf } from '@milepost/contract/endpoint'
import { keepPreviousData, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef } from 'react'
import { type CallRefused, call, type Sent } from './call.ts'
import { sameInput } from './sameInput.ts'

type Json = Endpoint<Endpoint['input'], Endpoint['output'], Endpoint['permission'], 'json'>

/**
 * What a page shows, straight from an endpoint. While it is read the frame shows that it is being read; a refusal is
 * shown by the frame in the reader's language. When the input changes, the old answer stays until the new one is there.
 */
export function useAsk<E extends Json>(endpoint: E, input: Sent<E>): OutputOf<E> {
  const asked = useDeferredValue(JSON.stringify(input))
  return useSuspenseQuery({ queryKey: [endpoint.name, asked], queryFn: () => call(endpoint, JSON.parse(asked)) }).data
}

/** The same without holding up the page: null input asks nothing; null answer means not yet. */
export function useAskMaybe<E extends Json>(
  endpoint: E,
  input: Sent<E> | null,
): { answer: OutputOf<E> | null; refused: CallRefused | null } {
  const asked = JSON.stringify(input)
  const query = useQuery<OutputOf<E>, CallRefused>({
    queryKey: [endpoint.name, asked],
    queryFn: () => call(endpoint, JSON.parse(asked)),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  })
  return { answer: query.data ?? null, refused: query.error }
}

/**
 * An act: `const decide = useDo(decideGrade)`, then `await decide.run(input)`. Afterwards everything shown is read again, except `gone`: what the act
 * has done away with, although its page is still open.
 */
export function useDo<E extends Json>(endpoint: E, gone?: Json): Doing<Sent<E>, OutputOf<E>> {
  return useDoing((input: Sent<E>, key: string) => call(endpoint, input, key), gone)
}

/** Everything shown is read again: what was refused because somebody else had changed it meanwhile is to be seen as it stands now. */
export function useReadAgain(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries()
}

/** The same for anything that calls: an upload, a download, several calls in a row. */
export function useDoing<Input, Output>(act: (input: Input, key: string) => Promise<Output>, gone?: Json): Doing<Input, Output> {
  const queries = useQueryClient()
  const once = useOnce(act)
  const mutation = useMutation<Output, CallRefused, Input>({
    mutationFn: once,
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== gone?.name }),
  })
  return {
    run: mutation.mutateAsync,
    start: (input) => mutation.mutate(input),
    busy: mutation.isPending,
    refused: mutation.error,
    outcome: mutation.data ?? null,
    succeeded: mutation.isSuccess,
    forget: mutation.reset,
  }
}

/** How long after an answer the same click still counts as a part of the first, in milliseconds: a double click. */
const ONE_CLICK = 500

/**
 * The second half of a double click gets the answer of the first: nothing is sent twice, and nothing is refused as done already. What takes
 * no input may send something else each time and is let through. What failed and is sent again unchanged keeps its key: it may have been done,
 * and only its answer been lost on the way.
 */
function useOnce<Input, Output>(act: (input: Input, key: string) => Promise<Output>): (input: Input) => Promise<Output> {
  const last = useRef<Sending<Input, Output> | null>(null)
  return (input) => {
    const known = last.current
    const isSame = known !== null && input !== undefined && sameInput(known.input, input)
    if (isSame && performance.now() < known.until) return known.answer
    const key = isSame && known.failed ? known.key : newKey()
    const asked = { input, key, answer: act(input, key), until: Number.POSITIVE_INFINITY, failed: false }
    last.current = asked
    const settle = (grace: number, failed: boolean) => () => {
      asked.until = performance.now() + grace
      asked.failed = failed
    }
    asked.answer.then(settle(ONE_CLICK, false), settle(0, true))
    return asked.answer
  }
}

type Sending<Input, Output> = {
  readonly input: Input
  readonly key: string
  readonly answer: Promise<Output>
  until: number
  failed: boolean
}

/** Also where the page did not come over https. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

export type Doing<Input, Output> = {
  /** Rejects with CallRefused: for callers that go on afterwards. */
  readonly run: (input: Input) => Promise<Output>
  /** The same for event handlers: never rejects, a refusal is in `refused`. */
  readonly start: (input: Input) => void
  readonly busy: boolean
  readonly refused: CallRefused | null
  readonly outcome: Output | null
  readonly succeeded: boolean
  readonly forget: () => void
}
