import { nameForm } from '../../../charts/figureText.ts'
import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { formatDate, formatNumber, formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Fact } from '../../Fact.tsx'
import { Section } from './Section.tsx'

/** What the dataset is: title, licence, counts, years, forms, dates, fingerprint. */
export function AboutSection() {
  const { dataset, lang, words } = useAtlas()
  const said = dataWords[lang]
  const { manifest, reports, catalogue } = dataset
  const { counts, dates } = manifest
  const print = (n: number): string => formatNumber(n, lang)
  const dated = reports.filter((report) => report.published_on !== null).length
  const forms = catalogue.forms
    .map(({ id }) => ({ id, count: reports.filter((report) => report.form === id).length }))
    .filter(({ count }) => count > 0)
  return (
    <Section id="about" title={said.aboutTitle} className="c7">
      <dl className="facts datafacts">
        <Fact name={said.title}>
          {manifest.title[lang]}
          {manifest.synthetic ? (
            <>
              {' '}
              <span className="tag syn">{words.rail.synthetic}</span>
              <small>{said.syntheticNote}</small>
            </>
          ) : null}
          {lang === 'en' ? <small lang="zh-CN">{manifest.title.zh}</small> : null}
        </Fact>
        <Fact name={said.id}>
          <code>{manifest.id}</code>
          {manifest.version === null ? null : <small>{`${said.version} ${manifest.version}`}</small>}
        </Fact>
        <Fact name={said.licence}>
          {manifest.licenses.length === 0 ? said.licenceUnsaid : null}
          {manifest.licenses.map(({ name, title, address }) => (
            <span key={name} className="stepline">
              {address === null ? title : <a href={address}>{title}</a>}
            </span>
          ))}
        </Fact>
        <Fact name={said.holds}>
          {said.counts(print(counts.agencies), print(counts.reports), print(counts.cells), print(counts.figures))}
        </Fact>
        <Fact name={said.years}>{manifest.years === null ? said.noDates : formatYears(manifest.years)}</Fact>
        <Fact name={said.forms}>
          {words.join(forms.map(({ id, count }) => said.formReports(nameForm(catalogue, id, lang), print(count))))}
        </Fact>
        <Fact name={said.dates}>
          {dates.first === null || dates.last === null
            ? said.noDates
            : dates.first === dates.last
              ? formatDate(dates.first, lang)
              : `${formatDate(dates.first, lang)} – ${formatDate(dates.last, lang)}`}
          {dated < reports.length && dated > 0 ? <small>{said.dated(print(dated), print(reports.length))}</small> : null}
        </Fact>
        <Fact name={said.complete}>
          {manifest.completeYears.length === 0 ? said.noneDeclared : words.join(manifest.completeYears.map(String))}
        </Fact>
        <Fact name={said.hash}>
          <code>{fingerprintOf(manifest)}</code>
          <small>{said.hashNote}</small>
        </Fact>
      </dl>
    </Section>
  )
}
