import { yuanOfFen } from './figures.ts'

/** Money from whole fen, e.g. ¥1,234.56. */
export function MoneyText({ fen }: { readonly fen: number | null }) {
  return <span className="mp-figures">{yuanOfFen(fen)}</span>
}
