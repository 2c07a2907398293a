import { useAtlas } from '../AtlasContext.ts'
import type { VerdictRecord } from './verdicts.ts'

/** What a person said of a finding, as one word. */
export function VerdictWord({ record }: { readonly record: VerdictRecord | undefined }) {
  const { words } = useAtlas()
  return <>{words.checks.verdicts[record?.now.verdict ?? 'open']}</>
}
