import { compareAgencyOrder } from '../agencies.ts'
import { mergersByBody } from '../agencies/peers.ts'
import { startOf } from '../app/startSelection.ts'
import { readComparison, type Compared } from '../charts/comparison.ts'
import { figureOfComparison } from '../charts/comparisonFigure.ts'
import { comparisonCharts } from '../charts/chooseChart.ts'
import type { Figure } from '../charts/figure.ts'
import type { Palette } from '../charts/palette.ts'
import { answerAddress, answerKey } from '../dataset/answerAddress.ts'
import { fingerprintOf } from '../dataset/dataVersion.ts'
import { chooseDataset, listDatasets, openDataset, type OpenDataset, type Source } from '../dataset/openDataset.ts'
import type { DatasetEntry } from '../dataset/manifest.ts'
import { readPairAs } from '../indicators/readings.ts'
import { askComparison } from '../questions/askComparison.ts'
import { compareAgencies, type Comparison } from '../questions/compareAgencies.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { printAddress, readSelection, type AddressProblem, type Known, type Selection } from '../selection.ts'
import { wordsIn } from '../text/words.ts'
import { dropOtherParts } from './embedAddress.ts'

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
  readonly rows: readonly ComparedValue[]
}

/** What is drawn of it. */
export interface DrawnView {
  readonly figure: Figure
  readonly compared: Compared
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
  const opened = await open(address.get('data'))
  const { dataset, known } = opened
  const { selection, problems } = readSelection(dropOtherParts(address), known)
  const charts: readonly string[] = comparisonCharts
  const isDrawable = selection.chart === null || charts.includes(selection.chart)
  const told = isDrawable ? problems : [...problems, { part: 'chart', given: selection.chart ?? '', reason: 'unknown' as const }]
  const view = isDrawable ? selection : { ...selection, chart: null }
  const question = askComparison(readPairAs(dataset.catalogue, view), view)
  return { opened, selection: view, problems: told, rows: await answerFromFiles(question, dataset) }
}

async function answerFromFiles(params: Comparison, dataset: OpenDataset): Promise<readonly ComparedValue[]> {
  const started = performance.now()
  const { name, fromFiles } = compareAgencies
  const isPublished = dataset.publishedAnswers.has(answerKey(name, params))
  const rows = isPublished
    ? ((await dataset.readJson(answerAddress(name, params))) as readonly ComparedValue[])
    : await fromFiles?.(params, dataset)
  performance.measure('ogi:answer', { start: started, detail: name })
  return rows ?? []
}

/** The figure of a view, in its language and in these colours. */
export function drawView({ opened: { dataset }, selection, rows }: AskedView, palette: Palette): DrawnView {
  const { lang } = selection
  const all = [...dataset.agencies].sort(compareAgencyOrder)
  const { agencies: chosen } = selection
  const compared = readComparison(rows, readPairAs(dataset.catalogue, selection), selection, {
    catalogue: dataset.catalogue,
    agencies: chosen === null ? all : all.filter(({ id }) => chosen.includes(id)),
    all,
    lang,
    words: wordsIn(lang),
    palette,
    mergers: mergersByBody(dataset.agencies),
  })
  return { figure: figureOfComparison(compared, compared.choice.shown, selection), compared }
}

/** The full view in the app, with the start of the hash of the data that it was made on. */
export function printFullView({ opened: { dataset, known }, selection }: AskedView, site: string): string {
  const of = fingerprintOf(dataset.manifest).slice(0, 8)
  const start: Selection = { ...known.start, page: 'overview' }
  return new URL(printAddress({ ...selection, page: 'compare', of }, start), new URL('index.html', site)).href
}

/** A report in the app. */
export function printReportAddress({ opened: { known }, selection }: AskedView, report: string, site: string): string {
  const { lang, theme, data } = selection
  const start: Selection = { ...known.start, page: 'overview' }
  return new URL(printAddress({ ...start, page: 'report', report, lang, theme, data }, start), new URL('index.html', site)).href
}
