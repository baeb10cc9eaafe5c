/** The reader's calendar day, yyyy-mm-dd. */
export const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date())
