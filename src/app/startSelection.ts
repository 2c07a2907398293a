import type { OpenDataset } from '../dataset/openDataset.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { DatasetEntry } from '../dataset/manifest.ts'
import { everyFinding, plainView, type Known, type Selection } from '../selection.ts'

/** The indicator that is compared when the address names none, where the dataset's catalogue has it. */
const usualIndicator = 'requests_new'

/** The indicator that is compared when nothing else was chosen. */
export function startIndicator({ indicators }: Catalogue): string {
  const numbers = indicators.filter((indicator) => indicator.type !== 'text').map((indicator) => indicator.id)
  return numbers.includes(usualIndicator) ? usualIndicator : (numbers[0] ?? usualIndicator)
}

/** What an address may name in this dataset, ids of checks among it, and the selection that an empty address means. */
export function startOf(dataset: OpenDataset, entries: readonly DatasetEntry[], rules: ReadonlySet<string>): Known {
  const { catalogue, agencies, reports, manifest } = dataset
  const indicators = catalogue.indicators.filter((indicator) => indicator.type !== 'text').map((indicator) => indicator.id)
  const thisYear = Number(manifest.dates.last?.slice(0, 4) ?? 2018)
  const start: Selection = {
    page: 'overview',
    indicators: [startIndicator(catalogue)],
    agencies: null,
    focus: null,
    years: manifest.years ?? [thisYear, thisYear],
    at: null,
    chart: null,
    prose: false,
    blanksAsZero: false,
    ...plainView,
    report: null,
    cell: null,
    ...everyFinding,
    print: null,
    figure: null,
    of: null,
    was: null,
    lang: 'zh',
    theme: 'auto',
    data: entries[0]?.id ?? manifest.id,
  }
  return {
    indicators: new Set(indicators),
    formerIndicators: new Map(catalogue.indicators.flatMap(({ id, formerIds = [] }) => formerIds.map((former) => [former, id] as const))),
    applicants: new Set(catalogue.applicants.map(({ id }) => id)),
    topics: new Set(catalogue.themes.map(({ id }) => id)),
    agencies: new Set(agencies.map((agency) => agency.id)),
    reports: new Set(reports.map((report) => report.report)),
    rules,
    datasets: new Set(entries.map((entry) => entry.id)),
    start,
  }
}
