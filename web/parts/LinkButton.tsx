import { Button } from 'antd'
import type { MouseEvent, ReactNode } from 'react'
import { useGo } from '../platform/address.tsx'

/** A link that looks like the button of the page's next step; opens in place, or in a new tab when asked the usual way. */
export function LinkButton({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const go = useGo()
  const follow = (event: MouseEvent<HTMLElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(href)
  }
  return (
    <Button type="primary" href={href} onClick={follow}>
      {children}
    </Button>
  )
}
