import { formatNumber, formatYears } from '../../text/numbers.ts'
import { compareWordsIn } from '../../text/compareWords.ts'
import { printWordsIn, type PrintWords } from '../../text/printWords.ts'
import type { Page, Selection } from '../../selection.ts'
import type { Atlas } from '../AtlasContext.ts'
import { nameRule } from '../checks/findingNames.ts'

/** So many bodies are named; of more, the first ones and their number. */
const mostNames = 6

type Part = keyof PrintWords['names']

/** What each page depends on, in the order in which it is said; the other parts of an address change nothing on it. */
const figures: readonly Part[] = ['agencies', 'years', 'at', 'evidence', 'blanks']
const partsOf: Readonly<Record<Page, readonly Part[]>> = {
  overview: [...figures, 'topic', 'indicator', 'same'],
  compare: [...figures, 'indicator', 'chart', 'applicant', 'per', 'bench', 'sort', 'by', 'topic', 'axes', 'same', 'focus'],
  channels: [...figures, 'per', 'sort', 'same', 'focus'],
  staffing: [...figures, 'per', 'sort', 'same', 'focus'],
  requests: [...figures, 'applicant', 'per', 'sort', 'same', 'focus'],
  agency: [...figures, 'topic', 'peers'],
  report: ['report', 'against', 'evidence'],
  checks: ['agencies', 'years', 'outcome', 'severity', 'rule', 'verdict', 'by'],
  import: [],
  data: [],
  methods: [],
  embed: [],
}

/** Said even where nothing was chosen: a reader of paper cannot ask. */
const alwaysSaid: readonly Part[] = ['agencies', 'years', 'evidence', 'blanks', 'outcome']

/** What was chosen, in words, as a printed page must say it: pairs of name and value. */
export function saySelection(atlas: Atlas): readonly (readonly [name: string, value: string])[] {
  const { selection, lang } = atlas
  const { names } = printWordsIn(lang)
  return partsOf[selection.page].flatMap((part) => {
    const value = sayPart(part, atlas)
    return value === null ? [] : [[names[part], value] as const]
  })
}

function sayPart(part: Part, atlas: Atlas): string | null {
  const { selection, start, words, lang } = atlas
  if (!alwaysSaid.includes(part) && isAsUsual(part, selection, start)) return null
  const compare = compareWordsIn(lang)
  const own = printWordsIn(lang)
  const { at, chart, per, bench, sort, by } = selection
  const { outcomes, allOutcomes, severities, verdicts } = words.checks
  switch (part) {
    case 'agencies':
      return sayAgencies(atlas)
    case 'years':
      return formatYears(selection.years)
    case 'at':
      return at === null ? null : at === 'latest' ? own.latest : own.latestOfYear(at)
    case 'indicator':
      return words.list(selection.indicators.map((id) => nameIndicator(id, atlas)))
    case 'focus':
    case 'peers':
      return nameAgencies(selection[part] ?? [], atlas)
    case 'chart':
      return chart === null ? null : (compare.chooser.names[chart as keyof typeof compare.chooser.names] ?? null)
    case 'applicant':
      return atlas.dataset.catalogue.applicants.find(({ id }) => id === selection.applicant)?.name[lang] ?? null
    case 'per':
      return per === null ? null : compare.per.names[per]
    case 'bench':
      return bench === null ? null : typeof bench === 'number' ? formatNumber(bench, lang) : compare.bench.names[bench]
    case 'sort':
      return sort === null ? null : compare.sort.names[sort]
    case 'by':
      return by === null ? null : compare.by.names[by]
    case 'topic':
      return atlas.dataset.catalogue.themes.find(({ id }) => id === selection.topic)?.name[lang] ?? null
    case 'report':
    case 'against':
      return nameReport(selection[part], atlas)
    case 'outcome': {
      const outcome = selection.outcome ?? 'fails'
      return outcome === 'all' ? allOutcomes : outcomes[outcome]
    }
    case 'severity':
      return selection.severity === null ? null : severities[selection.severity]
    case 'rule':
      return selection.rule === null ? null : nameRule(selection.rule, lang)
    case 'verdict':
      return selection.verdict === null ? null : verdicts[selection.verdict]
    case 'evidence':
      return selection.prose ? words.bar.withProse : words.bar.tablesOnly
    case 'blanks':
      return selection.blanksAsZero ? words.bar.blanksZero : words.bar.blanksKept
    case 'same':
      return selection.sameBodies ? own.sameBodies : null
    case 'axes':
      return selection.ownAxes ? own.ownAxes : null
  }
}

/** Was nothing chosen here? The indicator of the compare page is always said: there it is the page. */
function isAsUsual(part: Part, selection: Selection, start: Selection): boolean {
  if (part === 'indicator') return selection.page !== 'compare' && selection.indicators.join() === start.indicators.join()
  return false
}

function sayAgencies(atlas: Atlas): string | null {
  const { chosenAgencies, dataset, selection, lang } = atlas
  if (selection.agencies === null) return printWordsIn(lang).allAgencies(dataset.agencies.length)
  return nameAgencies(
    chosenAgencies.map(({ id }) => id),
    atlas,
  )
}

function nameAgencies(ids: readonly string[], { agencyById, lang }: Atlas): string | null {
  if (ids.length === 0) return null
  const names = ids.slice(0, mostNames).map((id) => agencyById(id)?.shortName ?? id)
  return ids.length === 1 ? (names[0] ?? null) : printWordsIn(lang).someAgencies(names, ids.length)
}

function nameIndicator(id: string, { dataset, lang }: Atlas): string {
  return dataset.catalogue.indicators.find((indicator) => indicator.id === id)?.name[lang] ?? id
}

function nameReport(id: string | null, { reportById, agencyById }: Atlas): string | null {
  const report = id === null ? undefined : reportById(id)
  return report === undefined ? null : `${agencyById(report.agency)?.shortName ?? report.agency} ${report.year}`
}
