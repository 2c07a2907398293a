import * as v from 'valibot'
import type { Catalogue } from '../indicators/catalogue.ts'

// Ids become file names and columns: nothing but letters, digits, - and _.
const id = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_-]{1,100}$/))
const label = v.looseObject({ zh: v.string(), en: v.string() })
const named = v.looseObject({ id: v.string(), name: label })

/** The parts that everything else relies on; what a formula says is found out when it is used. */
const schema = v.looseObject({
  forms: v.array(v.looseObject({ id, name: label, rows: v.array(v.looseObject({ path: v.string(), type: v.string() })) })),
  applicants: v.array(named),
  themes: v.array(named),
  comparability: v.array(named),
  valueStates: v.array(named),
  absenceReasons: v.array(named),
  grades: v.array(named),
  qualifiers: v.array(named),
  scopes: v.array(named),
  indicators: v.array(
    v.looseObject({
      id,
      name: label,
      kind: v.picklist(['reported', 'composite', 'derived']),
      unit: v.string(),
      type: v.string(),
      byApplicant: v.boolean(),
      from: v.record(v.string(), v.looseObject({ kind: v.picklist(['reported', 'sum', 'ratio']) })),
    }),
  ),
})

/** Reads the `catalogue.json` that a dataset brings. @throws {Error} naming the first item that is wrong. */
export function readCatalogue(text: string): Catalogue {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new Error('catalogue.json: this is not JSON', { cause })
  }
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return json as Catalogue
  const [issue] = parsed.issues
  throw new Error(`catalogue.json: ${v.getDotPath(issue) ?? 'as a whole'}: ${issue.message.slice(0, 200)}`)
}
