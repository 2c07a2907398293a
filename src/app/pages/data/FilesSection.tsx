import { apiAddresses } from '../../../dataset/apiAddresses.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { useLocalData } from '../../local/localData.ts'
import { sayBytes } from './sayBytes.ts'
import { Section } from './Section.tsx'
import { TableHead } from './TableHead.tsx'
import { useIsPublished, usePublished } from './usePublished.ts'

/** The files of the whole dataset, each with its size. */
export function FilesSection() {
  const { dataset, lang } = useAtlas()
  const local = useLocalData()
  const said = dataWords[lang]
  const isPublished = useIsPublished()
  const { manifest, failed } = usePublished()
  if (!isPublished) {
    return (
      <Section id="files" title={said.filesTitle} className="c12">
        <p>{said.noFiles}</p>
        <p className="actions">
          <Link to={{ page: 'import' }}>{said.toImport}</Link>
        </p>
      </Section>
    )
  }
  const about = (pattern: string): string => apiAddresses.find((one) => one.pattern === pattern)?.about[lang] ?? ''
  const packed = manifest?.package ?? null
  const files: readonly {
    readonly file: string
    readonly about: string
    readonly bytes: number | null
    readonly sha256?: string | undefined
  }[] = [
    { file: 'dataset.zip', about: about('dataset.zip'), bytes: packed?.bytes ?? null, sha256: packed?.sha256 },
    ...(manifest === null
      ? []
      : [{ file: manifest.dataFile, about: about('dataset.<hash>.duckdb'), bytes: manifest.dataBytes, sha256: manifest.dataSha256 }]),
    { file: 'manifest.json', about: about('manifest.json'), bytes: null },
    ...['catalogue', 'agencies', 'reports', 'indicators', 'findings'].map((name) => {
      const file = `api/${name}.json`
      return { file, about: about(file), bytes: manifest?.files[file] ?? null }
    }),
  ]
  return (
    <Section id="files" title={said.filesTitle} subtitle={said.filesSub} className="c12">
      {dataset.hasEveryFile ? null : (
        <p className="datanote" role="note">
          {said.withLocal(local.reports.length)} <Link to={{ page: 'import' }}>{said.toImport}</Link>
        </p>
      )}
      {failed ? <p className="datanote">{said.filesFailed}</p> : null}
      <div className="scroll" tabIndex={0} role="region" aria-label={said.filesTitle}>
        <table className="t wrap filetable">
          <TableHead names={[said.file, said.what, said.size, said.sha256]} numeric={[said.size]} />
          <tbody>
            {files.map(({ file, about: what, bytes, sha256 }) => (
              <tr key={file}>
                <th scope="row">
                  <a href={dataset.addressOf(file)} download={file.split('/').at(-1)}>
                    {file}
                  </a>
                </th>
                <td>
                  {what}
                  {file === 'dataset.zip' ? <small>{said.packageNote}</small> : null}
                </td>
                <td className={bytes === null ? 'num none' : 'num'}>{bytes === null ? '–' : sayBytes(bytes, lang)}</td>
                <td className={sha256 === undefined ? 'none' : ''}>
                  {sha256 === undefined ? '–' : <code title={sha256}>{`${sha256.slice(0, 16)}…`}</code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
