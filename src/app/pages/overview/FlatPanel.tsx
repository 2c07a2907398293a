import { useMemo } from 'react'
import { mergersByBody } from '../../../agencies/peers.ts'
import type { ChartTable } from '../../../charts/chartContext.ts'
import { stateAllFlat, type FlatStatement } from '../../../charts/flatStatement.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import type { Lang } from '../../../text/label.ts'
import { overviewWords } from '../../../text/overviewWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { Panel } from '../../Panel.tsx'

/** Statements shown at once; the others are one click away. */
const shownAtOnce = 6

/** What can be said where most figures are nothing: how many bodies report zero, and how many another number than the year before. */
export function FlatPanel({
  rows,
  indicators,
  at,
}: {
  readonly rows: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
  readonly at: number | 'latest'
}) {
  const { dataset, words, lang } = useAtlas()
  const own = overviewWords[lang]
  const statements = useMemo(() => stateAllFlat(rows, indicators, at, mergersByBody(dataset.agencies)), [rows, indicators, at, dataset])
  const drawn = useMemo(() => rowsOf(rows, statements), [rows, statements])
  const [first] = statements
  if (!first) return null
  const when = at === 'latest' ? words.compare.atLatest : words.compare.yearIn(String(at))
  const title = titleOf(first, lang)
  const rest = statements.slice(shownAtOnce)
  const reports = new Set(rows.flatMap(({ report, year }) => (report !== null && (at === 'latest' || year === at) ? [report] : []))).size
  return (
    <Panel
      title={title}
      subtitle={own.flatSub(when, statements.length)}
      chart="flat"
      question={compareAgencies.name}
      table={tableOf(statements, title, lang)}
      rows={drawn}
      source={words.panel.source(reports)}
      note={statements.some(({ compared }) => compared.length > 0) ? own.flatNote : undefined}
    >
      {() => (
        <>
          <Statements statements={statements.slice(0, shownAtOnce)} at={at} />
          {rest.length > 0 ? (
            <details className="flatmore">
              <summary>{own.flatMore(rest.length)}</summary>
              <Statements statements={rest} at={at} />
            </details>
          ) : null}
        </>
      )}
    </Panel>
  )
}

/** What the statements are of. */
function rowsOf(rows: readonly ComparedValue[], statements: readonly FlatStatement[]): readonly ComparedValue[] {
  const ids = new Set(statements.map(({ indicator }) => indicator.id))
  return rows.filter(({ indicator }) => ids.has(indicator))
}

function titleOf({ indicator, have, zero, changed, compared }: FlatStatement, lang: Lang): string {
  const own = overviewWords[lang]
  const name = (indicator.shortName ?? indicator.name)[lang]
  if (zero.length === have.length) return own.flatTitleAll(have.length, name)
  if (zero.length === 0) return own.flatTitleNone(have.length, name)
  return own.flatTitle(have.length, name, zero.length, changed.length, compared.length)
}

function Statements({ statements, at }: { readonly statements: readonly FlatStatement[]; readonly at: number | 'latest' }) {
  return (
    <ul className="flats">
      {statements.map((statement) => (
        <Sentence key={statement.indicator.id} statement={statement} at={at} />
      ))}
    </ul>
  )
}

/** 新收申请：37 个机关中 12 个为零，20 个有变化，缺 5 个. Each number leads to exactly these bodies. */
function Sentence({ statement, at }: { readonly statement: FlatStatement; readonly at: number | 'latest' }) {
  const { lang } = useAtlas()
  const own = overviewWords[lang]
  const { indicator, have, zero, changed, compared, missing, apart } = statement
  const about = (indicator.shortName ?? indicator.name)[lang]
  const isPartly = compared.length < have.length
  return (
    <li>
      <b>{about}</b>
      <span>
        <Clause ids={have} say={own.flatLead} about={about} at={at} />
        <Clause ids={zero} say={own.flatZero} about={about} at={at} />
        {compared.length > 0 ? (
          <>
            {own.comma}
            <Clause ids={changed} say={own.flatChanged} about={about} at={at} />
            {isPartly ? <small>{own.flatCompared(compared.length)}</small> : null}
          </>
        ) : null}
        {missing.length > 0 ? (
          <>
            {own.comma}
            <Clause ids={missing.map(({ agency }) => agency)} say={own.flatMissing} about={about} at={at} />
          </>
        ) : null}
        {apart.length > 0 ? (
          <>
            {own.comma}
            <Clause ids={apart} say={own.flatApart} about={about} at={at} />
          </>
        ) : null}
      </span>
    </li>
  )
}

/** A clause whose number selects its bodies; a plain number where there are none, or where they are all that is selected. */
function Clause({
  ids,
  say,
  about,
  at,
}: {
  readonly ids: readonly string[]
  readonly say: (n: string) => readonly [before: string, number: string, after: string]
  readonly about: string
  /** The year that the number is of stays the year shown. */
  readonly at: number | 'latest'
}) {
  const { chosenAgencies, lang } = useAtlas()
  const [before, number, after] = say(String(ids.length))
  const plain = ids.length === 0 || ids.length === chosenAgencies.length
  const text = `${before}${number}${after}`.trim()
  return (
    <>
      {before}
      {plain ? (
        number
      ) : (
        <Link to={{ agencies: [...ids], focus: null, at }} title={overviewWords[lang].selectThese(about, text)}>
          {number}
          <span className="visually-hidden">{overviewWords[lang].selectThese(about, text)}</span>
        </Link>
      )}
      {after}
    </>
  )
}

function tableOf(statements: readonly FlatStatement[], caption: string, lang: Lang): ChartTable {
  const names = overviewWords[lang].flatColumns
  return {
    caption,
    columns: names.map((name, place) => ({ name, numeric: place > 0 })),
    rows: statements.map(({ indicator, have, zero, some, changed, compared, missing }) => ({
      key: indicator.id,
      report: null,
      cells: [indicator.name[lang], ...[have, zero, some, changed, compared, missing].map((bodies) => String(bodies.length))],
    })),
  }
}
