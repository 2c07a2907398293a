import { compareVersions, type ComparedFigure, type FigureChange } from '../../../dataset/compareVersions.ts'
import { nameState } from '../../../charts/figureText.ts'
import type { ReportEntry } from '../../../dataset/openDataset.ts'
import { readReport } from '../../../questions/readReport.ts'
import type { ParsedReport } from '../../../reports/figure.ts'
import type { IdentityDraft } from '../../import/identityDraft.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { nameCell } from '../../ReportSheets.tsx'
import { useAnswer } from '../../useAnswer.ts'
import { useGrowing } from './useGrowing.ts'

/** Where the data have a report of this agency and year already: which version this becomes, and what it prints otherwise. */
export function VersionNotice({ parsed, draft }: { readonly parsed: ParsedReport; readonly draft: IdentityDraft }) {
  const { dataset } = useAtlas()
  const same = dataset.reports.filter(({ agency, year }) => agency === draft.agencyId && year === draft.year)
  const newest = same.reduce<ReportEntry | null>((last, report) => (last === null || report.version > last.version ? report : last), null)
  return newest === null ? null : <NextVersion key={newest.report} newest={newest} parsed={parsed} />
}

function NextVersion({ newest, parsed }: { readonly newest: ReportEntry; readonly parsed: ParsedReport }) {
  const { words, dataset } = useAtlas()
  const answer = useAnswer(readReport, { report: newest.report })
  const rows = answer.rows?.filter(({ report }) => report === newest.report)
  const difference = rows ? compareVersions(rows, parsed.figures) : null
  const changes = difference ? [...difference.table, ...difference.prose] : []
  return (
    <section className="identity versions" aria-labelledby="version-title">
      <h2 id="version-title">{words.import.versionTitle(newest.version + 1)}</h2>
      <p className="sub">
        <Link to={{ page: 'report', report: newest.report, cell: null }}>{words.import.seeVersion(newest.version)}</Link>
      </p>
      {difference === null ? (
        <p className="sub">{answer.error ? words.import.versionUnread : words.state.loading}</p>
      ) : changes.length === 0 ? (
        <p>{words.import.versionSame(difference.same)}</p>
      ) : (
        <>
          <p>{words.import.versionDiffers(changes.length, difference.same)}</p>
          <ChangeTable
            changes={changes}
            forms={[parsed.report.form, newest.form].map((id) => dataset.catalogue.forms.find((form) => form.id === id))}
          />
        </>
      )}
    </section>
  )
}

const step = 40

/** Figure by figure: before and after, as printed. */
function ChangeTable({
  changes,
  forms,
}: {
  readonly changes: readonly FigureChange[]
  readonly forms: readonly ({ readonly rows: readonly Parameters<typeof nameCell>[0][] } | undefined)[]
}) {
  const { words, lang, dataset } = useAtlas()
  const { shown, more } = useGrowing(changes.length, step)
  const nameOf = ({ cell, applicant, indicator }: FigureChange): string => {
    const row = cell === null ? undefined : forms.flatMap((form) => form?.rows ?? []).find(({ path }) => path === cell)
    const column = row?.table === 3 ? (dataset.catalogue.applicants.find(({ id }) => id === applicant)?.name[lang] ?? null) : null
    return row ? nameCell(row, column) : (dataset.catalogue.indicators.find(({ id }) => id === indicator)?.name[lang] ?? '–')
  }
  const say = (figure: ComparedFigure | null): string =>
    figure === null ? words.import.notThere : figure.printed === '' ? nameState(dataset.catalogue, figure.state, lang) : figure.printed
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.import.changes}>
      <table className="t wrap">
        <caption className="visually-hidden">{words.import.changes}</caption>
        <thead>
          <tr>
            <th scope="col">{words.report.columnIndicator}</th>
            <th scope="col">{words.import.before}</th>
            <th scope="col">{words.import.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, shown).map((change, at) => (
            // Two changes may be alike in all they say.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <th scope="row">{nameOf(change)}</th>
              <td className={change.before?.printed ? 'printed' : undefined}>{say(change.before)}</td>
              <td className={change.after?.printed ? 'printed' : undefined}>{say(change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown < changes.length ? (
        <button type="button" className="linklike" onClick={more}>
          {words.import.showMore(Math.min(step, changes.length - shown))}
        </button>
      ) : null}
    </div>
  )
}
