/** Whose ticket: of a card (in an official run, where it is frozen), or of a person in a cycle. */
export type TicketOf = { readonly cardId: string; readonly revision?: number } | { readonly cycleId: string; readonly personId: string }
