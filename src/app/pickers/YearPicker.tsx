import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { Slider, SliderFill, SliderThumb, SliderTrack } from 'react-aria-components'
import { formatYears } from '../../text/numbers.ts'
import { pickerWords } from '../../text/pickerWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { FilterButton } from './FilterButton.tsx'
import { useDecision } from './useDecision.ts'
import './pickers.css'

type Span = readonly [from: number, to: number]

/** Chooses the first and the last year: two handles, keys or typing; each year says how many reports it has. */
export function YearPicker() {
  const { selection, words } = useAtlas()
  return (
    <FilterButton name={words.bar.years} value={formatYears(selection.years)} wide>
      {(close) => <YearChoice close={close} />}
    </FilterButton>
  )
}

function YearChoice({ close }: { readonly close: () => void }) {
  const { dataset, selection, start, lang } = useAtlas()
  const own = pickerWords(lang)
  const decide = useDecision()
  // While a handle is dragged the years are only drawn; the selection follows when it is let go.
  const [drawn, setDrawn] = useState<Span | null>(null)
  const [from, to] = drawn ?? selection.years
  const first = Math.min(start.years[0], selection.years[0])
  const last = Math.max(start.years[1], selection.years[1])
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  // A report that was put right and published again counts once, as in the figures.
  const counts = new Map(
    years.map((year) => [year, new Set(dataset.reports.flatMap((report) => (report.year === year ? [report.agency] : []))).size]),
  )
  const countOf = (year: number): number => counts.get(year) ?? 0
  const choose = (span: Span): void => {
    setDrawn(null)
    decide({ years: span, at: null })
  }
  const inside = years.filter((year) => year >= from && year <= to)
  const said = own.yearsChosen(
    formatYears([from, to]),
    inside.reduce((n, year) => n + countOf(year), 0),
    inside.filter((year) => countOf(year) === 0).length,
  )
  return (
    <div className="yearpick">
      <div className="yearscale" style={{ '--years': years.length } as CSSProperties}>
        <YearColumns years={years} countOf={countOf} from={from} to={to} choose={(year) => choose([year, year])} />
        {first === last ? null : (
          <Slider
            className="yearslider"
            aria-label={own.years}
            minValue={first}
            maxValue={last}
            step={1}
            value={[from, to]}
            formatOptions={{ useGrouping: false }}
            onChange={([low = from, high = to]) => setDrawn([low, high])}
            onChangeEnd={([low = from, high = to]) => choose([low, high])}
          >
            <SliderTrack className="yeartrack">
              <SliderFill className="yearfill" />
              <SliderThumb index={0} aria-label={own.fromYear} className="yearthumb" />
              <SliderThumb index={1} aria-label={own.toYear} className="yearthumb" />
            </SliderTrack>
          </Slider>
        )}
        <div className="yearends" aria-hidden="true">
          <span>{first}</span>
          <span>{last}</span>
        </div>
      </div>
      <div className="yearfields">
        <YearField label={own.fromYear} value={from} low={first} high={last} choose={(year) => choose([year, Math.max(year, to)])} />
        <YearField label={own.toYear} value={to} low={first} high={last} choose={(year) => choose([Math.min(from, year), year])} />
        <button type="button" className="btn main" onClick={close}>
          {own.done}
        </button>
      </div>
      <p role="status">{said}</p>
      {formatYears([from, to]) === formatYears(start.years) ? null : (
        <button type="button" className="linklike" onClick={() => choose(start.years)}>
          {own.yearsAll(formatYears(start.years))}
        </button>
      )}
      <p className="pickhelp">{own.yearsHelp}</p>
    </div>
  )
}

/** A column for each year, as high as it has reports, hatched where it has none; pressing one takes that year alone. */
function YearColumns({
  years,
  countOf,
  from,
  to,
  choose,
}: {
  readonly years: readonly number[]
  readonly countOf: (year: number) => number
  readonly from: number
  readonly to: number
  readonly choose: (year: number) => void
}) {
  const { lang } = useAtlas()
  const own = pickerWords(lang)
  const most = Math.max(1, ...years.map(countOf))
  return (
    <div className="yearcolumns">
      {years.map((year) => {
        const count = countOf(year)
        return (
          <button
            key={year}
            type="button"
            className={`yearcolumn${year >= from && year <= to ? ' in' : ''}${count === 0 ? ' noreport' : ''}`}
            title={own.yearReports(year, count)}
            aria-label={own.yearOnly(year, count)}
            onClick={() => choose(year)}
          >
            <span className="yearbar" style={{ height: count === 0 ? undefined : `${Math.max(8, (count / most) * 100)}%` }} />
          </button>
        )
      })}
    </div>
  )
}

/** A year that is typed; taken with Enter or when the field is left, refused with a sentence. */
function YearField({
  label,
  value,
  low,
  high,
  choose,
}: {
  readonly label: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly choose: (year: number) => void
}) {
  const { lang } = useAtlas()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const take = (): void => {
    if (typed === null) return
    const text = typed.normalize('NFKC').trim()
    const year = /^\d{4}$/.test(text) ? Number(text) : NaN
    const isYear = year >= low && year <= high
    setTyped(null)
    setRefused(isYear ? null : text)
    if (isYear && year !== value) choose(year)
  }
  return (
    <label className="yearfield">
      {label}
      <input
        className="field"
        inputMode="numeric"
        value={typed ?? String(value)}
        aria-invalid={refused !== null}
        aria-describedby={refused === null ? undefined : id}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') take()
        }}
      />
      {refused === null ? null : (
        <span className="yearbad" id={id} role="alert">
          {pickerWords(lang).yearBad(refused, low, high)}
        </span>
      )}
    </label>
  )
}
