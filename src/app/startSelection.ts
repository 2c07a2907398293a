import type { OpenDataset } from '../dataset/openDataset.ts'
import type { DatasetEntry } from '../dataset/manifest.ts'
import type { Known, Selection } from '../selection.ts'

/** The indicator that is compared when the address names none, where the dataset's catalogue has it. */
const usualIndicator = 'requests_new'

/** What an address may name in this dataset, and the selection that an empty address means. */
export function startOf(dataset: OpenDataset, entries: readonly DatasetEntry[]): Known {
  const { catalogue, agencies, reports, manifest } = dataset
  const indicators = catalogue.indicators.filter((indicator) => indicator.type !== 'text').map((indicator) => indicator.id)
  const thisYear = Number(manifest.dates.last?.slice(0, 4) ?? 2018)
  const start: Selection = {
    page: 'overview',
    indicators: [indicators.includes(usualIndicator) ? usualIndicator : (indicators[0] ?? usualIndicator)],
    agencies: null,
    focus: null,
    years: manifest.years ?? [thisYear, thisYear],
    at: null,
    chart: null,
    prose: false,
    blanksAsZero: false,
    report: null,
    cell: null,
    of: null,
    lang: 'zh',
    theme: 'auto',
    data: entries[0]?.id ?? manifest.id,
  }
  return {
    indicators: new Set(indicators),
    agencies: new Set(agencies.map((agency) => agency.id)),
    reports: new Set(reports.map((report) => report.report)),
    datasets: new Set(entries.map((entry) => entry.id)),
    start,
  }
}
