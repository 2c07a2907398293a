import { useState, type ReactNode } from 'react'
import { nameForm } from '../../charts/figureText.ts'
import type { Form } from '../../forms/form.ts'
import { indicatorById, tableForms } from '../../indicators/catalogue.ts'
import { printFormula } from '../../indicators/formulaText.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { useAtlas } from '../AtlasContext.ts'
import { Fact } from '../Fact.tsx'
import { FilterBar } from '../FilterBar.tsx'
import { Link } from '../Link.tsx'
import { IndicatorPicker, matchesIndicator } from '../pickers/IndicatorPicker.tsx'
import { markFirstChart } from '../readiness.ts'
import { StateCell } from '../StateCell.tsx'
import { useAfterPaint } from '../useAfterPaint.ts'

/** What every indicator counts, where it stands on each form, and with what it may be compared. */
export function MethodsPage() {
  const { dataset, selection, words } = useAtlas()
  const indicator = indicatorById(dataset.catalogue, selection.indicators[0] ?? '')
  useAfterPaint(true, markFirstChart)
  return (
    <>
      <FilterBar result="">
        <IndicatorPicker offerAll />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.methods.title}</h1>
          <p>{words.methods.about(dataset.catalogue.indicators.length)}</p>
        </div>
        <div className="grid">
          <IndicatorList chosen={indicator} />
          <div className="c8 stack">
            <IndicatorSheet indicator={indicator} />
            <ComparabilitySheet indicator={indicator} />
          </div>
          <FormsSheet />
          <StatesSheet />
          <Sheet title={words.methods.accessTitle} className="c12">
            <p className="prosetext">{words.methods.access}</p>
          </Sheet>
        </div>
      </main>
    </>
  )
}

function Sheet({
  title,
  subtitle,
  className = '',
  children,
}: {
  readonly title: string
  readonly subtitle?: string
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <section className={`panel ${className}`} aria-label={title}>
      <div className="panelhead">
        <h2>{title}</h2>
        {subtitle === undefined ? null : <p className="sub">{subtitle}</p>}
      </div>
      <div className="body">{children}</div>
    </section>
  )
}

function IndicatorList({ chosen }: { readonly chosen: Indicator }) {
  const { dataset, words, lang } = useAtlas()
  const [typed, setTyped] = useState('')
  const found = dataset.catalogue.indicators.filter((indicator) => matchesIndicator(indicator, typed))
  return (
    <section className="panel c4 indicatorpick" aria-label={words.methods.listTitle}>
      <div className="panelhead">
        <h2>{words.methods.listTitle}</h2>
        <input
          className="field listsearch"
          type="search"
          aria-label={words.pick.searchIndicators}
          placeholder={words.pick.searchIndicators}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="body indicatorlist" tabIndex={0} role="region" aria-label={words.methods.listTitle}>
        {found.length === 0 ? <p className="nomatch">{words.pick.noMatch(typed)}</p> : null}
        {dataset.catalogue.themes
          .filter((theme) => found.some((indicator) => indicator.theme === theme.id))
          .map((theme) => (
            <div key={theme.id}>
              <h3>{theme.name[lang]}</h3>
              <ul>
                {found
                  .filter((indicator) => indicator.theme === theme.id)
                  .map((indicator) => (
                    <li key={indicator.id}>
                      <Link to={{ indicators: [indicator.id] }} current={indicator.id === chosen.id}>
                        {indicator.name[lang]}
                        {indicator.kind === 'reported' ? null : <small className="tag">{words.methods.kinds[indicator.kind]}</small>}
                      </Link>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
      </div>
    </section>
  )
}

function IndicatorSheet({ indicator }: { readonly indicator: Indicator }) {
  const { dataset, words, lang } = useAtlas()
  const theme = dataset.catalogue.themes.find((candidate) => candidate.id === indicator.theme)
  return (
    <Sheet
      title={indicator.name[lang]}
      subtitle={[theme?.name[lang], words.methods.kinds[indicator.kind], indicator.id].filter(Boolean).join(' · ')}
    >
      <dl className="facts">
        <Fact name={words.methods.definition}>{indicator.definition[lang]}</Fact>
        <Fact name={words.methods.basis}>{words.methods.basisNames[indicator.definitionBasis]}</Fact>
        <Fact name={words.methods.unit}>
          {indicator.unitName[lang]}
          {indicator.byApplicant ? <small>{words.methods.byApplicant}</small> : null}
        </Fact>
        {indicator.note ? <Fact name={words.methods.note}>{indicator.note[lang]}</Fact> : null}
        {indicator.minSize !== undefined ? (
          <Fact name={words.methods.size}>
            {[...new Set(tableForms.flatMap((form) => (indicator.size?.[form] ? [printFormula(indicator.size[form])] : [])))].map(
              (formula) => (
                <code key={formula}>{formula}</code>
              ),
            )}
            <small>{words.methods.minSize(indicator.minSize)}</small>
          </Fact>
        ) : null}
      </dl>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.methods.cells}>
        <table className="t wrap">
          <caption>{words.methods.cells}</caption>
          <thead>
            <tr>
              <th scope="col">{words.methods.form}</th>
              <th scope="col">{words.methods.cell}</th>
              <th scope="col">{words.methods.label}</th>
              <th scope="col">{words.methods.formula}</th>
            </tr>
          </thead>
          <tbody>
            {tableForms.map((form) => (
              <FormLine key={form} form={dataset.catalogue.forms.find((candidate) => candidate.id === form)} indicator={indicator} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="actions">
        <Link to={{ page: 'compare', indicators: [indicator.id] }}>{words.methods.see}</Link>
      </p>
    </Sheet>
  )
}

function FormLine({ form, indicator }: { readonly form: Form | undefined; readonly indicator: Indicator }) {
  const { dataset, words, lang } = useAtlas()
  if (!form || (form.id !== 'pre2019_table' && form.id !== 'y2019' && form.id !== 'y2021')) return null
  const path = indicator.cell[form.id]
  const row = form.rows.find((candidate) => candidate.path === path)
  const formula = indicator.from[form.id]
  const asks = row !== undefined || formula !== undefined
  return (
    <tr>
      <th scope="row">{nameForm(dataset.catalogue, form.id, lang)}</th>
      {asks ? (
        <>
          <td>{path ?? '–'}</td>
          <td className="printed">
            {row
              ? [row.caption, row.label, row.column]
                  .filter((part, index, all) => part !== undefined && all.indexOf(part) === index)
                  .join('，')
              : '–'}
          </td>
          <td>{row || !formula ? '–' : <FormulaText text={printFormula(formula)} />}</td>
        </>
      ) : (
        <td colSpan={3}>
          <span className="inlinecell">
            <StateCell value={null} state="not_in_form" evidence={null} label={words.methods.notInForm} />
          </span>
          {words.methods.notInForm}
        </td>
      )}
    </tr>
  )
}

/** A formula with the names of its indicators below the ids, so that it can be read and cited. */
function FormulaText({ text }: { readonly text: string }) {
  const { dataset, lang } = useAtlas()
  const ids = [...new Set(text.match(/[a-z][a-z0-9_]*/g) ?? [])]
  const known = ids.flatMap((id) => dataset.catalogue.indicators.find((candidate) => candidate.id === id) ?? [])
  return (
    <>
      <code>{text}</code>
      <small>
        {known.map((indicator, index) => (
          <span key={indicator.id}>
            {index > 0 ? ' · ' : ''}
            <Link to={{ indicators: [indicator.id] }}>{indicator.name[lang]}</Link>
          </span>
        ))}
      </small>
    </>
  )
}

function ComparabilitySheet({ indicator }: { readonly indicator: Indicator }) {
  const { dataset, words, lang } = useAtlas()
  const others = [indicator.joinedBy, ...(indicator.related ?? [])]
  const named = others.flatMap((id) =>
    id === undefined ? [] : (dataset.catalogue.indicators.find((candidate) => candidate.id === id) ?? []),
  )
  return (
    <Sheet title={words.methods.comparability}>
      <table className="t wrap stacks">
        <thead>
          <tr>
            <th scope="col">{words.methods.step}</th>
            <th scope="col">{words.methods.class}</th>
            <th scope="col">{words.methods.why}</th>
          </tr>
        </thead>
        <tbody>
          {(['y2019', 'y2021'] as const).map((form) => {
            const step = indicator.into[form]
            const kind = dataset.catalogue.comparability.find((candidate) => candidate.id === step.class)
            return (
              <tr key={form}>
                <th scope="row">{form === 'y2019' ? words.methods.step2019 : words.methods.step2021}</th>
                <td>
                  <b className="letter">{kind?.letter}</b> {kind?.name[lang]}
                  <small>{kind?.joins ? words.methods.joins : words.methods.stops}</small>
                </td>
                <td>{step.why[lang]}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {named.length === 0 ? null : (
        <p className="actions">
          {words.methods.related}:{' '}
          {named.map((other, index) => (
            <span key={other.id}>
              {index > 0 ? ' · ' : ''}
              <Link to={{ indicators: [other.id] }}>{other.name[lang]}</Link>
              {other.id === indicator.joinedBy ? ` (${words.methods.joinedBy})` : ''}
            </span>
          ))}
        </p>
      )}
    </Sheet>
  )
}

function FormsSheet() {
  const { dataset, words, lang } = useAtlas()
  const cellsOf = (form: Form): number =>
    form.rows.filter((row) => row.indicator !== null && row.variant !== true).reduce((total, row) => total + (row.table === 3 ? 7 : 1), 0)
  return (
    <Sheet title={words.methods.formsTitle} className="c5">
      <table className="t wrap stacks">
        <thead>
          <tr>
            <th scope="col">{words.methods.form}</th>
            <th scope="col">{words.bar.years}</th>
            <th scope="col">{words.methods.authority}</th>
          </tr>
        </thead>
        <tbody>
          {dataset.catalogue.forms.map((form) => (
            <tr key={form.id}>
              <th scope="row">
                {form.shortName[lang]}
                <small>{form.name[lang]}</small>
              </th>
              <td>{words.methods.formYears(form.years[0], form.years[1])}</td>
              <td>
                {words.methods.authorities[form.id]}
                <small>{cellsOf(form) > 0 ? words.methods.valueCells(cellsOf(form)) : form.note?.[lang]}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function StatesSheet() {
  const { dataset, words, lang } = useAtlas()
  return (
    <Sheet title={words.methods.statesTitle} subtitle={words.methods.statesSub} className="c7">
      <table className="t wrap stacks">
        <thead>
          <tr>
            <th scope="col">{words.methods.state}</th>
            <th scope="col">{words.methods.meaning}</th>
            <th scope="col">{words.methods.counts}</th>
          </tr>
        </thead>
        <tbody>
          {[...dataset.catalogue.valueStates, ...dataset.catalogue.absenceReasons].map((state) => (
            <tr key={state.id}>
              <th scope="row" className="hung">
                <span className="inlinecell">
                  <StateCell
                    value={state.id === 'value' ? 12 : state.id === 'zero' ? 0 : null}
                    state={state.id}
                    evidence={state.number ? 'A' : null}
                    label={state.name[lang]}
                  />
                </span>
                {state.name[lang]}
              </th>
              <td>{state.meaning[lang]}</td>
              <td data-head={words.methods.counts}>{state.missing ? words.methods.yes : words.methods.no}</td>
            </tr>
          ))}
          {dataset.catalogue.grades.map((grade) => (
            <tr key={grade.id}>
              <th scope="row" className="hung">
                <span className="inlinecell">
                  <i className="ev">{grade.id}</i>
                </span>
                {grade.name[lang]}
              </th>
              <td>{lang === 'en' ? markChinese(grade.rule.en) : grade.rule.zh}</td>
              <td className="none">–</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

/** An English sentence in which words of reports are told to be Chinese: they are read aloud as such. */
const markChinese = (sentence: string): ReactNode[] =>
  sentence.split(/([\u3400-\u9fff]+)/).map((part, at) =>
    at % 2 === 1 ? (
      <span key={part} lang="zh-CN">
        {part}
      </span>
    ) : (
      part
    ),
  )
