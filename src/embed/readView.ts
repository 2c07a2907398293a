import { compareAgencyOrder, type Agency } from '../agencies.ts'
import { startOf } from '../app/startSelection.ts'
import type { Palette } from '../charts/palette.ts'
import { fingerprintOf } from '../dataset/dataVersion.ts'
import { chooseDataset, listDatasets, openDataset, type OpenDataset, type Source } from '../dataset/openDataset.ts'
import type { DatasetEntry } from '../dataset/manifest.ts'
import { printAddress, readSelection, type AddressProblem, type ChartId, type Known, type Selection } from '../selection.ts'
import { pageFigures, pageOfFigure } from '../selection/pageFigures.ts'
import { embedWordsIn } from '../text/embedWords.ts'
import { answerFromFiles } from './answerFromFiles.ts'
import { dropOtherParts } from './embedAddress.ts'
import type { AbsentFigure, AskedFigure, ShownFigure } from './figures/askedFigure.ts'
import { openFigure } from './figures/openFigure.ts'

/** A dataset with what an address may name in it. */
export interface OpenedData {
  readonly dataset: OpenDataset
  readonly known: Known
}

/** What an address asks for, with the rows that it takes. */
export interface AskedView {
  readonly opened: OpenedData
  readonly selection: Selection
  readonly problems: readonly AddressProblem[]
  /** Null where the catalogue has no indicators for such a figure. */
  readonly asked: AskedFigure | null
  readonly rows: readonly object[]
}

/** Opens the dataset that an address names; each is opened once. */
export function openDataOnce(source: Source): (id: string | null) => Promise<OpenedData> {
  let listed: Promise<readonly DatasetEntry[]> | null = null
  const opened = new Map<string, Promise<OpenedData>>()
  return async (id) => {
    listed ??= listDatasets(source)
    listed.catch(() => (listed = null))
    const entries = await listed
    const { entry } = chooseDataset(entries, id)
    const found = opened.get(entry.id) ?? openDataset(entry, source).then((dataset) => ({ dataset, known: knownOf(dataset, entries) }))
    opened.set(entry.id, found)
    found.catch(() => opened.delete(entry.id))
    return found
  }
}

/** What an embed's address may name. It always compares, and the checks are not its matter. */
function knownOf(dataset: OpenDataset, entries: readonly DatasetEntry[]): Known {
  const known = startOf(dataset, entries, new Set())
  return { ...known, start: { ...known.start, page: 'compare' } }
}

/** Reads an address and finds the rows that it asks for. @throws {Error} when a file cannot be had. */
export async function askView(address: URLSearchParams, open: (id: string | null) => Promise<OpenedData>): Promise<AskedView> {
  const named = pageFigures.find((one) => one === address.get('figure')) ?? null
  const [opened] = await Promise.all([open(address.get('data')), openFigure(named)])
  const { dataset, known } = opened
  const { selection, problems } = readSelection(dropOtherParts(address), known)
  const isDrawable = isChartOf(selection)
  const told = isDrawable ? problems : [...problems, { part: 'chart', given: selection.chart ?? '', reason: 'unknown' as const }]
  const view = isDrawable ? selection : { ...selection, chart: null }
  const ask = await openFigure(view.figure)
  const asked = ask({ dataset, selection: view, agencies: listChosen(dataset, view) })
  const rows = asked === null ? [] : await answerFromFiles(asked, dataset, known.start.years)
  return { opened, selection: view, problems: told, asked, rows }
}

/** Charts that no comparison is drawn as. */
const pageCharts: readonly (ChartId | null)[] = ['coverage', 'mix', 'flow', 'funnel']

/** May the figure be drawn as the chart that is asked for? Figures of pages are one chart each; mixes may have bars or a trend. */
const isChartOf = ({ chart, figure }: Selection): boolean => figure !== null || !pageCharts.includes(chart)

/** The bodies of a selection, in the order of lists. */
function listChosen({ agencies }: OpenDataset, { agencies: chosen }: Selection): readonly Agency[] {
  const all = [...agencies].sort(compareAgencyOrder)
  return chosen === null ? all : all.filter(({ id }) => chosen.includes(id))
}

/** The figure of a view in these colours, or why there is none. */
export function drawView({ selection: { lang }, asked, rows }: AskedView, palette: Palette): ShownFigure | AbsentFigure {
  return asked?.draw(rows, { lang, palette }) ?? { absent: { title: '', said: embedWordsIn(lang).noIndicators } }
}

/** The full view in the app, with the start of the hash of the data that it was made on. */
export function printFullView({ opened: { dataset, known }, selection }: AskedView, site: string): string {
  const of = fingerprintOf(dataset.manifest).slice(0, 8)
  const start: Selection = { ...known.start, page: 'overview' }
  return new URL(printAddress({ ...selection, page: pageOfFigure(selection.figure), figure: null, of }, start), new URL('index.html', site))
    .href
}

/** A report in the app. */
export function printReportAddress({ opened: { known }, selection }: AskedView, report: string, site: string): string {
  const { lang, theme, data } = selection
  const start: Selection = { ...known.start, page: 'overview' }
  return new URL(printAddress({ ...start, page: 'report', report, lang, theme, data }, start), new URL('index.html', site)).href
}
