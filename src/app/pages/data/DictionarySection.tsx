import type { ReactNode } from 'react'
import { tables, type Table } from '../../../dataset/tables.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { StateCell } from '../../StateCell.tsx'
import { Section } from './Section.tsx'
import { TableHead } from './TableHead.tsx'

/** What every table and column holds, and what every code in them means. */
export function DictionarySection() {
  const { lang } = useAtlas()
  const said = dataWords[lang]
  return (
    <Section id="dictionary" title={said.dictionaryTitle} subtitle={said.dictionarySub} className="c12">
      {(tables as readonly Table[]).map((table) => (
        <Leaf key={table.name} name={table.name} about={said.tableOf(table.about[lang], table.columns.length)}>
          <ColumnTable table={table} />
        </Leaf>
      ))}
      <Leaf name={said.statesTitle} about={said.statesSub}>
        <StateTable />
      </Leaf>
      <Codes />
    </Section>
  )
}

function Leaf({ name, about, children }: { readonly name: string; readonly about?: string; readonly children: ReactNode }) {
  return (
    <details className="leaf">
      <summary>
        <b>{name}</b>
        {about === undefined ? null : <span>{about}</span>}
      </summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={name}>
        {children}
      </div>
    </details>
  )
}

function ColumnTable({ table }: { readonly table: Table }) {
  const { lang } = useAtlas()
  const said = dataWords[lang]
  return (
    <table className="t wrap">
      <TableHead names={[said.column, said.meaning, said.type, said.oneOf]} />
      <tbody>
        {table.columns.map((column) => (
          <tr key={column.name}>
            <th scope="row">
              <code>{column.name}</code>
            </th>
            <td>{column.about[lang]}</td>
            <td>
              {said.types[column.type]}
              <small>{column.required ? said.required : said.optional}</small>
            </td>
            <td>
              {column.oneOf ? <code>{column.oneOf.join(' ')}</code> : null}
              {column.refersTo ? said.refersTo(column.refersTo) : null}
              {column.oneOf || column.refersTo ? null : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function StateTable() {
  const { dataset, lang } = useAtlas()
  const said = dataWords[lang]
  const { valueStates, absenceReasons } = dataset.catalogue
  return (
    <table className="t wrap">
      <TableHead names={[said.codes, said.looks, said.meaning, said.counted]} />
      <tbody>
        {[...valueStates, ...absenceReasons].map(({ id, name, meaning, missing, number }) => (
          <tr key={id}>
            <th scope="row">
              <code>{id}</code>
            </th>
            <td>
              <span className="inlinecell">
                <StateCell value={id === 'zero' ? 0 : number ? 12 : null} state={id} evidence={number ? 'A' : null} label="" />
              </span>
            </td>
            <td>
              <b>{name[lang]}</b>
              <small>{meaning[lang]}</small>
            </td>
            <td>{missing ? said.yes : said.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Code {
  readonly id: string
  readonly kind?: string
  readonly name: string
  readonly about?: string | undefined
}

/** Grades, forms, applicant types, scopes and qualifiers. */
function Codes() {
  const { dataset, lang } = useAtlas()
  const said = dataWords[lang]
  const { grades, forms, applicants, scopes, qualifiers } = dataset.catalogue
  const groups: readonly { readonly title: string; readonly codes: readonly Code[] }[] = [
    { title: said.gradesTitle, codes: grades.map(({ id, name, rule }) => ({ id, name: name[lang], about: rule[lang] })) },
    {
      title: said.formsTitle,
      codes: forms.map(({ id, shortName, name, note }) => ({
        id,
        name: shortName[lang],
        about: note ? `${name[lang]} ${note[lang]}` : name[lang],
      })),
    },
    {
      title: said.othersTitle,
      codes: [
        ...applicants.map(({ id, name }) => ({ id, name: name[lang], kind: said.kindApplicant })),
        ...scopes.map(({ id, name }) => ({ id, name: name[lang], kind: said.kindScope })),
        ...qualifiers.map(({ id, name }) => ({ id, name: name[lang], kind: said.kindQualifier })),
      ],
    },
  ]
  return groups.map(({ title, codes }) => (
    <Leaf key={title} name={title}>
      <table className="t wrap">
        <TableHead names={[said.codes, said.meaning]} />
        <tbody>
          {codes.map(({ id, kind, name, about }) => (
            <tr key={`${kind} ${id}`}>
              <th scope="row">
                <code>{id}</code>
              </th>
              <td>
                {kind === undefined ? null : <span className="codekind">{kind}</span>}
                <b>{name}</b>
                {about === undefined ? null : <small>{about}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Leaf>
  ))
}
