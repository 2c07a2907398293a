import { useMemo } from 'react'
import type { ChartContext } from '../../../charts/chartContext.ts'
import { printShort, printValue } from '../../../charts/figureText.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { cellOfRug, rangeOf, sayCell, tableOfRug } from '../../../charts/rug.ts'
import type { EvidenceGrade, FigureState } from '../../../forms/states.ts'
import { segmentsOf } from '../../../indicators/comparability.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { compareWordsIn } from '../../../text/compareWords.ts'
import { formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { Matrix } from '../../Matrix.tsx'
import { Panel } from '../../Panel.tsx'
import { StateCell, StateLegend } from '../../StateCell.tsx'
import { PanelActions, Subtitle, unitOf } from './panelParts.tsx'

/** One indicator, bodies × years: every place with its number or the reason why there is none. */
export function RugPanel({
  rows,
  context,
  isPublished,
}: {
  readonly rows: readonly ComparedValue[]
  readonly context: ChartContext
  /** Is there a file of the indicator, or does only the page work it out? */
  readonly isPublished: boolean
}) {
  const { dataset } = useAtlas()
  const { words, lang, catalogue, indicator, agencies, years } = context
  const span = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i)
  const lines = useMemo(() => cellsOfBodies(rows, context), [rows, context])
  const cells = lines.flatMap((line) => line.cells)
  const tables = cells.filter((cell) => cell.evidence === null || cell.evidence === 'A')
  const title = titleOfMatrix(tables, context)
  const reports = new Set(cells.flatMap((cell) => (cell.report === null ? [] : [cell.report]))).size
  const states = [...new Set(cells.flatMap((cell): FigureState[] => (cell.value === null || cell.value === 0 ? [cell.state] : [])))]
  const grades = [...new Set(cells.flatMap((cell): EvidenceGrade[] => (cell.evidence === null ? [] : [cell.evidence])))].sort()
  return (
    <Panel
      title={title}
      subtitle={
        <Subtitle
          parts={[indicator.name[lang], words.compare.agenciesOf(agencies.length), formatYears(years), unitOf(indicator, lang)]}
          n={printNOfN(countNOfN(tables), catalogue, lang, words)}
        />
      }
      chart="rug"
      question={compareAgencies.name}
      table={tableOfRug(cells, { catalogue, agencies, lang, words, caption: title })}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={
        <StateLegend
          states={states}
          grades={grades}
          ramp={indicator.kind !== 'derived' && cells.some((cell) => cell.value !== null && cell.value !== 0)}
        />
      }
      note={indicator.kind === 'derived' ? undefined : compareWordsIn(lang).matrix.note}
      actions={<PanelActions indicator={indicator} dataset={dataset} title={title} isPublished={isPublished} />}
    >
      {(showTable) => (
        <Matrix
          showTable={showTable}
          className="mx bodies"
          caption={title}
          corner={words.bar.agencies}
          heads={span.map((year) => ({ key: String(year), content: year }))}
          groups={[
            {
              title: '',
              rows: lines.map(({ agency, cells: ofBody }) => ({
                key: agency.id,
                name: <Link to={{ page: 'agency', agencies: [agency.id] }}>{agency.shortName}</Link>,
                cells: ofBody.map((cell) => ({
                  key: String(cell.year),
                  cell: (
                    <StateCell
                      value={cell.value}
                      state={cell.state}
                      evidence={cell.evidence}
                      qualifier={cell.qualifier}
                      {...(cell.value === null ? {} : { shown: printInCell(cell, context) })}
                      label={sayCell(cell, indicator, agency, catalogue, lang, words)}
                      to={cell.report === null ? undefined : { page: 'report', report: cell.report, cell: null }}
                    />
                  ),
                })),
              })),
            },
          ]}
        />
      )}
    </Panel>
  )
}

/** The figures of each body, a cell for each year. */
function cellsOfBodies(rows: readonly ComparedValue[], { agencies, indicator, years: [from, to] }: ChartContext) {
  const byAgency = new Map<string, ComparedValue[]>()
  for (const row of rows) {
    const known = byAgency.get(row.agency)
    if (known) known.push(row)
    else byAgency.set(row.agency, [row])
  }
  return agencies.map((agency) => {
    const own = byAgency.get(agency.id) ?? []
    const cells = Array.from({ length: to - from + 1 }, (_, i) => cellOfRug(own, indicator.id, agency.id, from + i) ?? [])
    return { agency, cells: cells.flat() }
  })
}

const printInCell = (cell: ComparedValue, { indicator, lang, words }: ChartContext): string =>
  indicator.kind === 'derived'
    ? (printValue(cell, indicator, lang, words) ?? '')
    : `${cell.qualifier ?? ''}${cell.value === null ? '' : printShort(cell.value, indicator, lang)}`

/** A range only where every number may be set beside every other one. */
function titleOfMatrix(cells: readonly ComparedValue[], { indicator, lang, agencies }: ChartContext): string {
  const { matrix } = compareWordsIn(lang)
  const range = rangeOf(cells, indicator, lang)
  const have = cells.filter((cell) => cell.value !== null).length
  if (have === 0) return matrix.titleNone
  if (range === null) return matrix.title(have, cells.length)
  if (range.allZero) return matrix.titleZero(range.count)
  const told = cells.filter((cell) => cell.value !== null)
  const isOneScope = new Set(told.map((cell) => cell.scope)).size <= 1
  const isOneRun =
    agencies.length > 0 &&
    segmentsOf(
      indicator,
      [...told].sort((a, b) => a.year - b.year),
    ).length <= 1
  return isOneScope && isOneRun ? matrix.titleRange(have, cells.length, range.low, range.high) : matrix.titleApart(have, cells.length)
}
