import { Refusal } from '@milepost/contract/refusals'

/** A stratum's code names it in every file and link, so it may occur once. */
export function refuseTwice(codes: readonly string[]): void {
  const twice = codes.findIndex((code, at) => codes.indexOf(code) !== at)
  if (twice >= 0)
    throw new Refusal('input-invalid', { count: 1 }, [
      { pointer: `/strata/${twice}/code`, zh: `层的代码“${codes[twice]}”重复。`, en: `The stratum code “${codes[twice]}” occurs twice.` },
    ])
}
