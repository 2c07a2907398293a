import { compareAgencyOrder } from '../../src/agencies.ts'
import { figureOfComparison } from '../../src/charts/comparisonFigure.ts'
import { readComparison } from '../../src/charts/comparison.ts'
import type { Figure } from '../../src/charts/figure.ts'
import { paletteOf } from '../../src/charts/palette.ts'
import type { EmbeddedView } from '../../src/app/pages/embed/drawEmbedded.ts'
import type { OpenDataset } from '../../src/dataset/openDataset.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { quotableFont } from '../../src/exports/plainSvg.ts'
import { readPairAs } from '../../src/indicators/readings.ts'
import { askCompared } from '../../src/embed/figures/comparisonFigures.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import type { Selection } from '../../src/selection.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared, testAgencies } from '../charts/comparedRows.ts'
import { start } from '../knownSelection.ts'

/** Figures that differ from body to body and year to year; one is blank, one report is not there. */
function valueOf(place: number, year: number, indicator: string) {
  if (place === 1 && year === 2019) return { value: null, state: 'blank' as const }
  if (place === 2 && year === 2018) return { value: null, state: 'not_loaded' as const }
  const isRate = indicatorById(ourCatalogue, indicator).kind === 'derived'
  const value = isRate ? (place + 1) / (year - 2010) : (place + 2) * 7 + (year - 2016) * 3
  return { value, state: 'value' as const }
}

const manifest: OpenDataset['manifest'] = {
  schemaVersion: 1,
  id: 'city',
  title: { zh: '小城', en: 'Small city' },
  synthetic: true,
  years: [2017, 2024],
  dataFile: 'dataset.duckdb',
  dataBytes: 3,
  dataSha256: 'ab12'.repeat(16),
  package: null,
  counts: { regions: 0, agencies: 3, reports: 0, cells: 0, figures: 0 },
  dates: { first: null, last: null },
  completeYears: [],
  answers: [],
  files: {},
} as unknown as OpenDataset['manifest']

const missing = (): never => {
  throw new Error('nothing is fetched')
}

/** A view of three bodies of a city that does not exist; the second is called `name`. */
export function viewOf(more: Partial<Selection> = {}, name = '乙局'): EmbeddedView {
  const selection: Selection = { ...start, page: 'embed', years: [2017, 2020], ...more }
  const all = testAgencies
    .slice(0, 3)
    .map((agency, i) => (i === 1 ? { ...agency, name, shortName: name } : agency))
    .sort(compareAgencyOrder)
  const agencies = selection.agencies === null ? all : all.filter(({ id }) => selection.agencies?.includes(id))
  const dataset: OpenDataset = {
    manifest,
    catalogue: ourCatalogue,
    agencies: all,
    reports: [],
    publishedAnswers: new Set(),
    hasEveryFile: true,
    addressOf: (file) => `https://ogi.example/data/city/${file}`,
    readJson: missing,
    readData: missing,
    readPackage: missing,
  }
  const asked = askCompared({ dataset, selection, agencies })
  const { indicators } = asked.params as { readonly indicators: readonly string[] }
  const rows = indicators.flatMap((indicator) =>
    agencies.flatMap(({ id }) =>
      [2017, 2018, 2019, 2020].map((year) => {
        const { value, state } = valueOf('abc'.indexOf(id), year, indicator)
        const n = indicatorById(ourCatalogue, indicator).kind === 'derived' ? 40 : null
        return compared(id, year, value, { indicator, state, n })
      }),
    ),
  )
  return { dataset, selection, agencies, asked, rows }
}

/** The figure of a view as a page draws it. */
export function figureOf({ dataset, selection, agencies, rows }: EmbeddedView): Figure {
  const palette = paletteOf('light', 'zh')
  const known = {
    catalogue: dataset.catalogue,
    agencies,
    all: dataset.agencies,
    lang: selection.lang,
    words: wordsIn(selection.lang),
    palette: { ...palette, font: quotableFont(palette.font) },
  }
  const read = readComparison(rows as readonly ComparedValue[], readPairAs(dataset.catalogue, selection), selection, known)
  return figureOfComparison(read, read.choice.shown, selection)
}

/** Names that would run or break something, were they anything but text. */
export const hostileNames = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  '</title></style></textarea><svg onload=alert(1)>',
  '&lt;b&gt;&#x3c;script&#x3e;',
  'javascript:alert(1)',
  '{b|x}{{constructor}}',
  '__proto__',
  '\u202e局乙\u0000',
] as const
