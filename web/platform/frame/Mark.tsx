/** The mark of the product: a milepost beside a road. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#10598c" />
      <path d="M5 32 12.2 8h4.6L24 32z" fill="#fff" fillOpacity="0.22" />
      <path d="M14.5 30v-4M14.5 22v-3.4M14.5 15v-2.6" stroke="#fff" strokeWidth="1.7" strokeLinecap="round" />
      <path d="M19.5 6.5a3.5 3.5 0 0 1 7 0V19h-7z" fill="#fff" />
      <path d="M23.8 8.2v6.2M23.8 8.2l-1.5 1" stroke="#10598c" strokeWidth="1.7" strokeLinecap="round" fill="none" />
    </svg>
  )
}
