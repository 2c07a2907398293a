import { svgFile } from '../../exports/figureSvg.ts'
import { figureCsv, figureXlsx, flagsOf } from '../../exports/figureTables.ts'
import type { FigureToWrite } from '../../exports/figureToWrite.ts'
import { safeFileName } from '../../exports/safeFileName.ts'
import { exportWordsIn } from '../../text/exportWords.ts'
import type { Atlas } from '../AtlasContext.ts'
import type { EngineStart } from '../engineStart.ts'
import { askAll, gatherFigure } from './gatherFigure.ts'
import type { PanelFile } from './panelFile.ts'
import { readLegend } from './legendOfPanel.ts'
import { pictureOfPanel, writePng } from './pictureOfPanel.ts'
import { readShownWords } from './shownWords.ts'
import { startPace } from './startPace.ts'

/** A file of a figure. */
export type WantedFile =
  { readonly kind: 'csv' | 'xlsx'; readonly scope: FigureToWrite['scope'] } | { readonly kind: 'svg' | 'png'; readonly scope: 'shown' }

/** A file to be saved. */
interface WrittenFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const

/** Writes a file of a panel's figure. `figure` is its element, for the words and signs that are shown. */
export async function writePanel(
  wanted: WantedFile,
  file: PanelFile,
  figure: HTMLElement,
  { atlas, engine }: { readonly atlas: Atlas; readonly engine: EngineStart },
): Promise<WrittenFile> {
  const { kind, scope } = wanted
  const rows = scope === 'all' ? await askAll(file, atlas, engine, new AbortController().signal) : file.rows
  const written = gatherFigure(file, readShownWords(figure), atlas, scope, rows)
  const { fileOf } = exportWordsIn(atlas.lang)
  const about = kind === 'csv' || kind === 'xlsx' ? fileOf[scope] : fileOf.picture
  return {
    name: safeFileName(`${shorten(written.title)} ${[about, ...flagsOf(written)].join(' ')} ${written.day}`, kind),
    type: types[kind],
    bytes: await writeBytes(kind, file, written, figure, atlas),
  }
}

async function writeBytes(
  kind: WantedFile['kind'],
  file: PanelFile,
  written: FigureToWrite,
  figure: HTMLElement,
  atlas: Atlas,
): Promise<Uint8Array> {
  if (kind === 'csv') return figureCsv(written, startPace())
  if (kind === 'xlsx') return figureXlsx(written, startPace())
  const picture = pictureOfPanel(file, written, readLegend(figure), atlas)
  return kind === 'svg' ? svgFile(picture) : writePng(picture)
}

/** Names of files stay short enough to leave room for what tells them apart. */
const shorten = (title: string): string =>
  [...title]
    .slice(0, 48)
    .join('')
    .replace(/[\s\p{P}]+$/u, '')
