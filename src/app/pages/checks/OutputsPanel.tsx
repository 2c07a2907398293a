import { useAtlas } from '../../AtlasContext.ts'
import type { Outputs } from './useOutputs.ts'

/** What is listed as files: the list, a slip for every agency, one page for whoever has to know. */
export function OutputsPanel({ outputs, count }: { readonly outputs: Outputs; readonly count: number }) {
  const { words } = useAtlas()
  const { said, working, save } = outputs
  return (
    <section className="panel c7 outputs" aria-labelledby="outputs-title">
      <div className="panelhead">
        <h2 id="outputs-title">{words.checks.outputsTitle}</h2>
        <p className="sub">{words.checks.outputsSub(count)}</p>
      </div>
      <div className="body verdictactions">
        {(['xlsx', 'csv', 'slips', 'summary'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="btn"
            disabled={count === 0}
            aria-disabled={working}
            onClick={() => save({ kind })}
            data-output={kind}
          >
            {words.checks.outputs[kind]}
          </button>
        ))}
      </div>
      {said === null || said.kind === 'slip' ? null : <p className="note">{said.text}</p>}
    </section>
  )
}
