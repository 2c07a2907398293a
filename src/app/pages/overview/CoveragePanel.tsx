import { useMemo, useState } from 'react'
import { sayCoverage } from '../../../charts/coverage.ts'
import { figureOfCoverage, layOutCoverage } from '../../../charts/coverageFigure.ts'
import { countFilings, type JudgedFiling } from '../../../charts/lateness.ts'
import { tableForms, type Catalogue } from '../../../indicators/catalogue.ts'
import type { Lang } from '../../../text/label.ts'
import { overviewWords } from '../../../text/overviewWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { Matrix } from '../../Matrix.tsx'
import { usePrinting } from '../../print/usePrinting.ts'

/** Rows of a matrix before the rest is asked for. */
export const firstRows = 60

/** Years from which on heads have two digits. */
const shortYearsFrom = 10

/** Bodies × years: which reports are there, on which form, how full, and filed in time by the rule of their year. */
export function CoveragePanel({ filings, at }: { readonly filings: readonly JudgedFiling[]; readonly at: number | 'latest' }) {
  const { dataset, words, lang, chosenAgencies, selection } = useAtlas()
  const own = overviewWords[lang]
  const [asked, setAll] = useState(false)
  const all = usePrinting() || asked
  const { years, isDense: dense } = useMemo(() => layOutCoverage(filings), [filings])
  const byPlace = useMemo(() => new Map(filings.map((one) => [`${one.row.agency} ${one.row.year}`, one])), [filings])
  const context = useMemo(
    () => ({ catalogue: dataset.catalogue, agencies: chosenAgencies, years: selection.years, lang, words, overview: own }),
    [dataset, chosenAgencies, selection.years, lang, words, own],
  )
  const figure = useMemo(() => figureOfCoverage(filings, at, context), [filings, at, context])
  const shown = all ? chosenAgencies : chosenAgencies.slice(0, firstRows)
  return (
    <FigurePanel figure={figure} embed={{ figure: 'coverage' }} legend={<CoverageLegend filings={filings} />}>
      {(showTable) => (
        <>
          <Matrix
            className={dense ? 'mx dense' : 'mx'}
            caption={figure.title}
            corner={words.overview.agencyColumn}
            heads={years.map((year) => ({ key: String(year), content: years.length > shortYearsFrom ? <ShortYear year={year} /> : year }))}
            spans={formSpans(dataset.catalogue, years, lang)}
            showTable={showTable}
            groups={[
              {
                title: '',
                rows: shown.map((agency) => ({
                  key: agency.id,
                  name: (
                    <Link to={{ page: 'agency', agencies: [agency.id] }} title={agency.name}>
                      {agency.shortName}
                    </Link>
                  ),
                  cells: years.map((year) => {
                    const one = byPlace.get(`${agency.id} ${year}`)
                    return {
                      key: String(year),
                      cell: one ? <CoverageCell judged={one} dense={dense} label={sayCoverage(one, context)} /> : null,
                    }
                  }),
                })),
              },
            ]}
            foot={chosenAgencies.length > 1 ? footOf(filings, years, lang) : []}
          />
          {shown.length < chosenAgencies.length ? (
            <button type="button" className="btn morerows" onClick={() => setAll(true)}>
              {own.showMore(chosenAgencies.length - shown.length)}
            </button>
          ) : null}
        </>
      )}
    </FigurePanel>
  )
}

/** Per year: how many are loaded, and how many of those that can be judged are late. */
function footOf(filings: readonly JudgedFiling[], years: readonly number[], lang: Lang) {
  const own = overviewWords[lang]
  const counts = years.map((year) => countFilings(filings.filter(({ row }) => row.year === year)))
  const judged = counts.map(({ onTime, late }) => onTime + late)
  const loaded = counts.map(({ onTime, late, notJudged }) => onTime + late + notJudged)
  return [
    { key: 'loaded', name: own.footLoaded, title: own.footLoadedLong, cells: loaded },
    ...(judged.some((n) => n > 0)
      ? [
          {
            key: 'late',
            name: own.footLate,
            title: own.footLateLong,
            cells: counts.map(({ late }, place) => (judged[place] === 0 ? '–' : late)),
          },
        ]
      : []),
  ]
}

/** A year where there is no room for four digits; heard in full. */
function ShortYear({ year }: { readonly year: number }) {
  return (
    <>
      <span aria-hidden="true">'{String(year).slice(2)}</span>
      <span className="visually-hidden">{year}</span>
    </>
  )
}

/** The forms that the years were meant for, as headings over the years. */
function formSpans(catalogue: Catalogue, years: readonly number[], lang: Lang): { name: string; width: number }[] {
  return tableForms.flatMap((id) => {
    const form = catalogue.forms.find((candidate) => candidate.id === id)
    const next = catalogue.forms.find((candidate) => candidate.id === tableForms[tableForms.indexOf(id) + 1])
    if (!form) return []
    const width = years.filter((year) => (id === tableForms[0] || year >= form.years[0]) && (!next || year < next.years[0])).length
    return width === 0 ? [] : [{ name: form.shortName[lang], width }]
  })
}

/** What a place looks like: tinted where every cell has a number, outlined where some have, the textures of what is not there. */
function toneOf({ row, filing }: JudgedFiling): string {
  if (filing === 'missing') return 'filingmissing'
  if (filing === 'notThere') return 'notform'
  if (row.report === null) return 'notload'
  const late = filing === 'late' ? ' late' : ''
  if (row.expected === null || row.filled === null) return `form narr${late}`
  return row.filled < row.expected ? `form part${late}` : `form${late}`
}

function CoverageCell({ judged, dense, label }: { readonly judged: JudgedFiling; readonly dense: boolean; readonly label: string }) {
  const { words, lang } = useAtlas()
  const own = overviewWords[lang]
  const { row, filing } = judged
  const tone = `cell ${toneOf(judged)}`
  if (row.report === null) {
    return (
      <span className={tone} title={label}>
        {filing === 'missing' ? <b aria-hidden="true">{own.missingShort}</b> : null}
        <span className="visually-hidden">{label}</span>
      </span>
    )
  }
  const prose = row.expected === null || row.filled === null
  const full = !prose && row.filled === row.expected
  const text = dense
    ? prose
      ? own.prose
      : full
        ? own.full
        : String(row.filled)
    : prose
      ? words.overview.proseShort
      : `${row.filled}/${row.expected}`
  return (
    <Link to={{ page: 'report', report: row.report, cell: null }} className={tone} title={label}>
      <b aria-hidden="true">{text}</b>
      <span className="visually-hidden">{label}</span>
    </Link>
  )
}

/** Only of what occurs. */
function CoverageLegend({ filings }: { readonly filings: readonly JudgedFiling[] }) {
  const { words, lang } = useAtlas()
  const own = overviewWords[lang]
  const tones = new Set(filings.map((one) => toneOf(one).replace(' late', '')))
  const entries: readonly (readonly [tone: string, name: string])[] = [
    ['form', own.legendFull],
    ['form part', own.legendPart],
    ['form narr', words.overview.coverageProse],
    ['filingmissing', own.filing.missing],
    ['notload', words.nOfN.notLoadedLong],
    ['notform', own.filing.notThere],
  ]
  return (
    <div className="legend">
      {entries
        .filter(([tone]) => tones.has(tone))
        .map(([tone, name]) => (
          <span key={tone}>
            <i className={`cell ${tone}`} />
            {name}
          </span>
        ))}
      {filings.some(({ filing }) => filing === 'late') ? (
        <span>
          <i className="cell form late" />
          {own.filing.late}
        </span>
      ) : null}
    </div>
  )
}
