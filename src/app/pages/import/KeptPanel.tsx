import { useRef, useState } from 'react'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { LocalDataError, useLocalData, type LocalReportEntry } from '../../local/localData.ts'
import { today } from '../../today.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { saveFile } from './saveFile.ts'
import { useKeptFocus } from './useKeptFocus.ts'

/** What is kept on this machine: each report, to be looked at or removed; all of it, to be taken along or wiped. */
export function KeptPanel() {
  const { words, lang, dataset, announce } = useAtlas()
  const local = useLocalData()
  const part = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useKeptFocus(part, title)
  const [asks, setAsks] = useState(false)
  const [working, setWorking] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const run = async (work: () => Promise<void>, done: string): Promise<void> => {
    setWorking(true)
    setSaid(null)
    try {
      await work()
      announce(done)
    } catch (error) {
      if (!(error instanceof LocalDataError)) throw error
      console.warn('local data could not be changed as asked', error)
      setSaid(error.said[lang])
    } finally {
      setWorking(false)
    }
  }
  const exportAll = async (): Promise<void> => {
    const name = `${dataset.manifest.id.replace(/[^a-z0-9-_]/gi, '').slice(0, 60)}-${today()}.zip`
    saveFile(name, 'application/zip', await local.exportPackage())
  }
  const isEmpty = local.reports.length === 0 && local.packages.length === 0
  return (
    <section className="panel" ref={part}>
      <div className="panelhead">
        <h2 id="kept-title" tabIndex={-1} ref={title}>
          {isEmpty ? words.import.keptNone : words.import.keptTitle(local.reports.length, local.packages.length)}
        </h2>
        <p className="sub">
          {local.keptIn === 'memory' ? words.import.keptInMemory : isEmpty ? words.import.keptLater : words.import.keptHere}
        </p>
      </div>
      {local.reports.length === 0 ? null : (
        <KeptTable reports={local.reports} working={working} remove={(id) => void run(() => local.remove(id), words.import.removed)} />
      )}
      {local.packages.length === 0 ? null : (
        <ul className="keptpackages">
          {local.packages.map(({ id, title }) => (
            <li key={id}>
              <Link to={{ page: 'overview', data: id, agencies: null, focus: null, report: null, cell: null }}>{title[lang]}</Link>
              <button
                type="button"
                className="linklike"
                disabled={working}
                aria-label={`${words.import.remove} ${title[lang]}`}
                onClick={() => void run(() => local.removePackage(id), words.import.removed)}
              >
                {words.import.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {said === null ? null : (
        <p className="note" role="alert">
          {said}
        </p>
      )}
      {isEmpty ? null : (
        <div className="panelfoot keptfoot">
          <span>{words.import.exportNote}</span>
          <span className="act">
            <button type="button" className="btn" disabled={working} onClick={() => void run(exportAll, words.import.exported)}>
              {words.import.exportAll}
            </button>
            <button type="button" className="btn" disabled={working} onClick={() => setAsks(true)}>
              {words.import.wipe}
            </button>
          </span>
        </div>
      )}
      {asks ? (
        <ConfirmDialog
          title={words.import.wipeTitle}
          text={words.import.wipeText(local.reports.length, local.packages.length)}
          action={words.import.wipeDo}
          close={() => setAsks(false)}
          confirm={() => void run(() => local.wipe(), words.import.wiped)}
        />
      ) : null}
    </section>
  )
}

function KeptTable({
  reports,
  working,
  remove,
}: {
  readonly reports: readonly LocalReportEntry[]
  readonly working: boolean
  readonly remove: (report: string) => void
}) {
  const { words, lang, agencyById, reportById } = useAtlas()
  return (
    <div className="body">
      <div className="scroll kept" tabIndex={0} role="region" aria-labelledby="kept-title">
        <table className="t wrap">
          <thead>
            <tr>
              <th scope="col">{words.import.columns.agency}</th>
              <th scope="col">{words.import.columns.year}</th>
              <th scope="col">{words.import.version}</th>
              <th scope="col">{words.import.columns.file}</th>
              <th scope="col">{words.import.acceptedOn}</th>
              <th scope="col">{words.import.columns.actions}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((one) => {
              const name = agencyById(one.agency)?.name ?? one.agency
              return (
                <tr key={one.report}>
                  <th scope="row">
                    {reportById(one.report) ? <Link to={{ page: 'report', report: one.report, cell: null }}>{name}</Link> : name}
                    {one.left ? <small>{one.left[lang]}</small> : null}
                  </th>
                  <td>{one.year}</td>
                  <td>{one.version ?? '–'}</td>
                  <td className="keptfile">
                    <bdi>{one.file}</bdi>
                  </td>
                  <td>{one.acceptedOn}</td>
                  <td>
                    <button
                      type="button"
                      className="linklike"
                      disabled={working}
                      aria-label={`${words.import.remove} ${name} ${one.year}`}
                      onClick={() => remove(one.report)}
                    >
                      {words.import.remove}
                    </button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
