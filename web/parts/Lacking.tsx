import { useText } from '../platform/language.tsx'

const zh = { lacks: (what: readonly string[]) => `还缺：${what.join('、')}` }
const en: typeof zh = { lacks: (what) => `Still missing: ${what.join(', ')}` }

/** Why a button cannot be pressed yet: what it still waits for. Nothing lacks: nothing is shown. */
export function Lacking({ what }: { readonly what: readonly string[] }) {
  const text = useText({ zh, en })
  return (
    <p className="mp-soft" role="status">
      {what.length === 0 ? '' : text.lacks(what)}
    </p>
  )
}
