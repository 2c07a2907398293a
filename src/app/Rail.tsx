import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { everyFinding, type Page, type Selection } from '../selection.ts'
import type { Label } from '../text/label.ts'
import { pickerWords } from '../text/pickerWords.ts'
import { useAtlas } from './AtlasContext.ts'
import { useVerdicts } from './checks/useVerdicts.ts'
import { isHandled } from './checks/verdicts.ts'
import { Link } from './Link.tsx'
import { useLocalData } from './local/localData.ts'
import { isPainted, watchPaint } from './readiness.ts'
import { useFindings } from './useFindings.ts'
import './rail.css'

/** The mark: a small matrix of states. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="1" width="5" height="5" fill="var(--c1)" />
      <rect x="8.5" y="1.5" width="4" height="4" fill="none" stroke="var(--c1)" />
      <rect x="16" y="1" width="5" height="5" fill="var(--c1)" />
      <rect x="1" y="8.5" width="5" height="5" fill="var(--r3)" />
      <path d="M8.5 13L13 8.5M8.5 10.5l2-2M11 13l2-2" stroke="var(--st-ink)" />
      <rect x="16" y="8.5" width="5" height="5" fill="var(--c1)" />
      <rect x="1.5" y="16.5" width="4" height="4" fill="none" stroke="var(--st-ink)" strokeDasharray="1 1" />
      <rect x="8.5" y="16" width="5" height="5" fill="var(--r3)" />
      <path d="M16 20.5L20.5 16M16 18l2-2M18.5 20.5l2-2" stroke="var(--st-ink)" />
    </svg>
  )
}

/** Brand, pages and settings at the left edge; on narrow screens and in 关怀 a bar with a menu. */
export function Rail() {
  const { words, selection, dataset } = useAtlas()
  const [openOn, setOpenOn] = useState<Selection | null>(null)
  // Going anywhere closes the menu: it was opened on another selection.
  const open = openOn === selection
  return (
    <>
      <header className={dataset.manifest.synthetic ? 'topbar tagged' : 'topbar'}>
        <Brand />
        {dataset.manifest.synthetic ? <span className="tag syn">{words.rail.synthetic}</span> : null}
        <button type="button" className="btn" aria-expanded={open} aria-controls="rail" onClick={() => setOpenOn(open ? null : selection)}>
          {open ? words.close : words.menu}
        </button>
      </header>
      <aside className={open ? 'rail open' : 'rail'} id="rail" aria-label={words.rail.label}>
        <div className="railbrand">
          <Brand />
        </div>
        <nav aria-label={words.rail.label}>
          <PageGroup title={words.rail.look} pages={['overview', 'compare', 'channels', 'staffing', 'requests']} />
          <PageGroup title={words.rail.bodies} pages={['agency', 'report', 'checks']} />
          <PageGroup title={words.rail.data} pages={['import', 'data', 'methods', 'embed']} />
        </nav>
        <Settings />
      </aside>
    </>
  )
}

function Brand() {
  const { words, start } = useAtlas()
  return (
    <Link to={{ ...start }} className="brand">
      <Mark />
      <span>
        <b>{words.appName}</b>
        <span>{words.appSubtitle}</span>
      </span>
    </Link>
  )
}

function PageGroup({ title, pages }: { readonly title: string; readonly pages: readonly Page[] }) {
  const { words, selection } = useAtlas()
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <Link
              to={{ page, cell: null, ...everyFinding, ...(page === 'report' ? {} : { against: null }) }}
              current={selection.page === page}
            >
              {words.pages[page]}
              {page === 'checks' ? <OpenFindings /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How many failures nobody has said anything of; asked for once the page is drawn. */
function OpenFindings() {
  const { words } = useAtlas()
  const { result } = useFindings(useSyncExternalStore(watchPaint, isPainted))
  const { records } = useVerdicts()
  const open = useMemo(
    () => result?.findings.filter(({ outcome, fingerprint }) => outcome === 'fails' && !isHandled(records.get(fingerprint))).length,
    [result, records],
  )
  if (open === undefined || open === 0) return null
  return (
    <span className="count">
      <span aria-hidden="true">{open}</span>
      <span className="visually-hidden"> {words.checks.railCount(open)}</span>
    </span>
  )
}

function Settings() {
  const { words, selection, dataset, lang, appearance } = useAtlas()
  const other = appearance === 'dark' ? 'light' : 'dark'
  const localReports = dataset.reports.filter((report) => report.local).length
  return (
    <div className="foot">
      <div className="prefs">
        <Choice on={lang === 'zh'} to={{ lang: 'zh' }}>
          <span lang="zh-CN">中文</span>
        </Choice>
        <Choice on={lang === 'en'} to={{ lang: 'en' }}>
          <span lang="en">English</span>
        </Choice>
        <Link to={{ theme: other }}>{words.rail[other]}</Link>
        <Link to={{ theme: selection.theme === 'care' ? 'auto' : 'care' }}>
          {selection.theme === 'care' ? words.rail.leaveCare : words.rail.care}
        </Link>
      </div>
      <Datasets />
      {localReports > 0 ? (
        <p>
          <Link to={{ page: 'import' }}>{words.local.includes(localReports)}</Link>
        </p>
      ) : null}
      <p>{words.rail.staysHere}</p>
    </div>
  )
}

/** The datasets that can be opened, the open one marked. Another one opens on the same page, with what only this one has left behind. */
function Datasets() {
  const { lang, dataset, datasets, start, selection } = useAtlas()
  const { packages } = useLocalData()
  const titleOf = ({ id, title }: { readonly id: string; readonly title: Label }): Label =>
    packages.find((one) => one.id === id)?.title ?? title
  const shown = datasets.some(({ id }) => id === dataset.manifest.id) ? datasets : [dataset.manifest, ...datasets]
  return (
    <>
      <h2 id="datasets">{pickerWords(lang).datasets}</h2>
      <ul className="datasets" aria-labelledby="datasets">
        {shown.map((entry) => (
          <li key={entry.id}>
            <Choice
              on={entry.id === dataset.manifest.id}
              to={{ ...start, page: selection.page, lang, theme: selection.theme, data: entry.id }}
            >
              {titleOf(entry)[lang]}
            </Choice>
            <DatasetMarks synthetic={entry.synthetic} isLocal={packages.some(({ id }) => id === entry.id)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function DatasetMarks({ synthetic, isLocal }: { readonly synthetic: boolean; readonly isLocal: boolean }) {
  const { words } = useAtlas()
  if (!synthetic && !isLocal) return null
  return (
    <span className="datasetmarks">
      {synthetic ? <span className="tag syn">{words.rail.synthetic}</span> : null}
      {isLocal ? <span className="tag">{words.local.mark}</span> : null}
    </span>
  )
}

function Choice({ on, to, children }: { readonly on: boolean; readonly to: Partial<Selection>; readonly children: ReactNode }) {
  return on ? <b aria-current="true">{children}</b> : <Link to={to}>{children}</Link>
}
