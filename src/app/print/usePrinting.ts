import { useSyncExternalStore } from 'react'
import { isPrinting, watchPrinting } from './printing.ts'

/** Is the page laid out for paper? What the screen shows piece by piece is then there as a whole. */
export const usePrinting = (): boolean => useSyncExternalStore(watchPrinting, isPrinting)
