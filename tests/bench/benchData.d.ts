declare module 'virtual:bench-data' {
  import type { Agency } from '../../src/agencies.ts'
  import type { ComparedValue } from '../../src/questions/comparedValue.ts'

  /** What the static page draws, put into it when it is built. */
  const data: { readonly rows: readonly ComparedValue[]; readonly agencies: readonly Agency[] }
  export default data
}
