import { useQuery } from '@tanstack/react-query'
import type { Manifest } from '../../../dataset/manifest.ts'
import type { IndicatorFiles } from '../../../dataset/staticApi.ts'
import { useAtlas } from '../../AtlasContext.ts'

/** What is published of the open dataset, whatever this machine added to it. */
export interface Published {
  /** Null where the open dataset is another one than the published, so that its sizes and hashes say nothing of the files. */
  readonly manifest: Manifest | null
  readonly indicators: ReadonlyMap<string, IndicatorFiles>
  readonly failed: boolean
}

/** Is anything of the open dataset published? Not where it came from a file of this machine. */
export function useIsPublished(): boolean {
  const { dataset } = useAtlas()
  return dataset.addressOf('manifest.json') !== ''
}

/** The manifest and the list of indicator files. */
export function usePublished(): Published {
  const { dataset } = useAtlas()
  const { hasEveryFile, manifest } = dataset
  const indicators = useQuery({
    queryKey: [manifest.dataSha256, 'indicator files'],
    queryFn: async () => (await dataset.readJson('api/indicators.json')) as readonly IndicatorFiles[],
    enabled: hasEveryFile,
    retry: false,
  })
  return {
    manifest: hasEveryFile ? manifest : null,
    indicators: new Map((indicators.data ?? []).map((files) => [files.id, files])),
    failed: indicators.isError,
  }
}
