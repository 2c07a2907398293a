import { useMemo } from 'react'
import { countPrinted, linesOfReport, relateProse, type PrintedFigure, type ProseClaim } from '../../../charts/printedReport.ts'
import { nameState } from '../../../charts/figureText.ts'
import type { FormRow } from '../../../forms/form.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import type { ReportFigure } from '../../../questions/reportFigure.ts'
import type { ParsedReport } from '../../../reports/figure.ts'
import type { IdentityDraft } from '../../import/identityDraft.ts'
import type { SourceIndex } from '../../import/sourceIndex.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { nameCell, PrintedFace, printedText, ReportSheets, tablesOf } from '../../ReportSheets.tsx'
import { StateCell } from '../../StateCell.tsx'
import { useReview } from './ReviewContext.ts'
import { useSoon } from './useSoon.ts'

/** The statutory tables as they were read, each figure a way to its place; the numbers of the prose below them. */
export function FiguresPane({
  parsed,
  draft,
  figures,
  index,
}: {
  readonly parsed: ParsedReport
  readonly draft: IdentityDraft
  readonly figures: readonly ReportFigure[]
  readonly index: SourceIndex
}) {
  const { dataset, words } = useAtlas()
  const isDrawn = useSoon()
  const form = dataset.catalogue.forms.find(({ id }) => id === parsed.report.form)
  const lines = useMemo(() => (form ? linesOfReport(form, figures) : []), [form, figures])
  const claims = useMemo(
    () => (parsed.report.form === null ? [] : relateProse(figures, { form: parsed.report.form, year: draft.year ?? 0 }, dataset.catalogue)),
    [figures, parsed.report.form, draft.year, dataset],
  )
  const count = countPrinted(lines)
  const unreadable = parsed.figures.filter(({ state }) => state === 'unreadable').length
  const tables = form ? tablesOf(form) : []
  return (
    <section className="panel pane figurespane" data-pane="figures">
      <div className="panelhead">
        <h2>
          {tables.length === 0
            ? words.report.tableTitleNone
            : count.filled === count.expected
              ? words.report.tableTitleFull(count.expected)
              : words.report.tableTitle(count.expected, count.filled, count.blank, count.expected - count.filled - count.blank)}
        </h2>
        {tables.length === 0 ? null : (
          <p className="sub">{unreadable > 0 ? words.import.unreadableCells(unreadable) : words.import.figuresSub}</p>
        )}
      </div>
      <div className="panebody" tabIndex={0} role="region" aria-label={words.import.panes.figures}>
        {tables.length === 0 ? <p className="hint">{words.report.tableNone}</p> : null}
        {tables.length === 0 || !isDrawn ? null : (
          <ReportSheets
            tables={tables}
            lines={lines}
            renderCell={(row, figure, applicant) => <ReadCell row={row} figure={figure} applicant={applicant} />}
          />
        )}
        {isDrawn ? <ClaimList claims={claims} index={index} /> : <p className="hint">{words.state.loading}</p>}
      </div>
    </section>
  )
}

/** One cell as read: leads to where it is printed. */
function ReadCell({
  row,
  figure,
  applicant,
}: {
  readonly row: FormRow
  readonly figure: PrintedFigure
  readonly applicant: string | null
}) {
  const { dataset, words, lang } = useAtlas()
  const { chosen, tabStop, showInSource } = useReview()
  const at = figure.position - 1
  const isChosen = chosen.figure === at
  const state = nameState(dataset.catalogue, figure.state, lang)
  const column = dataset.catalogue.applicants.find(({ id }) => id === applicant)?.name[lang] ?? null
  return (
    <button
      type="button"
      className={isChosen ? 'printcell chosen' : 'printcell'}
      title={state}
      aria-current={isChosen ? 'true' : undefined}
      data-jump=""
      data-cell={at}
      tabIndex={at === tabStop.figures ? 0 : -1}
      aria-label={words.import.openSource(nameCell(row, row.table === 3 ? column : null), saidOf(figure, state))}
      onClick={() => showInSource(at)}
    >
      <PrintedFace figure={figure} />
    </button>
  )
}

/** What a cell says: as printed, and its state where it is no number. */
const saidOf = (figure: PrintedFigure, state: string): string =>
  printedText(figure) ?? (figure.printed === '' ? state : `${figure.printed} ${state}`)

/** The numbers of the prose, each with its grade and how it stands to the table. */
function ClaimList({ claims, index }: { readonly claims: readonly ProseClaim[]; readonly index: SourceIndex }) {
  const { dataset, words, lang } = useAtlas()
  const { chosen, tabStop, showInSource } = useReview()
  if (claims.length === 0) return <p className="hint">{words.report.proseNone}</p>
  const relations = { same: words.report.same, differs: words.report.differs, only: words.report.onlyProse } as const
  return (
    <div className="claims">
      <h3>{words.import.claims(claims.length)}</h3>
      <ul>
        {claims.map(({ claim, relation }) => {
          const at = claim.position - 1
          const isChosen = chosen.figure === at
          const name = indicatorById(dataset.catalogue, claim.indicator ?? '').name[lang]
          return (
            <li key={claim.position}>
              <button
                type="button"
                className={isChosen ? 'claim chosen' : 'claim'}
                data-jump=""
                data-cell={at}
                tabIndex={at === tabStop.figures ? 0 : -1}
                aria-current={isChosen ? 'true' : undefined}
                disabled={index.spotOf(at) === null}
                onClick={() => showInSource(at)}
              >
                <span className="claimcell">
                  <StateCell
                    value={claim.value}
                    state={claim.state}
                    evidence={claim.evidence}
                    qualifier={claim.qualifier}
                    label={words.join([words.evidence[claim.evidence], words.evidence.printed(claim.printed)])}
                  />
                </span>
                <span className="claimname">{name}</span>
                <small>{relations[relation]}</small>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
