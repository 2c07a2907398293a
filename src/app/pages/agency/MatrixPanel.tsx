import { useState } from 'react'
import { foldOf, pathOf, rowsOfAgency, rowsToList, type MatrixRow } from '../../../charts/agencyMatrix.ts'
import { nameForm, printRow, printShort, unitBeside } from '../../../charts/figureText.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { sayCell, tableOfRug } from '../../../charts/rug.ts'
import { isOfTables, type EvidenceGrade, type FigureState } from '../../../forms/states.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { listFigures } from '../../../questions/listFigures.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import type { Words } from '../../../text/zh.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { Matrix } from '../../Matrix.tsx'
import { Panel } from '../../Panel.tsx'
import { StateCell, StateLegend } from '../../StateCell.tsx'
import type { AgencyView } from './useAgencyView.ts'

/** Every indicator that the agency's forms ask for, year by year. */
export function MatrixPanel({ view: { agency, values, indicators, loaded, year } }: { readonly view: AgencyView }) {
  const { dataset, words, lang } = useAtlas()
  const [all, setAll] = useState(false)
  const years = loaded.length > 0 ? loaded : [year]
  const matrix = rowsOfAgency(values, agency.id, indicators, years, all)
  const listed = new Set(all ? matrix : rowsToList(matrix))
  const cells = matrix.flatMap((row) => row.cells)
  const tables = cells.filter((cell) => cell.value !== null && isOfTables(cell))
  const title = titleOfMatrix(tables, loaded.length, words)
  return (
    <Panel
      title={title}
      subtitle={
        <>
          {agency.shortName} · {words.agency.matrixSub} · <b>{printNOfN(countNOfN(cells), dataset.catalogue, lang, words)}</b>
        </>
      }
      chart="rug"
      question={listFigures.name}
      rows={cells}
      table={tableOfRug(cells, { catalogue: dataset.catalogue, agencies: [agency], lang, words, caption: title })}
      source={loaded.length > 0 ? words.panel.source(loaded.length) : words.panel.noSource}
      legend={<MatrixLegend cells={cells} ramp={tables.some((cell) => cell.value !== 0)} />}
      actions={
        <button type="button" className="linklike" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? words.agency.hideEmpty : words.agency.showAll}
        </button>
      }
    >
      {() => (
        <Matrix
          caption={title}
          corner={words.overview.indicatorColumn}
          spans={spansOf(years, values, (form) => nameForm(dataset.catalogue, form, lang))}
          heads={years.map((one) => ({ key: String(one), content: <YearHead year={one} values={values} /> }))}
          groups={dataset.catalogue.themes
            .filter((theme) => matrix.some((row) => row.indicator.theme === theme.id))
            .map((theme) => {
              const rows = matrix.filter((row) => row.indicator.theme === theme.id)
              const folded = rows.filter((row) => !listed.has(row))
              const zeros = folded.filter((row) => foldOf(row) === 'zeros').length
              return {
                key: theme.id,
                title: folded.length === 0 ? theme.name[lang] : agencyWordsIn(lang).folded(theme.name[lang], zeros, folded.length - zeros),
                rows: rows.filter((row) => listed.has(row)).map((row) => rowOf(row)),
              }
            })}
        />
      )}
    </Panel>
  )
}

function titleOfMatrix(tables: readonly ComparedValue[], loaded: number, { agency }: Words): string {
  if (loaded === 0) return agency.noReports
  const withNumber = new Set(tables.map((cell) => cell.indicator)).size
  if (withNumber === 0) return agency.matrixTitleProse
  return tables.every((cell) => cell.value === 0) ? agency.matrixTitleZero(loaded) : agency.matrixTitle(loaded, withNumber)
}

const rowOf = ({ indicator, cells }: MatrixRow) => ({
  key: indicator.id,
  name: <RowName indicator={indicator} />,
  cells: cells.map((cell) => ({ key: String(cell.year), cell: <FigureCell indicator={indicator} cell={cell} /> })),
})

function RowName({ indicator }: Pick<MatrixRow, 'indicator'>) {
  const { lang, selection } = useAtlas()
  return (
    <Link
      to={{ indicators: [indicator.id] }}
      current={indicator.id === selection.indicators[0]}
      title={`${indicator.name[lang]} ${unitBeside(indicator, lang)}`.trim()}
    >
      {(indicator.shortName ?? indicator.name)[lang]}
      <span className="u">{unitBeside(indicator, lang)}</span>
    </Link>
  )
}

function YearHead({ year, values }: { readonly year: number; readonly values: readonly ComparedValue[] }) {
  const row = reportIn(values, year)
  if (!row?.report) return year
  return <Link to={{ page: 'report', report: row.report, cell: null }}>{year}</Link>
}

const reportIn = (values: readonly ComparedValue[], year: number): ComparedValue | undefined =>
  values.find((one) => one.year === year && one.report !== null)

/** The form of each run of years. */
function spansOf(years: readonly number[], values: readonly ComparedValue[], nameOf: (form: ComparedValue['form']) => string) {
  const spans: { name: string; width: number }[] = []
  for (const year of years) {
    const name = nameOf(reportIn(values, year)?.form ?? null)
    const last = spans.at(-1)
    if (last?.name === name) last.width += 1
    else spans.push({ name, width: 1 })
  }
  return spans
}

function FigureCell({ indicator, cell }: { readonly indicator: MatrixRow['indicator']; readonly cell: ComparedValue }) {
  const { dataset, lang, words, agencyById } = useAtlas()
  const { catalogue } = dataset
  const agency = agencyById(cell.agency)
  const shown =
    cell.value === null
      ? {}
      : {
          shown:
            indicator.kind === 'derived'
              ? printRow(cell, indicator, catalogue, lang, words)
              : `${cell.qualifier ?? ''}${printShort(cell.value, indicator, lang)}`,
        }
  return (
    <StateCell
      value={cell.value}
      state={cell.state}
      evidence={cell.evidence}
      qualifier={cell.qualifier}
      {...shown}
      label={agency ? sayCell(cell, indicator, agency, catalogue, lang, words) : ''}
      to={cell.report === null ? undefined : { page: 'report', report: cell.report, cell: pathOf(indicator, cell) }}
    />
  )
}

function MatrixLegend({ cells, ramp }: { readonly cells: readonly ComparedValue[]; readonly ramp: boolean }) {
  const states = new Set(cells.flatMap((cell): FigureState[] => (cell.value === null ? [cell.state] : cell.value === 0 ? ['zero'] : [])))
  const grades = new Set(cells.flatMap((cell): EvidenceGrade[] => (cell.value !== null && cell.evidence !== null ? [cell.evidence] : [])))
  return <StateLegend states={[...states]} grades={[...grades].sort()} ramp={ramp} />
}
