import { useMemo, useState, type ReactNode } from 'react'
import { groupAgencies, type AgencyGroup } from '../../../charts/agencyGroups.ts'
import { printRow, printShort, unitBeside } from '../../../charts/figureText.ts'
import { countNOfN } from '../../../charts/nOfN.ts'
import { layOutRug, sayCell, sortRug, tableOfRug, type RugColumn, type RugLine, type RugSheet } from '../../../charts/rug.ts'
import { titleOfRug } from '../../../charts/rugTitle.ts'
import { compareAgencyOrder, existsIn } from '../../../agencies.ts'
import { isOfTables, type EvidenceGrade, type FigureState } from '../../../forms/states.ts'
import { tableForms } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import type { AgencyGrouping } from '../../../selection.ts'
import type { Lang } from '../../../text/label.ts'
import { overviewWords } from '../../../text/overviewWords.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { Matrix } from '../../Matrix.tsx'
import { Panel } from '../../Panel.tsx'
import { usePrinting } from '../../print/usePrinting.ts'
import { StateCell, StateLegend } from '../../StateCell.tsx'
import { firstRows } from './CoveragePanel.tsx'
import { GroupingPicker, OrderPicker, TopicPicker } from './overviewPickers.tsx'

/** Bodies up to which each has a column; more have a row each. */
const columnsEach = 8

/** Indicators that are named in a note; more are counted. */
const namedAtMost = 12

/** Bodies from which on lists are put together by level where nothing was chosen. */
const groupedFrom = 12

/** Indicators × bodies of one year: the state of every figure by its texture, numbers by order of magnitude. */
export function RugPanel({
  rows,
  indicators,
  at,
}: {
  readonly rows: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
  readonly at: number | 'latest'
}) {
  const { dataset, words, lang, chosenAgencies, selection } = useAtlas()
  const own = overviewWords[lang]
  const [asked, setAll] = useState(false)
  const all = usePrinting() || asked
  const there = useMemo(() => {
    const loaded = new Set(rows.filter((row) => row.report !== null && (at === 'latest' || row.year === at)).map((row) => row.agency))
    return chosenAgencies.filter((agency) => at === 'latest' || loaded.has(agency.id) || existsIn(agency, at))
  }, [chosenAgencies, rows, at])
  const gone = chosenAgencies.filter((agency) => !there.includes(agency))
  const laid = useMemo(() => layOutRug(rows, there, answered(indicators, rows), at), [rows, there, indicators, at])
  const sorted = selection.sort === 'value' ? (laid.indicators.find(({ id }) => id === selection.indicators[0]) ?? null) : null
  const levels = new Set(there.map(({ level }) => level)).size
  const by = selection.by ?? (there.length >= groupedFrom && levels > 1 ? 'level' : 'none')
  const groups = useMemo(() => arrange(laid, sorted, by, dataset.agencies, lang), [laid, sorted, by, dataset, lang])
  const cells = useMemo(() => groups.flatMap(({ lines }) => lines.flatMap((line) => line.cells)), [groups])
  const n = countNOfN(cells)
  const title = titleOfRug(cells, laid.indicators, at, lang, words)
  const table = useMemo(
    () => tableOfRug(cells, { catalogue: dataset.catalogue, agencies: there, lang, words, caption: title }),
    [cells, dataset, there, lang, words, title],
  )
  const notes = [
    ...(laid.notAsked.length > 0
      ? [own.notAsked(own.names(listNames(laid.notAsked.slice(0, namedAtMost), lang), laid.notAsked.length))]
      : []),
    ...(gone.length > 0 && at !== 'latest'
      ? [own.notThere(gone.map(({ shortName }) => shortName).join(punctuation[lang].enumeration), at)]
      : []),
  ]
  const asColumns = there.length <= columnsEach
  return (
    <Panel
      title={title}
      subtitle={
        <>
          {at === 'latest'
            ? own.rugSubLatest(laid.indicators.length, there.length)
            : own.rugSubYear(at, laid.indicators.length, there.length)}
          {sorted ? ` · ${own.sortedBy((sorted.shortName ?? sorted.name)[lang])}` : ''} · {own.rugRamp} ·{' '}
          <b>{words.overview.rugHave(n.have, n.of)}</b>
        </>
      }
      chart="rug"
      question={compareAgencies.name}
      table={table}
      rows={cells}
      source={`${words.panel.source(laid.lines.filter((line) => line.report !== null).length)} · ${words.overview.rugNote}`}
      note={notes.length > 0 ? notes.join(punctuation[lang].gap) : undefined}
      legend={
        <StateLegend
          states={statesOf(cells)}
          grades={gradesOf(cells)}
          ramp={cells.some((cell) => cell.value !== null && cell.value !== 0)}
        />
      }
      actions={<Link to={{ page: 'methods' }}>{words.panel.definition}</Link>}
    >
      {(showTable) => (
        <>
          <div className="paneltools" role="group" aria-label={own.tools}>
            <TopicPicker />
            {there.length > 1 ? <OrderPicker indicators={laid.indicators} sorted={sorted} /> : null}
            {there.length > 2 && !asColumns ? <GroupingPicker by={by} /> : null}
          </div>
          {asColumns ? (
            <ColumnsRug sheet={{ ...laid, lines: groups.flatMap(({ lines }) => lines) }} caption={title} showTable={showTable} />
          ) : (
            <RowsRug groups={groups} sheet={laid} sorted={sorted} caption={title} showTable={showTable} all={all} />
          )}
          {!asColumns && !all && there.length > firstRows ? (
            <button type="button" className="btn morerows" onClick={() => setAll(true)}>
              {own.showMore(there.length - firstRows)}
            </button>
          ) : null}
        </>
      )}
    </Panel>
  )
}

/** The indicators that the rows are of, each once: while others are asked for, those shown before stay. */
function answered(indicators: readonly Indicator[], rows: readonly ComparedValue[]): readonly Indicator[] {
  const ids = new Set(rows.map((row) => row.indicator))
  return [...new Set(indicators)].filter(({ id }) => ids.has(id))
}

interface LineGroup extends Pick<AgencyGroup, 'key' | 'title'> {
  readonly lines: readonly RugLine[]
}

/** Lines in their order, under their headings. Within a heading the order is that of the whole. */
function arrange(
  { lines }: RugSheet,
  sorted: Indicator | null,
  by: AgencyGrouping,
  everyBody: Parameters<typeof groupAgencies>[2]['all'],
  lang: Lang,
): readonly LineGroup[] {
  const ordered = sorted ? sortRug(lines, sorted) : lines
  const lineOf = new Map(ordered.map((line) => [line.agency.id, line]))
  // Headings keep the order of lists, whatever the bodies under them are sorted by.
  const inList = groupAgencies([...ordered].map(({ agency }) => agency).sort(compareAgencyOrder), by, {
    all: everyBody,
    lang,
    unknown: overviewWords[lang].unknownGroup,
  })
  return inList.map(({ key, title, agencies }) => {
    const members = new Set(agencies.map(({ id }) => id))
    return { key, title, lines: [...lineOf.values()].filter(({ agency }) => members.has(agency.id)) }
  })
}

/** The first so many lines of groups, in order, with how many each group has in all. */
function cutGroups(groups: readonly LineGroup[], most: number): readonly (LineGroup & { readonly of: number })[] {
  return groups.flatMap((group, place) => {
    const before = groups.slice(0, place).reduce((sum, { lines }) => sum + lines.length, 0)
    const lines = group.lines.slice(0, Math.max(0, most - before))
    return lines.length === 0 ? [] : [{ ...group, lines, of: group.lines.length }]
  })
}

const listNames = (indicators: readonly Indicator[], lang: Lang): string[] =>
  indicators.map((indicator) => (indicator.shortName ?? indicator.name)[lang])

const statesOf = (cells: readonly ComparedValue[]): readonly FigureState[] => [
  ...new Set(
    cells.flatMap((cell): FigureState[] => (cell.value === null ? [cell.state] : cell.value === 0 && isOfTables(cell) ? ['zero'] : [])),
  ),
]

const gradesOf = (cells: readonly ComparedValue[]): readonly EvidenceGrade[] =>
  [...new Set(cells.flatMap((cell): EvidenceGrade[] => (cell.value !== null && cell.evidence !== null ? [cell.evidence] : [])))].sort()

/** A few bodies: each a column, indicators by theme. */
function ColumnsRug({ sheet, caption, showTable }: { readonly sheet: RugSheet; readonly caption: string; readonly showTable: () => void }) {
  const { dataset, words, lang } = useAtlas()
  const { lines, indicators } = sheet
  const themes = dataset.catalogue.themes.filter((theme) => indicators.some((indicator) => indicator.theme === theme.id))
  return (
    <Matrix
      caption={caption}
      corner={words.overview.indicatorColumn}
      heads={lines.map((line) => ({ key: line.agency.id, content: <RugHead column={line} /> }))}
      showTable={showTable}
      groups={themes.map((theme) => ({
        title: theme.name[lang],
        rows: indicators
          .filter((indicator) => indicator.theme === theme.id)
          .map((indicator) => ({
            key: indicator.id,
            name: <IndicatorName indicator={indicator} withUnit />,
            cells: lines.map((line) => ({
              key: line.agency.id,
              cell: (
                <RugCell cell={line.cells.find((cell) => cell.indicator === indicator.id)} indicator={indicator} column={line} room={9} />
              ),
            })),
          })),
      }))}
    />
  )
}

/** Many bodies: each a row, under the heading of its group. */
function RowsRug({
  groups,
  sheet,
  sorted,
  caption,
  showTable,
  all,
}: {
  readonly groups: readonly LineGroup[]
  readonly sheet: RugSheet
  readonly sorted: Indicator | null
  readonly caption: string
  readonly showTable: () => void
  readonly all: boolean
}) {
  const { words, lang } = useAtlas()
  const { indicators } = sheet
  const upright = indicators.length > (lang === 'zh' ? 11 : 6)
  // Characters that a cell has room for: where columns are narrow, a long number is told by its tint, its tip and the table.
  const room = indicators.length <= 10 ? 6 : indicators.length <= 16 ? 4 : 3
  return (
    <Matrix
      className={upright ? 'bodies upright' : 'bodies'}
      caption={caption}
      corner={words.overview.agencyColumn}
      showTable={showTable}
      heads={indicators.map((indicator) => ({
        key: indicator.id,
        content: (
          <span className="vhead">
            <IndicatorName indicator={indicator} />
          </span>
        ),
        isSorted: indicator.id === sorted?.id,
      }))}
      groups={cutGroups(groups, all ? Infinity : firstRows).map(({ key, title, lines, of }) => ({
        key,
        title: title === '' ? '' : `${title} · ${words.compare.agenciesOf(of)}`,
        rows: lines.map((line) => ({
          key: line.agency.id,
          name: (
            <Link to={{ page: 'agency', agencies: [line.agency.id] }} title={line.agency.name}>
              {line.agency.shortName}
            </Link>
          ),
          cells: indicators.map((indicator) => ({
            key: indicator.id,
            cell: (
              <RugCell cell={line.cells.find((cell) => cell.indicator === indicator.id)} indicator={indicator} column={line} room={room} />
            ),
          })),
        })),
      }))}
    />
  )
}

function IndicatorName({ indicator, withUnit = false }: { readonly indicator: Indicator; readonly withUnit?: boolean }) {
  const { lang } = useAtlas()
  return (
    <Link to={{ page: 'compare', indicators: [indicator.id] }} title={indicator.name[lang]}>
      {(indicator.shortName ?? indicator.name)[lang]}
      {withUnit ? <span className="u">{unitBeside(indicator, lang)}</span> : null}
    </Link>
  )
}

function RugHead({ column }: { readonly column: RugColumn }): ReactNode {
  const { words, reportById } = useAtlas()
  const scope = column.report === null ? null : reportById(column.report)?.scope
  return (
    <>
      {column.report === null ? (
        <PlaceName name={column.agency.shortName} />
      ) : (
        <Link to={{ page: 'report', report: column.report, cell: null }}>
          <PlaceName name={column.agency.shortName} />
        </Link>
      )}
      <br />
      {column.year ?? words.overview.noReport}
      {scope === 'aggregate' ? ` ${words.overview.aggregate}` : ''}
    </>
  )
}

/** A name that may break after its place, not inside a word. */
function PlaceName({ name }: { readonly name: string }): ReactNode {
  const [, place = '', rest = name] = /^(.+?[市区县旗州])(.+)$/u.exec(name) ?? []
  return (
    <span className="placename">
      {place}
      {place === '' ? null : <wbr />}
      {rest}
    </span>
  )
}

function RugCell({
  cell,
  indicator,
  column,
  room,
}: {
  readonly cell: ComparedValue | undefined
  readonly indicator: Indicator
  readonly column: RugColumn
  /** Characters that fit. */
  readonly room: number
}) {
  const { dataset, words, lang } = useAtlas()
  if (!cell) return null
  const form = tableForms.find((candidate) => candidate === cell.form)
  const path = form === undefined ? undefined : indicator.cell[form]
  const target = path === undefined ? null : indicator.byApplicant && cell.form !== 'pre2019_table' ? `${path}@total` : path
  const printed =
    cell.value === null
      ? null
      : indicator.kind === 'derived'
        ? printRow(cell, indicator, dataset.catalogue, lang, words)
        : `${cell.qualifier ?? ''}${printShort(cell.value, indicator, lang)}`
  return (
    <StateCell
      value={cell.value}
      state={cell.state}
      evidence={cell.evidence}
      qualifier={cell.qualifier}
      {...(printed === null ? {} : { shown: printed.length <= room ? printed : '' })}
      label={sayCell(cell, indicator, column.agency, dataset.catalogue, lang, words)}
      to={cell.report === null ? undefined : { page: 'report', report: cell.report, cell: target }}
    />
  )
}
