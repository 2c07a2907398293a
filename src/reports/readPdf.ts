import type { ReadFile } from './reader.ts'
import { fileProblems } from './problems.ts'
export interface PdfAssets { readonly read: (folder: 'cmaps' | 'standard_fonts', name: string) => Promise<Uint8Array> }
export function readPdf(_bytes: Uint8Array, _assets?: PdfAssets): Promise<ReadFile> { return Promise.resolve({ refused: fileProblems.damaged }) }
