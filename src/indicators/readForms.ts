import type { Form, FormId, FormRow } from '../forms/form.ts'
import type { JsonFields } from './jsonFields.ts'

const formIds: readonly FormId[] = ['pre2014', 'pre2019_table', 'narrative', 'y2019', 'y2021']
const rowTypes: readonly FormRow['type'][] = ['header', 'group', 'subtotal', 'of_which', 'memo', 'leaf', 'text']

/** The part `forms` of a `catalogue.json`. @throws {Error} naming the field. */
export function readForms(forms: JsonFields): readonly Form[] {
  return forms.keys.map((key) => {
    const id = formIds.find((known) => known === key)
    if (id === undefined) throw new Error(`${forms.where}: there is no form ${JSON.stringify(key)}; known forms are ${formIds.join(', ')}`)
    return readForm(id, forms.object(key))
  })
}

function readForm(id: FormId, fields: JsonFields): Form {
  const rows = [
    ...(fields.has('rows') ? readTableOne(fields) : []),
    ...(fields.has('section2') ? fields.objects('section2').flatMap(readClause) : []),
    ...(fields.has('section3') ? readTableThree(fields.object('section3')) : []),
    ...(fields.has('section4') ? fields.objects('section4').map(readTableFour) : []),
  ]
  const twice = rows.find((row, i) => rows.findIndex((other) => other.path === row.path) !== i)
  if (twice) throw new Error(`${fields.where}: the path ${twice.path} stands there twice`)
  return {
    id,
    ...(fields.has('aliases') ? { aliases: fields.texts('aliases') } : {}),
    name: fields.name(),
    shortName: fields.has('short_zh') || fields.has('short_en') ? fields.name('short_') : fields.name(),
    years: readYears(fields),
    supported: fields.flag('supported'),
    authority: fields.text('authority'),
    ...(fields.has('note') ? { note: fields.longText('note') } : {}),
    ...(fields.has('columns') ? { columns: fields.texts('columns') } : {}),
    ...(fields.has('markers') ? { markers: fields.texts('markers') } : {}),
    chapters: fields.has('chapters') ? fields.texts('chapters') : [],
    rows,
  }
}

function readYears(fields: JsonFields): readonly [number, number | null] {
  const years = fields.raw('years')
  const [from, to] = Array.isArray(years) ? (years as readonly unknown[]) : []
  if (!Number.isInteger(from) || !(to === null || Number.isInteger(to)))
    throw new Error(`${fields.where}.years: expected [first, last or null]`)
  return [Number(from), to === null ? null : Number(to)]
}

/** What rows of every table may have. */
const readCommon = (fields: JsonFields): Pick<FormRow, 'parts' | 'boundedBy' | 'of'> => ({
  ...(fields.has('parts') ? { parts: fields.texts('parts') } : {}),
  ...(fields.has('bounded_by') ? { boundedBy: fields.texts('bounded_by') } : {}),
  ...(fields.has('of') ? { of: fields.text('of') } : {}),
})

const readIndicator = (fields: JsonFields): string | null => (fields.has('indicator') ? fields.text('indicator') : null)
const readUnit = (fields: JsonFields): string => (fields.has('unit') ? fields.text('unit') : '件')
const readAliases = (fields: JsonFields): Pick<FormRow, 'aliases'> => (fields.has('aliases') ? { aliases: fields.texts('aliases') } : {})

function readTableOne(fields: JsonFields): readonly FormRow[] {
  const read = (row: JsonFields): FormRow => ({
    path: row.text('path'),
    table: 1,
    type: row.oneOf('type', rowTypes),
    level: row.number('level'),
    label: row.text('label'),
    unit: row.text('unit'),
    indicator: readIndicator(row),
    byApplicant: false,
    ...readCommon(row),
    ...readAliases(row),
  })
  const rows = fields.objects('rows').map(read)
  const variants = fields.has('variant_rows') ? fields.objects('variant_rows') : []
  return variants.reduce<readonly FormRow[]>((placed, variant) => {
    const after = variant.has('after') ? placed.findIndex((row) => row.path === variant.text('after')) : placed.length - 1
    return [...placed.slice(0, after + 1), { ...read(variant), variant: true }, ...placed.slice(after + 1)]
  }, rows)
}

function readClause(clause: JsonFields): readonly FormRow[] {
  return clause.objects('cells').map((cell) => ({
    path: cell.text('cell'),
    table: 2,
    type: 'leaf',
    level: 0,
    label: clause.text('row'),
    ...(clause.has('caption') ? { caption: clause.text('caption') } : {}),
    column: cell.text('column'),
    unit: readUnit(cell),
    indicator: readIndicator(cell),
    byApplicant: false,
    ...readAliases(clause),
    ...readColumnAliases(cell),
  }))
}

const readColumnAliases = (cell: JsonFields): Pick<FormRow, 'columnAliases'> =>
  cell.has('aliases') ? { columnAliases: cell.texts('aliases') } : {}

/** Labels without numbers stand before the first of their rows, wider ones first. */
function readTableThree(section: JsonFields): readonly FormRow[] {
  const groups = section.objects('groups').map((group) => ({
    rows: group.texts('rows'),
    row: {
      path: group.text('path'),
      table: 3,
      type: 'group',
      level: group.has('level') ? group.number('level') : 1,
      label: group.text('label'),
      unit: '——',
      indicator: null,
      byApplicant: false,
      ...readAliases(group),
    } satisfies FormRow,
  }))
  return section.objects('rows').flatMap((fields) => {
    const path = fields.text('path')
    const around = groups.filter((group) => group.rows.includes(path)).sort((a, b) => b.rows.length - a.rows.length)
    const opening = around.filter((group) => group.rows[0] === path).map((group) => group.row)
    const label = fields.text('label')
    const caption = around.map((group) => group.row.label).find((outer) => label.startsWith(`${outer} `))
    const row: FormRow = {
      path,
      table: 3,
      type: fields.has('parts') ? 'subtotal' : 'leaf',
      level: fields.has('level') ? fields.number('level') : around.length,
      label: caption === undefined ? label : label.slice(caption.length + 1),
      ...(caption === undefined ? {} : { caption }),
      unit: readUnit(fields),
      indicator: readIndicator(fields),
      byApplicant: true,
      ...readCommon(fields),
      ...readAliases(fields),
    }
    return [...opening, row]
  })
}

function readTableFour(cell: JsonFields): FormRow {
  return {
    path: cell.text('cell'),
    table: 4,
    type: cell.has('parts') ? 'subtotal' : 'leaf',
    level: 0,
    label: cell.text('column'),
    caption: cell.text('block'),
    column: cell.text('column'),
    unit: readUnit(cell),
    indicator: readIndicator(cell),
    byApplicant: false,
    ...readCommon(cell),
    ...readColumnAliases(cell),
  }
}
