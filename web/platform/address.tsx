import { useLocation, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { type AnchorHTMLAttributes, type MouseEvent, useEffect } from 'react'

/** A `$name` of the page's path. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

/** A value kept in the address (`?name=`), so that every view can be sent to somebody. null: not in the address. */
export function useAddressValue(name: string): [string | null, (value: string | null) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const value = search[name]
  const set = (next: string | null) => {
    const kept = Object.fromEntries(Object.entries(search).filter(([key]) => key !== name))
    void navigate({ to: pathname, search: next === null ? kept : { ...kept, [name]: next }, replace: true })
  }
  return [typeof value === 'string' ? value : null, set]
}

/** Go to an address of this application: `go('/design/scorecard?unit=…')`. */
export function useGo(): (href: string) => void {
  const router = useRouter()
  return (href) => router.history.push(href)
}

/** Goes to the place on the page that the address names (`#pay-…`), once what it stands in has been read. */
export function useArrive(isThere: boolean): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (isThere && hash !== '') document.getElementById(hash)?.scrollIntoView({ block: 'start' })
  }, [isThere, hash])
}

/** A link inside the application; opens in place, or in a new tab when asked the usual way. */
export function PageLink({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const go = useGo()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(href)
  }
  return <a {...rest} href={href} onClick={follow} />
}
