import type { Reject } from '../../../dataset/readPackage.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { useGrowing } from './useGrowing.ts'
import type { PackageResult } from './takeFiles.ts'

/** What became of the data packages that were chosen. */
export function PackageResults({
  results,
  forget,
}: {
  readonly results: readonly PackageResult[]
  readonly forget: (name: string) => void
}) {
  const { words } = useAtlas()
  const { packageTitle, packageOpened, packageFailed } = words.import
  return results.map(({ name, outcome }) => (
    <section key={name} className="panel" aria-label={packageTitle(name)}>
      <div className="panelhead">
        <h2>{(outcome.kind === 'opening' ? packageTitle : outcome.kind === 'opened' ? packageOpened : packageFailed)(name)}</h2>
        <button type="button" className="btn quiet" onClick={() => forget(name)}>
          {words.close}
        </button>
        <p className="sub" role="status">
          {outcome.kind === 'opening' ? words.import.packageOpening : null}
          {outcome.kind === 'opened' ? words.import.packageIsOpen : null}
          {outcome.kind === 'failed' ? outcome.said : null}
          {outcome.kind === 'rejected' ? words.import.packageRejected(outcome.rejects.length) : null}
        </p>
      </div>
      {outcome.kind === 'opened' ? (
        <div className="body">
          <p className="actions">
            <Link to={{ page: 'overview', data: outcome.id, agencies: null, focus: null, report: null, cell: null }}>
              {words.import.openDataset}
            </Link>
          </p>
        </div>
      ) : null}
      {outcome.kind === 'rejected' ? <RejectTable rejects={outcome.rejects} /> : null}
    </section>
  ))
}

/** Every row that cannot stand, with file, line, column and reason. */
function RejectTable({ rejects }: { readonly rejects: readonly Reject[] }) {
  const { words, lang } = useAtlas()
  const { shown, more } = useGrowing(rejects.length, 100)
  return (
    <div className="body">
      <div className="scroll" tabIndex={0} role="region" aria-label={words.import.rejects}>
        <table className="t wrap rejects">
          <caption className="visually-hidden">{words.import.rejects}</caption>
          <thead>
            <tr>
              <th scope="col">{words.import.rejectFile}</th>
              <th scope="col" className="num">
                {words.import.rejectLine}
              </th>
              <th scope="col">{words.import.rejectColumn}</th>
              <th scope="col">{words.import.rejectReason}</th>
            </tr>
          </thead>
          <tbody>
            {rejects.slice(0, shown).map((reject, at) => (
              // Two rejects may be alike in all they say.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <th scope="row">{reject.file}</th>
                <td className="num">{reject.line ?? '–'}</td>
                <td>{reject.column ?? '–'}</td>
                <td>{reject.reason[lang]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < rejects.length ? (
        <button type="button" className="linklike" onClick={more}>
          {words.import.showMore(Math.min(100, rejects.length - shown))}
        </button>
      ) : null}
    </div>
  )
}
