import type { Figure } from '../charts/figure.ts'
import type { ChartTable } from '../charts/chartContext.ts'
import { embedBuilderWordsIn } from '../text/embedBuilderWords.ts'
import type { Lang } from '../text/label.ts'
import type { PlainSvg } from './plainSvg.ts'
import { xmlText } from './xmlText.ts'

/** A sign with its words; a remark where it has none. */
export interface FragmentLegend {
  readonly mark: PlainSvg | null
  readonly text: string
}

/** A figure to be placed straight into a page. */
export interface FragmentParts {
  readonly figure: Figure
  /** The drawing as it is placed; null where the figure is a table of cells, or could not be drawn. */
  readonly drawing: PlainSvg | null
  /** Signs of the drawing that it does not name itself. */
  readonly legend?: readonly FragmentLegend[]
  /** Behind the drawing, `#rrggbb`. */
  readonly surface: string
  readonly lang: Lang
  /** Is the title shown? Else only screen readers are told. */
  readonly hasTitle: boolean
  /** What must be said of the data: that they are synthetic, that they are not published. */
  readonly flags: readonly string[]
  /** The full view, absolute, with the hash of the data; null where nobody else could open it. */
  readonly fullView: string | null
  /** Which data, and when it was made. */
  readonly stamp: string
  /** Begins every id in it, so that several stand on one page. Letters, digits and hyphens. */
  readonly id: string
}

type Attributes = Readonly<Record<string, string | number | null>>

/** An element with its attributes; those that are null are left out. `content` is markup already. */
const element = (name: string, attributes: Attributes, content: string): string => `${openTag(name, attributes)}${content}</${name}>`

const openTag = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([part, value]) => (value === null ? '' : ` ${part}="${xmlText(String(value))}"`))
    .join('')}>`

/**
 * A figure as markup that any page may hold: what it says, its drawing, its table and its source, without script, style or any file
 * beside it. A policy of `default-src 'self'` takes nothing from it.
 */
export function embedFragment(parts: FragmentParts): string {
  const { figure, drawing, lang, hasTitle, id } = parts
  const name = hasTitle ? { 'aria-labelledby': `${id}-title` } : { 'aria-label': figure.title }
  const pieces = [
    element('figcaption', {}, writeCaption(parts)),
    drawing === null ? '' : writeDrawing(drawing, parts, name),
    writeLegend(parts),
    figure.table.rows.length === 0
      ? element('p', {}, xmlText(embedBuilderWordsIn(lang).out.noValues))
      : writeTable(figure.table, lang, drawing === null),
    ...figure.notes.map((note) => element('p', {}, small(xmlText(note)))),
    element('p', {}, small(writeFoot(parts))),
  ]
  const own = { id, lang: lang === 'zh' ? 'zh-CN' : 'en', 'data-chart': figure.chart, 'data-rows': figure.table.rows.length }
  return `${element('figure', { ...own, ...name }, `\n${pieces.filter(Boolean).join('\n')}\n`)}\n`
}

const small = (content: string): string => element('small', {}, content)

function writeCaption({ figure, hasTitle, flags, id }: FragmentParts): string {
  const title = hasTitle ? `${element('strong', { id: `${id}-title` }, xmlText(figure.title))}<br>` : ''
  return title + small(xmlText([...flags, ...figure.subtitle, figure.n].filter(Boolean).join(' · ')))
}

/** As wide as its column, and no wider than it was drawn; browsers that cannot reckon in the attribute make it as wide as the column. */
function writeDrawing({ width, height, content, fontFamily }: PlainSvg, { figure, surface, id }: FragmentParts, name: Attributes): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: `min(100%,${width}px)`,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    ...name,
    'aria-describedby': `${id}-about`,
    'font-family': fontFamily,
  }
  const about = element('desc', { id: `${id}-about` }, xmlText(figure.drawing?.description ?? ''))
  return element('svg', attributes, `${about}${openTag('rect', { width, height, fill: surface })}</rect>${content}`)
}

function writeLegend({ legend = [], surface }: FragmentParts): string {
  const items = legend.map(({ mark, text }) => {
    if (mark === null) return xmlText(text)
    const { width, height, content } = mark
    const attributes = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }
    const ground = `${openTag('rect', { width, height, fill: surface })}</rect>`
    return `${element('svg', attributes, `${ground}${content}`)} ${xmlText(text)}`
  })
  return items.length === 0 ? '' : element('p', {}, small(items.join(' · ')))
}

function writeTable({ caption, columns, rows }: ChartTable, lang: Lang, isOpen: boolean): string {
  const head = columns.map(({ name, numeric }) => element('th', { scope: 'col', align: numeric ? 'right' : 'left' }, xmlText(name)))
  const body = rows.map(({ cells }) =>
    element(
      'tr',
      {},
      cells
        .map((cell, place) =>
          place === 0
            ? element('th', { scope: 'row', align: 'left' }, xmlText(cell))
            : element('td', { align: columns[place]?.numeric ? 'right' : 'left' }, xmlText(cell)),
        )
        .join(''),
    ),
  )
  const table = element(
    'table',
    { border: 1, cellpadding: 4, cellspacing: 0 },
    `\n${element('caption', {}, xmlText(caption))}\n<thead>${element('tr', {}, head.join(''))}</thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n`,
  )
  const summary = element('summary', {}, xmlText(embedBuilderWordsIn(lang).out.table(rows.length)))
  return element('details', { open: isOpen ? '' : null }, `${summary}\n${table}`)
}

function writeFoot({ figure, flags, fullView, stamp, lang }: FragmentParts): string {
  const said = xmlText([...flags, figure.source, stamp].filter(Boolean).join(' · '))
  if (fullView === null) return said
  return `${said} · ${element('a', { href: fullView, target: '_top', rel: 'noopener' }, xmlText(embedBuilderWordsIn(lang).out.open))}`
}
