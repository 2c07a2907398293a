import { useMemo, useState, type ReactNode } from 'react'
import { printRow, printShort, unitBeside } from '../../../charts/figureText.ts'
import { cellsOfGroups, figureOfOverviewRug, layOutOverviewRug, type RugGroup } from '../../../charts/overviewRug.ts'
import { sayCell, type RugColumn, type RugSheet } from '../../../charts/rug.ts'
import { isOfTables, type EvidenceGrade, type FigureState } from '../../../forms/states.ts'
import { tableForms } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { overviewWords } from '../../../text/overviewWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { Matrix } from '../../Matrix.tsx'
import { usePrinting } from '../../print/usePrinting.ts'
import { StateCell, StateLegend } from '../../StateCell.tsx'
import { firstRows } from './CoveragePanel.tsx'
import { GroupingPicker, OrderPicker, TopicPicker } from './overviewPickers.tsx'

/** Bodies up to which each has a column; more have a row each. */
const columnsEach = 8

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
  const { by: chosenBy, sort, indicators: chosen } = selection
  const [first = null] = chosen
  const rug = useMemo(
    () =>
      layOutOverviewRug(rows, indicators, {
        at,
        agencies: chosenAgencies,
        all: dataset.agencies,
        sortedBy: sort === 'value' ? first : null,
        by: chosenBy,
        lang,
      }),
    [rows, indicators, at, chosenAgencies, dataset, sort, first, chosenBy, lang],
  )
  const { sheet: laid, groups, there, by, sorted } = rug
  const cells = useMemo(() => cellsOfGroups(groups), [groups])
  const figure = useMemo(() => figureOfOverviewRug(rug, { catalogue: dataset.catalogue, lang, words }), [rug, dataset, lang, words])
  const { title } = figure
  const asColumns = there.length <= columnsEach
  return (
    <FigurePanel
      figure={figure}
      embed={{ figure: 'rug', at }}
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
    </FigurePanel>
  )
}

/** The first so many lines of groups, in order, with how many each group has in all. */
function cutGroups(groups: readonly RugGroup[], most: number): readonly (RugGroup & { readonly of: number })[] {
  return groups.flatMap((group, place) => {
    const before = groups.slice(0, place).reduce((sum, { lines }) => sum + lines.length, 0)
    const lines = group.lines.slice(0, Math.max(0, most - before))
    return lines.length === 0 ? [] : [{ ...group, lines, of: group.lines.length }]
  })
}

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
  readonly groups: readonly RugGroup[]
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
      <span className="placename">
        {column.year ?? words.overview.noReport}
        {scope === 'aggregate' ? ` ${words.overview.aggregate}` : ''}
      </span>
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
