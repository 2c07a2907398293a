import { atWidth } from '../../charts/figure.ts'
import { nameState } from '../../charts/figureText.ts'
import { figureSvg, type FigureSvg, type LegendItem } from '../../exports/figureSvg.ts'
import { flagsOf } from '../../exports/figureTables.ts'
import type { FigureToWrite } from '../../exports/figureToWrite.ts'
import { matrixOfTable, matrixSvg } from '../../exports/matrixSvg.ts'
import { quotableFont, readPlainSvg, type PlainSvg } from '../../exports/plainSvg.ts'
import { tableSvg } from '../../exports/tableSvg.ts'
import { exportWordsIn } from '../../text/exportWords.ts'
import type { Atlas } from '../AtlasContext.ts'
import { initChart } from '../echartsParts.ts'
import { matrixOfRows } from './matrixOfRows.ts'
import type { PanelFile } from './panelFile.ts'
import { drawStateMark } from './stateMark.ts'

/** Width of the drawing in a picture, px. */
const pictureWidth = 832

/** A panel's figure as a picture that can be read alone; `legend` are the signs that stand beside it on the page. */
export function pictureOfPanel(file: PanelFile, written: FigureToWrite, legend: readonly LegendItem[], atlas: Atlas): FigureSvg {
  const { lang, palette, words } = atlas
  const id = `ogi-${written.dataset.sha256.slice(0, 6)}-${file.chart}-`
  const drawing = drawFigure(file, written, id, atlas)
  return figureSvg(
    drawing,
    {
      title: written.title,
      subtitle: written.subtitle,
      description: file.drawing?.description ?? '',
      flags: flagsOf(written),
      legend: [...legend, ...statesOf(written, atlas)],
      notes: written.notes,
      source: written.source,
      stamp: [
        exportWordsIn(lang).stamp(`${words.appName} ${written.dataset.title}`, written.dataset.sha256.slice(0, 8), written.day),
        written.address,
      ],
      lang,
    },
    palette,
    id,
  )
}

function drawFigure({ chart: kind, drawing, table }: PanelFile, { rows, indicatorOf }: FigureToWrite, id: string, atlas: Atlas): PlainSvg {
  const { palette, lang } = atlas
  if (drawing === null) {
    const matrix = kind === 'rug' ? matrixOfRows(rows, atlas, indicatorOf) : kind === 'coverage' ? matrixOfTable(table) : null
    return matrix === null ? tableSvg(table, pictureWidth, palette, lang) : matrixSvg(matrix, pictureWidth, palette)
  }
  const chart = initChart(null, null, { renderer: 'svg', ssr: true, width: pictureWidth, height: atWidth(drawing.height, pictureWidth) })
  try {
    chart.setOption(drawing.draw(pictureWidth))
    return readPlainSvg(chart.renderToSVGString().replaceAll(palette.font, quotableFont(palette.font)), id)
  } finally {
    chart.dispose()
  }
}

/** The states that occur, each with its texture, where a drawing shows them. */
function statesOf({ rows }: FigureToWrite, { dataset, lang, palette, words }: Atlas): readonly LegendItem[] {
  const states = new Set(rows.flatMap(({ value, state }) => (value === null ? [state] : [])))
  return [...states].map((state) => ({
    name: state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(dataset.catalogue, state, lang),
    mark: drawStateMark(state, palette),
  }))
}

/** The signs that stand in the legend of a panel and that are drawings themselves; the others are of states, which rows tell. */
export function readLegend(figure: HTMLElement): readonly LegendItem[] {
  return [...figure.querySelectorAll<SVGElement>('.legend svg, .chips svg')].flatMap((svg) => {
    const name = svg.parentElement?.textContent.replace(/×$/, '').trim() ?? ''
    return name === '' ? [] : [{ name, mark: readMark(svg) }]
  })
}

function readMark(svg: SVGElement): PlainSvg | null {
  try {
    return readPlainSvg(new XMLSerializer().serializeToString(svg), '')
  } catch {
    return null
  }
}

/** A picture as PNG, twice as fine as the screen. @throws {Error} where the browser cannot. */
export async function writePng({ svg, width, height }: FigureSvg): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    const context = canvas.getContext('2d')
    if (!context) throw new Error('this browser draws no picture')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('the picture is too large for this browser')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(address)
  }
}
