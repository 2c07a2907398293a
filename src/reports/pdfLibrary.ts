import type * as Pdf from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Files of the PDF library that a page needs beside its code: they come from our own folder, never from the network. */
export interface PdfAssets {
  /** @throws {Error} when there is no such file. */
  readonly read: (folder: 'cmaps' | 'standard_fonts', name: string) => Promise<Uint8Array>
}

/** A piece of text as the page shows it: y grows downwards, sizes in points. */
export interface PdfText {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Where the writing stands. */
  readonly baseline: number
  readonly size: number
}

/** A straight line, or the thin box that stands for one. */
export interface PdfRule {
  readonly direction: 'across' | 'down'
  /** y of one across, x of one down. */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly PdfText[]
  readonly rules: readonly PdfRule[]
  readonly hasPicture: boolean
}

type Library = typeof Pdf
type Matrix = readonly [number, number, number, number, number, number]

let library: Promise<Library> | null = null

/** Loads pdf.js once. It works on this thread: where the page must stay free, the caller is a worker. */
function loadLibrary(): Promise<Library> {
  // pdf.js makes a DOMMatrix as it loads, for drawing, which is never done here; Node has none unless a canvas package is installed.
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: function DOMMatrix() {} })
  library ??= Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]).then(
    ([pdf, worker]) => {
      Object.assign(globalThis, { pdfjsWorker: worker })
      return pdf
    },
    (cause: unknown) => {
      throw new PdfLibraryMissing('the PDF library could not be loaded', { cause })
    },
  )
  return library
}

/** The library asks for newer browsers than the app does, and may not have arrived. */
export class PdfLibraryMissing extends Error {
  override readonly name = 'PdfLibraryMissing'
}

/** Why a PDF cannot be opened. */
export type PdfTrouble = 'encrypted' | 'damaged'

/**
 * Opens a PDF and hands its pages out one by one; a page that fails is null.
 * @throws {PdfLibraryMissing} when the library itself cannot be loaded.
 */
export async function openPdf(
  bytes: Uint8Array,
  assets: PdfAssets | undefined,
): Promise<
  | { readonly trouble: PdfTrouble }
  | { readonly count: number; readonly page: (number: number) => Promise<PdfPage | null>; readonly close: () => Promise<void> }
> {
  const pdf = await loadLibrary()
  // The library takes the bytes away from its caller, and refuses Node’s own kind of byte array.
  const task = pdf.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdf.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWorkerFetch: false,
    // Pictures are never looked at, and the policy of the worker allows no WebAssembly.
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    enableXfa: false,
    ...(assets === undefined ? {} : { CMapReaderFactory: cmapsFrom(assets), cMapPacked: true, StandardFontDataFactory: fontsFrom(assets) }),
  })
  try {
    const document = await task.promise
    return { count: document.numPages, page: (number) => readPage(pdf, document, number), close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    return { trouble: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged' }
  }
}

/** pdf.js wants classes here. */
function cmapsFrom(
  assets: PdfAssets,
): new () => { fetch: (request: { name: string }) => Promise<{ cMapData: Uint8Array; isCompressed: boolean }> } {
  return class {
    fetch({ name }: { name: string }) {
      return assets.read('cmaps', `${name}.bcmap`).then((cMapData) => ({ cMapData, isCompressed: true }))
    }
  }
}

function fontsFrom(assets: PdfAssets): new () => { fetch: (request: { filename: string }) => Promise<Uint8Array> } {
  return class {
    fetch({ filename }: { filename: string }) {
      return assets.read('standard_fonts', filename)
    }
  }
}

async function readPage(pdf: Library, document: PDFDocumentProxy, number: number): Promise<PdfPage | null> {
  try {
    const page = await document.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const toPage = view.transform as unknown as Matrix
    const texts = await readTexts(page, toPage)
    const { rules, hasPicture } = await readRules(pdf, page, toPage)
    page.cleanup()
    return { width: view.width, height: view.height, texts, rules, hasPicture }
  } catch {
    return null
  }
}

const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

async function readTexts(page: PDFPageProxy, toPage: Matrix): Promise<readonly PdfText[]> {
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  const texts = items.flatMap((item): readonly PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const matrix = multiply(toPage, item.transform as unknown as Matrix)
    const [a, b, c, d, x, y] = matrix
    const size = Math.hypot(c, d) || Math.hypot(a, b)
    const angle = (Math.atan2(b, a) * 180) / Math.PI
    const isVertical = styles[item.fontName]?.vertical === true
    // A slanted text is a watermark.
    if (!isVertical && Math.abs(angle) > 10 && Math.abs(Math.abs(angle) - 90) > 10) return []
    if (isVertical || Math.abs(Math.abs(angle) - 90) <= 10)
      return [standUp(item.str, x, y, size, isVertical ? item.height : item.width, isVertical ? 1 : Math.sign(b))]
    const lead = item.str.length - item.str.trimStart().length
    const step = item.width / Math.max(unitsOf(item.str), 1)
    const left = x + unitsOf(item.str.slice(0, lead)) * step
    return [{ text: item.str.trim(), left, right: left + unitsOf(item.str.trim()) * step, baseline: y, size }]
  })
  return dropDoubled(texts)
}

/** Half-width characters count one, others two: for sharing the width of a piece among its characters. */
export const unitsOf = (text: string): number => [...text].reduce((units, char) => units + ((char.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0)

/** Writing that runs down the page takes one character's width, around its middle. */
function standUp(text: string, x: number, y: number, size: number, length: number, sign: number): PdfText {
  return { text: text.trim(), left: x - size / 2, right: x + size / 2, baseline: y + (sign * length) / 2, size }
}

/** Bold print is sometimes made by printing the same text twice, a hair apart. */
function dropDoubled(texts: readonly PdfText[]): readonly PdfText[] {
  return texts.filter(
    (one, at) =>
      !texts
        .slice(Math.max(0, at - 40), at)
        .some(
          (other) =>
            other.text === one.text &&
            Math.abs(other.left - one.left) < one.size * 0.3 &&
            Math.abs(other.baseline - one.baseline) < one.size * 0.3,
        ),
  )
}

/** The lines on a page, whether stroked or filled as thin boxes. Thicker boxes are backgrounds. */
async function readRules(pdf: Library, page: PDFPageProxy, toPage: Matrix): Promise<{ rules: readonly PdfRule[]; hasPicture: boolean }> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdf.AnnotationMode.DISABLE })
  const { OPS } = pdf
  const strokes = new Set<number>([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ])
  const fills = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
  const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  const rules: PdfRule[] = []
  const stack: Matrix[] = []
  let matrix = toPage
  let hasPicture = false
  fnArray.forEach((operation, at) => {
    const args: unknown = argsArray[at]
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) stack.push(matrix)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    if (operation === OPS.transform && isMatrix(args)) matrix = multiply(matrix, args)
    if (operation === OPS.paintFormXObjectBegin && Array.isArray(args) && isMatrix(args[0])) matrix = multiply(matrix, args[0])
    if (pictures.has(operation)) hasPicture = true
    if (operation === OPS.constructPath && Array.isArray(args)) {
      const [paint, [path]] = args as [number, [Float32Array | number[] | null]]
      if (path !== null && path !== undefined) rules.push(...rulesOf(path, matrix, strokes.has(paint), fills.has(paint)))
    }
  })
  return { rules, hasPicture }
}

const isMatrix = (value: unknown): value is Matrix => (Array.isArray(value) || value instanceof Float32Array) && value.length === 6

/** How thick a filled box may be and still be a line. */
const thin = 3

/** Path codes of pdf.js 5: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
function rulesOf(path: ArrayLike<number>, matrix: Matrix, stroked: boolean, filled: boolean): readonly PdfRule[] {
  const rules: PdfRule[] = []
  for (const points of polygonsOf(path, matrix)) {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (filled && Math.min(width, height) <= thin) {
      if (width > height) rules.push({ direction: 'across', at: (box.top + box.bottom) / 2, from: box.left, to: box.right })
      else if (height > width) rules.push({ direction: 'down', at: (box.left + box.right) / 2, from: box.top, to: box.bottom })
    } else if (stroked) {
      points.forEach(([x, y], at) => {
        const next = points[at + 1]
        if (next === undefined) return
        if (Math.abs(next[1] - y) < 1 && Math.abs(next[0] - x) > 1)
          rules.push({ direction: 'across', at: y, from: Math.min(x, next[0]), to: Math.max(x, next[0]) })
        if (Math.abs(next[0] - x) < 1 && Math.abs(next[1] - y) > 1)
          rules.push({ direction: 'down', at: x, from: Math.min(y, next[1]), to: Math.max(y, next[1]) })
      })
    }
  }
  return rules
}

function polygonsOf(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): readonly (readonly (readonly [number, number])[])[] {
  const polygons: [number, number][][] = []
  const point = (at: number): [number, number] => {
    const [x, y] = [path[at] ?? 0, path[at + 1] ?? 0]
    return [a * x + c * y + e, b * x + d * y + f]
  }
  for (let at = 0; at < path.length;) {
    const code = path[at]
    const current = polygons.at(-1)
    if (code === 0) {
      polygons.push([point(at + 1)])
      at += 3
    } else if (code === 1) {
      current?.push(point(at + 1))
      at += 3
    } else if (code === 2 || code === 3) {
      // A curve is no rule; what follows starts anew where it ends.
      polygons.push([point(at + (code === 2 ? 5 : 3))])
      at += code === 2 ? 7 : 5
    } else {
      const [first] = current ?? []
      if (first !== undefined) current?.push(first)
      at += 1
    }
  }
  return polygons
}
