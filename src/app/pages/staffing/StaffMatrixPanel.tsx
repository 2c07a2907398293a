import { useMemo } from 'react'
import { unitBeside } from '../../../charts/figureText.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { sayCell, tableOfRug } from '../../../charts/rug.ts'
import { printRow, printShort } from '../../../charts/figureText.ts'
import { nameItem, type StaffContext } from '../../../charts/staffChart.ts'
import type { StaffLine, StaffList } from '../../../charts/staffRows.ts'
import type { EvidenceGrade, FigureState } from '../../../forms/states.ts'
import { tableForms } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { staffingWords } from '../../../text/staffingWords.ts'
import { Link } from '../../Link.tsx'
import { Matrix } from '../../Matrix.tsx'
import { Panel } from '../../Panel.tsx'
import { StateCell, StateLegend } from '../../StateCell.tsx'

/** Everything on staffing of one year: a line per body in the order of the list above, a column per item. */
export function StaffMatrixPanel({
  rows,
  list,
  context,
}: {
  readonly rows: readonly ComparedValue[]
  readonly list: StaffList
  readonly context: StaffContext
}) {
  const { catalogue, lang, words, indicators, at, agencies } = context
  const own = staffingWords[lang]
  const items = indicators.all.filter(({ role }) => role?.staffing !== 'share')
  const lines = [...list.groups.flat(), ...list.few, ...list.missing]
  const cellOf = useMemo(() => findCells(rows), [rows])
  const cells = lines.flatMap((line) => items.flatMap((item) => cellOf(item, line) ?? []))
  const n = countNOfN(cells)
  const when = own.when(at)
  const title = own.listTitle(when, n.have, n.of)
  const numbers = cells.filter(({ value }) => value !== null)
  const states = [...new Set(cells.flatMap(({ value, state }): FigureState[] => (value === null ? [state] : value === 0 ? ['zero'] : [])))]
  const grades = [...new Set(numbers.flatMap(({ evidence }): EvidenceGrade[] => (evidence === null ? [] : [evidence])))].sort()
  return (
    <Panel
      title={title}
      subtitle={
        <>
          {[words.compare.agenciesOf(lines.length), when, own.listSub(items.length)].join(' · ')} ·{' '}
          <b>{printNOfN(n, catalogue, lang, words)}</b>
        </>
      }
      chart="rug"
      question={compareAgencies.name}
      rows={cells}
      table={tableOfRug(cells, { catalogue, agencies, lang, words, caption: title })}
      source={words.panel.source(lines.filter(({ row }) => row.report !== null).length)}
      legend={<StateLegend states={states} grades={grades} ramp={numbers.some(({ value }) => value !== 0)} />}
    >
      {() => (
        <Matrix
          className="staffmatrix"
          caption={title}
          corner={words.bar.agencies}
          heads={items.map((item) => ({ key: item.id, content: <Head item={item} context={context} /> }))}
          groups={[
            {
              title: '',
              rows: lines.map((line) => ({
                key: line.row.agency,
                name: <BodyLink line={line} context={context} />,
                cells: items.map((item) => ({ key: item.id, cell: <ItemCell cell={cellOf(item, line)} item={item} context={context} /> })),
              })),
            },
          ]}
        />
      )}
    </Panel>
  )
}

/** The figure of the tables for an item and a line; without one the strongest figure of the prose, else the reason. */
function findCells(rows: readonly ComparedValue[]): (item: Indicator, line: StaffLine) => ComparedValue | undefined {
  const byPlace = new Map<string, ComparedValue>()
  const rank = (row: ComparedValue): string => (row.value === null ? 'Z' : (row.evidence ?? 'A'))
  for (const row of rows) {
    const key = `${row.indicator} ${row.agency} ${row.year}`
    const before = byPlace.get(key)
    if (!before || rank(row) < rank(before)) byPlace.set(key, row)
  }
  return (item, { row }) => byPlace.get(`${item.id} ${row.agency} ${row.year}`)
}

function Head({ item, context }: { readonly item: Indicator; readonly context: StaffContext }) {
  return (
    <Link to={{ indicators: [item.id] }}>
      {nameItem(item, context)}{' '}
      <span className="u">{item.kind === 'derived' ? item.unitName[context.lang] : unitBeside(item, context.lang)}</span>
    </Link>
  )
}

function BodyLink({ line: { row }, context: { agencies, at } }: { readonly line: StaffLine; readonly context: StaffContext }) {
  const name = agencies.find(({ id }) => id === row.agency)?.shortName ?? row.agency
  return (
    <Link to={{ page: 'agency', agencies: [row.agency] }}>
      {name}
      {at === 'latest' && row.report !== null ? ` ${row.year}` : ''}
    </Link>
  )
}

function ItemCell({
  cell,
  item,
  context: { catalogue, lang, words, agencies },
}: {
  readonly cell: ComparedValue | undefined
  readonly item: Indicator
  readonly context: StaffContext
}) {
  const agency = agencies.find(({ id }) => id === cell?.agency)
  if (!cell || !agency) return null
  const form = tableForms.find((candidate) => candidate === cell.form)
  const path = form === undefined ? null : (item.cell[form] ?? null)
  const number = item.kind === 'derived' ? printRow(cell, item, catalogue, lang, words) : null
  return (
    <StateCell
      value={cell.value}
      state={cell.state}
      evidence={cell.evidence}
      qualifier={cell.qualifier}
      {...(cell.value === null ? {} : { shown: number ?? `${cell.qualifier ?? ''}${printShort(cell.value, item, lang)}` })}
      label={sayCell(cell, item, agency, catalogue, lang, words)}
      to={cell.report === null ? undefined : { page: 'report', report: cell.report, cell: path }}
    />
  )
}
