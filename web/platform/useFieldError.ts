import { useEffect } from 'react'
import { CallRefused } from './call.ts'
import { useLanguage } from './language.tsx'

/**
 * The sentence that a refusal has for one field: `const wrong = useFieldError(refused)`, then `wrong('/username')`. The first field that is
 * marked so is brought into sight: it may stand far from the button that was pressed.
 */
export function useFieldError(refused: Error | null): (pointer: string) => string | undefined {
  const { pick } = useLanguage()
  useEffect(() => {
    if (refused instanceof CallRefused && refused.fields.length > 0) toFirstFault()
  }, [refused])
  return (pointer) => {
    const field = refused instanceof CallRefused ? refused.fields.find((one) => one.pointer === pointer) : undefined
    return field === undefined ? undefined : pick(field)
  }
}

/** To the first field that is marked as wrong, in the dialog that is open or else on the page. */
export function toFirstFault(): void {
  const fields = document.querySelectorAll<HTMLElement>('[role="dialog"] [aria-invalid="true"], main [aria-invalid="true"]')
  const shown = [...fields].filter((field) => field.offsetParent !== null)
  const first = shown.find((field) => field.closest('[role="dialog"]')) ?? shown[0]
  first?.scrollIntoView({ block: 'center' })
  first?.focus({ preventScroll: true })
}
