import { useMemo, useState } from 'react'
import { nameForm, nameState } from '../../../charts/figureText.ts'
import {
  alignReports,
  describeSideBySide,
  nameRow,
  onlyDifferences,
  printRelation,
  printSide,
  tableOfSideBySide,
  titleOfSideBySide,
  type Aligned,
  type AlignedRow,
  type LoneRow,
  type Pair,
  type Side,
  type SideFigure,
  type SideNames,
} from '../../../charts/sideBySide.ts'
import type { ReportEntry } from '../../../dataset/openDataset.ts'
import type { ApplicantId, FormRow } from '../../../forms/form.ts'
import { readReport } from '../../../questions/readReport.ts'
import type { ReportFigure } from '../../../questions/reportFigure.ts'
import { reportWords, type ReportWords } from '../../../text/reportWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { sayMark, type CellMark } from '../../checks/useReportFindings.ts'
import { Link } from '../../Link.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { Panel } from '../../Panel.tsx'
import { PrintedFace, shortenHead } from '../../ReportSheets.tsx'
import { StateCell } from '../../StateCell.tsx'
import { useAnswer } from '../../useAnswer.ts'
import './sideBySide.css'

type Marks = ReadonlyMap<string, CellMark>

/** The open report with another one beside it, cell by cell. */
export function SideBySide({
  report,
  rows,
  against,
  marks,
}: {
  readonly report: ReportEntry
  readonly rows: readonly ReportFigure[]
  readonly against: ReportEntry
  readonly marks: Marks
}) {
  const answer = useAnswer(readReport, { report: against.report })
  const others = answer.rows?.every((row) => row.report === against.report) ? answer.rows : undefined
  if (others) return <SideBySidePanel left={{ ...report, rows }} right={{ ...against, rows: others }} marks={marks} />
  return (
    <section className="panel c7">
      <div className="body">{answer.error ? <AnswerFailed retry={answer.retry} keptRows /> : <Waiting reports={2} />}</div>
    </section>
  )
}

/** What the two reports are called beside each other: by year where they are of one agency. */
function nameSides(left: Side, right: Side, nameOf: (agency: string) => string): SideNames {
  if (left.agency === right.agency && left.year !== right.year) return { left: String(left.year), right: String(right.year) }
  const name = ({ agency, year, report }: Side, other: Side): string =>
    agency === other.agency ? `${nameOf(agency)} ${year} (${report})` : `${nameOf(agency)} ${year}`
  return { left: name(left, right), right: name(right, left) }
}

interface Sides {
  readonly left: Side
  readonly right: Side
  readonly names: SideNames
  readonly aligned: Aligned
  readonly words: ReportWords
  readonly marks: Marks
}

function SideBySidePanel({ left, right, marks }: { readonly left: Side; readonly right: Side; readonly marks: Marks }) {
  const { dataset, lang, words: shared, agencyById } = useAtlas()
  const { catalogue } = dataset
  const words = reportWords(lang)
  const [onlyOther, setOnlyOther] = useState(false)
  const aligned = useMemo(() => alignReports(left, right, catalogue), [left, right, catalogue])
  const names = nameSides(left, right, (agency) => agencyById(agency)?.shortName ?? agency)
  const { alike, differs, notComparable, missing } = aligned.counts
  const shown = onlyOther ? onlyDifferences(aligned) : aligned.rows
  const sides: Sides = { left, right, names, aligned, words, marks }
  const title = titleOfSideBySide(aligned, words)
  const forms = [left, right].map(({ form }) => nameForm(catalogue, form, lang))
  const untold = [left, right].filter(({ form }) => catalogue.forms.every(({ id, rows }) => id !== form || rows.length === 0))
  return (
    <Panel
      className="c7"
      title={title}
      subtitle={
        <>
          {words.subtitle(names.left, names.right)} · <b>{words.nOfN(alike + differs, alike + differs + notComparable + missing)}</b>
        </>
      }
      chart="sidebyside"
      question={readReport.name}
      table={tableOfSideBySide(aligned, title, { catalogue, lang, words, names })}
      source={shared.panel.source(2)}
      views={[words.sideBySide, shared.report.longTable]}
      note={[
        words.counts(alike, differs, notComparable, missing),
        words.differenceOf(names.left, names.right) + shared.sentenceEnd,
        left.form === right.form
          ? words.sameForm(forms[0] ?? '')
          : untold.length > 0
            ? ''
            : words.otherForm(forms[0] ?? '', forms[1] ?? ''),
        ...untold.map((side) => words.noTables(side === left ? names.left : names.right)),
        aligned.otherScope ? words.otherScope : '',
      ]
        .filter(Boolean)
        .map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      actions={
        <>
          <Link to={{ report: right.report, against: left.report, cell: null }}>{words.swap}</Link>
          <Link to={{ against: null }}>{words.without}</Link>
        </>
      }
    >
      {() => (
        <div className="sides">
          <p className="visually-hidden">{describeSideBySide(aligned, { words, names })}</p>
          <div className="seg" role="group" aria-label={words.onlyDifferences}>
            <button type="button" aria-pressed={!onlyOther} onClick={() => setOnlyOther(false)}>
              {words.everyRow}
            </button>
            <button type="button" aria-pressed={onlyOther} onClick={() => setOnlyOther(true)}>
              {words.onlyDifferences}
            </button>
          </div>
          {onlyOther ? <p className="sub">{words.rowsHidden(aligned.rows.length - shown.length)}</p> : null}
          {shown.length === 0 ? <p className="empty">{aligned.rows.length === 0 ? words.titleNone : words.nothingDiffers}</p> : null}
          {tablesOfRows(shown).map(({ table, rows }) =>
            rows.some((row) => row.pairs.length > 1) ? (
              <ApplicantTable key={table} rows={rows} sides={sides} title={titleOfTable(table, shared.report)} />
            ) : (
              <OneColumnTable key={table} rows={rows} sides={sides} title={titleOfTable(table, shared.report)} />
            ),
          )}
          {onlyOther ? null : (['left', 'right'] as const).map((side) => <LoneRows key={side} side={side} sides={sides} />)}
        </div>
      )}
    </Panel>
  )
}

function tablesOfRows(rows: readonly AlignedRow[]): { readonly table: FormRow['table']; readonly rows: readonly AlignedRow[] }[] {
  return ([1, 2, 3, 4] as const)
    .map((table) => ({ table, rows: rows.filter((row) => row.row.table === table) }))
    .filter((group) => group.rows.length > 0)
}

const titleOfTable = (
  table: FormRow['table'],
  words: { readonly part2: string; readonly part3: string; readonly part4: string },
): string | null => (table === 2 ? words.part2 : table === 3 ? words.part3 : table === 4 ? words.part4 : null)

/** Rows with one number in each report: the two, and their difference. */
function OneColumnTable({
  rows,
  sides,
  title,
}: {
  readonly rows: readonly AlignedRow[]
  readonly sides: Sides
  readonly title: string | null
}) {
  const { names, words } = sides
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={title ?? words.sideBySide}>
      <table className="t sheet side">
        {title === null ? null : (
          <caption>
            <span>{title}</span>
          </caption>
        )}
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col" className="mid">
              {names.left}
            </th>
            <th scope="col" className="mid">
              {names.right}
            </th>
            <th scope="col" className="num">
              {words.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.pairs.map((pair) => (
              <tr key={`${row.row.path}@${pair.applicant ?? ''}`} id={`cell-${row.row.path}`} className={pair.relation}>
                <RowName row={row} sides={sides} />
                <td className="mid">
                  <SideCell figure={pair.left} side="left" row={row.row} applicant={pair.applicant} sides={sides} />
                </td>
                <td className="mid">
                  <SideCell figure={pair.right} side="right" row={row.row} applicant={pair.applicant} sides={sides} />
                </td>
                <Difference pair={pair} sides={sides} />
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** Table three: each row of the form has a line for each report and one for the difference; a row that is the same throughout has one. */
function ApplicantTable({
  rows,
  sides,
  title,
}: {
  readonly rows: readonly AlignedRow[]
  readonly sides: Sides
  readonly title: string | null
}) {
  const { dataset, lang, words: shared } = useAtlas()
  const { words, names } = sides
  const columns = rows[0]?.pairs.map((pair) => pair.applicant) ?? []
  const nameOf = (id: ApplicantId | null): string => dataset.catalogue.applicants.find((applicant) => applicant.id === id)?.name[lang] ?? ''
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={title ?? words.sideBySide}>
      <table className="t sheet side seven">
        {title === null ? null : (
          <caption>
            <span>{title}</span>
          </caption>
        )}
        <thead>
          <tr>
            <th scope="col">{shared.report.corner}</th>
            <th scope="col">
              <span className="visually-hidden">{words.sides}</span>
            </th>
            {columns.map((applicant) => (
              <th key={applicant} scope="col" className="mid" abbr={nameOf(applicant)}>
                {shortenHead(nameOf(applicant))}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row, i) => {
          const isSame = row.pairs.every((pair) => pair.relation === 'alike')
          const caption = row.row.caption === rows[i - 1]?.row.caption ? undefined : row.row.caption
          const line = (side: 'left' | 'right', name: string) => (
            <tr id={side === 'left' ? `cell-${row.row.path}` : undefined}>
              {side === 'left' ? <RowName row={row} sides={sides} span={isSame ? 1 : 3} /> : null}
              <th scope="row" className="who">
                {name}
              </th>
              {row.pairs.map((pair) => (
                <td key={pair.applicant} className={`mid ${pair.relation}`}>
                  <SideCell figure={pair[side]} side={side} row={row.row} applicant={pair.applicant} sides={sides} />
                </td>
              ))}
            </tr>
          )
          return (
            <tbody key={row.row.path} className={isSame ? 'same' : 'other'}>
              {caption === undefined ? null : (
                <tr className="headrow">
                  <th scope="rowgroup" colSpan={columns.length + 2} className="label level1">
                    {caption}
                  </th>
                </tr>
              )}
              {line('left', isSame ? words.alike : names.left)}
              {isSame ? null : line('right', names.right)}
              {isSame ? null : (
                <tr className="differenceline">
                  <th scope="row" className="who">
                    {words.difference}
                  </th>
                  <Differences pairs={row.pairs} sides={sides} />
                </tr>
              )}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

/** The label of a row as printed, what must be said of comparing it, and what the prose of either report says of it. */
function RowName({ row, sides, span = 1 }: { readonly row: AlignedRow; readonly sides: Sides; readonly span?: number }) {
  const { lang, words: shared } = useAtlas()
  const { left, right, names, words } = sides
  const claims = [left, right].flatMap((side) =>
    side.rows
      .filter((figure) => figure.evidence !== 'A' && figure.indicator === row.indicator.id)
      .map((figure) => ({
        key: `${side.report}-${figure.position}`,
        text: words.inProse(
          side === left ? names.left : names.right,
          figure.printed,
          shared.evidence.letter(figure.evidence, shared.evidence[figure.evidence]),
        ),
      })),
  )
  const caption = row.row.table === 3 ? null : row.row.caption
  return (
    <th scope="row" rowSpan={span} className={`label level${row.row.table === 3 || row.row.table === 1 ? row.row.level : 0}`}>
      {[caption, row.row.label, row.row.column].filter((part, i, parts) => part && parts.indexOf(part) === i).join(' · ')}
      {row.note === null ? null : <small className="sidenote">{row.note[lang]}</small>}
      {claims.map((claim) => (
        <small key={claim.key} className="sidenote">
          {claim.text}
        </small>
      ))}
    </th>
  )
}

/** The differences of a row by applicant; where none may be told for one and the same reason, the reason once. */
function Differences({ pairs, sides }: { readonly pairs: readonly Pair[]; readonly sides: Sides }) {
  const { lang } = useAtlas()
  const reasons = new Set(
    pairs.map((pair) => (pair.difference === null ? printRelation(pair, sides.aligned, { lang, words: sides.words }) : null)),
  )
  const [only] = reasons
  if (reasons.size === 1 && only !== undefined && only !== null)
    return (
      <td colSpan={pairs.length} className="mid quietword">
        {only}
      </td>
    )
  return pairs.map((pair) => <Difference key={pair.applicant} pair={pair} sides={sides} short />)
}

function Difference({ pair, sides, short = false }: { readonly pair: Pair; readonly sides: Sides; readonly short?: boolean }) {
  const { lang } = useAtlas()
  const said = printRelation(pair, sides.aligned, { lang, words: sides.words })
  const isNumber = pair.difference !== null
  return (
    <td className={short ? 'mid' : 'num'}>
      {pair.relation === 'differs' ? <b>{said}</b> : null}
      {pair.relation === 'alike' ? <span className="quietword">{short ? '=' : said}</span> : null}
      {pair.relation === 'alike' && short ? <span className="visually-hidden">{said}</span> : null}
      {isNumber ? null : (
        <span className="quietword" title={said}>
          {short ? <span aria-hidden="true">–</span> : said}
          {short ? <span className="visually-hidden">{said}</span> : null}
        </span>
      )}
    </td>
  )
}

/** One figure of one report: as printed or as its state; a link to its source. */
function SideCell({
  figure,
  side,
  row,
  applicant,
  sides,
}: {
  readonly figure: SideFigure
  readonly side: 'left' | 'right'
  readonly row: FormRow
  readonly applicant: ApplicantId | null
  readonly sides: Sides
}) {
  const { dataset, lang, words, selection } = useAtlas()
  const { state, printed } = figure
  if (state === 'row_missing' || state === 'not_reported' || figure.cell === null) {
    return (
      <span className="missingcell">
        <StateCell value={null} state={state} evidence={null} label={nameState(dataset.catalogue, state, lang)} />
      </span>
    )
  }
  const own = sides[side]
  const cell = applicant !== null && own.form !== 'pre2019_table' ? `${figure.cell}@${applicant}` : figure.cell
  const mark = side === 'left' ? sides.marks.get(cell) : undefined
  const what = words.report.openCell(nameRow(row), printSide(figure, { catalogue: dataset.catalogue, lang }))
  const said = side === 'left' ? what : sides.words.openOther(sides.names.right, what)
  const chosen = side === 'left' && selection.cell === cell
  const failing = mark === undefined ? null : sayMark(mark, lang, words)
  return (
    <Link
      to={side === 'left' ? { report: own.report, cell } : { report: own.report, against: sides.left.report, cell }}
      className={`printcell${chosen ? ' chosen' : ''}${mark === undefined ? '' : ` failing ${mark.weight}`}`}
      title={failing ?? nameState(dataset.catalogue, state, lang)}
      current={chosen}
    >
      <span className="visually-hidden">{failing === null ? said : words.join([said, failing])}</span>
      <PrintedFace figure={{ state: state as ReportFigure['state'], printed }} />
      {mark === undefined ? null : (
        <span className="failflag" aria-hidden="true">
          ≠
        </span>
      )}
    </Link>
  )
}

/** The rows that one report alone has; of table three the total, the other columns in the long table. */
function LoneRows({ side, sides }: { readonly side: 'left' | 'right'; readonly sides: Sides }) {
  const { lang, words: shared } = useAtlas()
  const { aligned, words, names } = sides
  const rows = aligned.lone.filter((row) => row.side === side)
  if (rows.length === 0) return null
  return (
    <details className="lonerows">
      <summary>{words.loneLeft(names[side], rows.length)}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.loneLeft(names[side], rows.length)}>
        <table className="t sheet side">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              <th scope="col" className="mid">
                {names[side]}
              </th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LoneLine key={row.row.path} row={row} sides={sides} why={row.why?.[lang] ?? shared.compare.noReason} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function LoneLine({ row, sides, why }: { readonly row: LoneRow; readonly sides: Sides; readonly why: string }) {
  const total = row.figures.at(-1)
  return (
    <tr>
      <th scope="row" className="label">
        {nameRow(row.row)}
      </th>
      <td className="mid">
        {total ? <SideCell figure={total.figure} side={row.side} row={row.row} applicant={total.applicant} sides={sides} /> : null}
      </td>
      <td>
        <small>{why}</small>
      </td>
    </tr>
  )
}
