import { atWidth } from '../../charts/figure.ts'
import { figureSvg, type FigureSvg } from '../../exports/figureSvg.ts'
import { flagsOf } from '../../exports/figureTables.ts'
import type { FigureToWrite } from '../../exports/figureToWrite.ts'
import { matrixOfTable, matrixSvg, type MatrixPicture } from '../../exports/matrixSvg.ts'
import { quotableFont, readPlainSvg, type PlainSvg } from '../../exports/plainSvg.ts'
import { tableSvg } from '../../exports/tableSvg.ts'
import { exportWordsIn } from '../../text/exportWords.ts'
import type { Atlas } from '../AtlasContext.ts'
import { initChart } from '../echartsParts.ts'
import { legendOfPicture, type ShownLegend } from './legendOfPanel.ts'
import { matrixOfRows } from './matrixOfRows.ts'
import type { PanelFile } from './panelFile.ts'

/** Width of the drawing in a picture, px. */
const pictureWidth = 832

/** A panel's figure as a picture that can be read alone; `legend` is what stands beside it on the page. */
export function pictureOfPanel(file: PanelFile, written: FigureToWrite, legend: ShownLegend, atlas: Atlas): FigureSvg {
  const { lang, palette, words } = atlas
  const id = `ogi-${written.dataset.sha256.slice(0, 6)}-${file.chart}-`
  const matrix = matrixOf(file, written, atlas)
  const drawing = drawFigure(file, matrix, id, atlas)
  return figureSvg(
    drawing,
    {
      title: written.title,
      subtitle: written.subtitle,
      description: file.drawing?.description ?? '',
      flags: flagsOf(written),
      legend: legendOfPicture(legend, written, matrix, atlas),
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

/** The cells of a figure that is one of cells; null for all others. */
function matrixOf({ chart, drawing, table }: PanelFile, { rows, indicatorOf }: FigureToWrite, atlas: Atlas): MatrixPicture | null {
  if (drawing !== null) return null
  return chart === 'rug' ? matrixOfRows(rows, atlas, indicatorOf) : chart === 'coverage' ? matrixOfTable(table) : null
}

function drawFigure({ drawing, table }: PanelFile, matrix: MatrixPicture | null, id: string, { palette, lang }: Atlas): PlainSvg {
  if (matrix !== null) return matrixSvg(matrix, pictureWidth, palette)
  if (drawing === null) return tableSvg(table, pictureWidth, palette, lang)
  const chart = initChart(null, null, { renderer: 'svg', ssr: true, width: pictureWidth, height: atWidth(drawing.height, pictureWidth) })
  try {
    chart.setOption(drawing.draw(pictureWidth))
    return readPlainSvg(chart.renderToSVGString().replaceAll(palette.font, quotableFont(palette.font)), id)
  } finally {
    chart.dispose()
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
