import { CallRefused } from './call.ts'
import { useLanguage } from './language.tsx'

/** The sentence that a refusal has for one field: `const wrong = useFieldError(refused)`, then `wrong('/username')`. */
export function useFieldError(refused: Error | null): (pointer: string) => string | undefined {
  const { pick } = useLanguage()
  return (pointer) => {
    const field = refused instanceof CallRefused ? refused.fields.find((one) => one.pointer === pointer) : undefined
    return field === undefined ? undefined : pick(field)
  }
}
