import { useQuery } from '@tanstack/react-query'
import { readManifest, type Manifest } from '../../../dataset/manifest.ts'
import type { IndicatorFiles } from '../../../dataset/staticApi.ts'
import { useAtlas } from '../../AtlasContext.ts'

/** What is published of the open dataset, whatever this machine added to it. */
export interface Published {
  /** Null while it is not known. */
  readonly manifest: Manifest | null
  readonly indicators: ReadonlyMap<string, IndicatorFiles>
  readonly failed: boolean
}

/** Is anything of the open dataset published? Not where it came from a file of this machine. */
export function useIsPublished(): boolean {
  const { dataset } = useAtlas()
  return dataset.addressOf('manifest.json') !== ''
}

/** The manifest and the list of indicator files, as they are published. */
export function usePublished(): Published {
  const { dataset } = useAtlas()
  const isPublished = useIsPublished()
  const { hasEveryFile } = dataset
  const manifest = useQuery({
    queryKey: [dataset.manifest.id, 'published manifest'],
    queryFn: async () => readManifest(await fetchPublished(dataset.addressOf('manifest.json'))),
    enabled: isPublished && !hasEveryFile,
  })
  const indicators = useQuery({
    queryKey: [dataset.manifest.id, dataset.manifest.dataSha256, 'indicator files'],
    queryFn: async () => (await fetchPublished(dataset.addressOf('api/indicators.json'))) as readonly IndicatorFiles[],
    enabled: isPublished,
    retry: false,
  })
  return {
    manifest: hasEveryFile ? dataset.manifest : (manifest.data ?? null),
    indicators: new Map((indicators.data ?? []).map((files) => [files.id, files])),
    failed: indicators.isError || manifest.isError,
  }
}

async function fetchPublished(address: string): Promise<unknown> {
  const response = await fetch(address, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${address}: the server answers ${response.status}`)
  return response.json() as Promise<unknown>
}
