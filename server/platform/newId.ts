import { v7 } from 'uuid'

/** Time-ordered id made by the program (decision 0003: no database sequence crosses institutions). */
export const newId = (): string => v7()
