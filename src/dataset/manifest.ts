import * as v from 'valibot'

/** Version of the compiled file's tables and of the manifest; the app refuses another. */
export const schemaVersion = 1

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const year = v.pipe(v.number(), v.integer())
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,99}$/))
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const label = v.object({ zh: v.string(), en: v.string() })

const manifestSchema = v.object({
  schemaVersion: count,
  id,
  title: label,
  synthetic: v.boolean(),
  years: v.nullable(v.tuple([year, year])),
  dataFile: v.pipe(v.string(), v.regex(/^dataset(\.[0-9a-f]{16})?\.duckdb$/)),
  dataBytes: count,
  dataSha256: sha256,
  contentSha256: v.optional(v.nullable(sha256), null),
  formerSha256: v.optional(v.array(sha256), []),
  package: v.optional(v.nullable(v.object({ file: v.literal('dataset.zip'), bytes: count, sha256 })), null),
  counts: v.object({ regions: count, agencies: count, reports: count, cells: count, figures: count }),
  dates: v.object({ first: v.nullable(v.string()), last: v.nullable(v.string()) }),
  completeYears: v.array(year),
  version: v.optional(v.nullable(v.string()), null),
  licenses: v.optional(v.array(v.object({ name: v.string(), title: v.string(), address: v.nullable(v.string()) })), []),
  earlier: v.optional(
    v.pipe(
      v.array(
        v.object({
          dataSha256: sha256,
          contentSha256: v.optional(v.nullable(sha256), null),
          formerSha256: v.optional(v.array(sha256), []),
          folder: v.pipe(v.string(), v.regex(/^earlier\/[0-9a-f]{16}$/)),
        }),
      ),
      v.maxLength(2),
    ),
    [],
  ),
  answers: v.array(v.pipe(v.string(), v.regex(/^[a-zA-Z]+\/[0-9a-f]{16}$/))),
  files: v.record(v.string(), count),
})

/**
 * What is published of a dataset. `years`: first and last report year, null when there is no report. `counts.cells` are rows of the cell
 * table, `counts.figures` those that carry a number. `dataSha256`: of the compiled file; `contentSha256`: of what the tables say, the same
 * whoever compiles them, null where it was not published; `formerSha256`: what older builds called the same figures. `dates`: first and last day of publishing. `version` and `licenses`: the dataset's
 * own, as its descriptor says them. `package`: the data package as a file, null where none is published. `earlier`: versions published
 * before this one whose values are kept, the newest first. `answers`: the keys of published answers. `files`: some published files and
 * their bytes.
 */
export type Manifest = v.InferOutput<typeof manifestSchema>

/** @throws {Error} naming what is wrong with it. */
export function readManifest(json: unknown): Manifest {
  return parse(manifestSchema, json, 'manifest.json')
}

const listSchema = v.pipe(
  v.array(
    v.object({
      id,
      title: label,
      synthetic: v.boolean(),
      manifest: v.pipe(v.string(), v.regex(/^data\/[a-z0-9_-]+\/manifest\.json$/)),
    }),
  ),
  v.nonEmpty(),
)

/** One dataset of `datasets.json`. `manifest` is an address below the app's own folder. */
export type DatasetEntry = v.InferOutput<typeof listSchema>[number]

/** The datasets that are published, the default first. @throws {Error} naming what is wrong. */
export function readDatasetList(json: unknown): readonly DatasetEntry[] {
  return parse(listSchema, json, 'datasets.json')
}

function parse<S extends v.GenericSchema>(schema: S, json: unknown, file: string): v.InferOutput<S> {
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'as a whole'}: ${issue.message.slice(0, 200)}`)
}
