import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { Reject } from '../../../dataset/readPackage.ts'
import { filesOfTransfer, holdsDataPackage, sortChoice, type ChosenPackage, type DroppedFiles } from '../../import/chosenFiles.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { LocalDataError, useLocalData } from '../../local/localData.ts'
import { importQueue } from './queueOfPage.ts'

/** What became of one data package: opened under an id, refused row by row, or not opened, with the sentence why. */
export interface PackageResult {
  readonly name: string
  readonly outcome:
    | { readonly kind: 'opening' }
    | { readonly kind: 'opened'; readonly id: string }
    | { readonly kind: 'rejected'; readonly rejects: readonly Reject[] }
    | { readonly kind: 'failed'; readonly said: string }
}

/** The ways in which files reach the page. */
export interface Taking {
  readonly takeFiles: (dropped: DroppedFiles | Promise<DroppedFiles>) => Promise<void>
  /** Something is held over the page. */
  readonly isOver: boolean
  readonly dropHandlers: {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
  readonly packages: readonly PackageResult[]
  readonly forgetPackage: (name: string) => void
  /** What was left out of the last choice, in one sentence; null when nothing was. */
  readonly leftOut: string | null
}

/** Takes files from pickers, drops and the clipboard: reports into the queue, data packages to be opened. */
export function useTakeFiles(): Taking {
  const { words, announce } = useAtlas()
  const [isOver, setIsOver] = useState(false)
  const [leftOut, setLeftOut] = useState<string | null>(null)
  const { packages, openPackages, forgetPackage } = usePackages()
  const take = async (dropped: DroppedFiles | Promise<DroppedFiles>): Promise<void> => {
    const { files, unread } = await dropped
    const sorted = await sortChoice(files, holdsDataPackage)
    performance.mark('ogi:import-chosen')
    importQueue.add(sorted.reports)
    announce(words.import.added(sorted.reports.length, sorted.packages.length))
    const notes = [
      sorted.ignored > 0 ? words.import.systemFiles(sorted.ignored) : '',
      unread.length > 0 ? words.import.unreadFiles(unread.length, unread.slice(0, 3)) : '',
    ]
    setLeftOut(notes.join('') || null)
    await openPackages(sorted.packages)
  }
  usePastedFiles(take)
  return {
    takeFiles: take,
    isOver,
    packages,
    forgetPackage,
    leftOut,
    dropHandlers: {
      onDragOver: (event) => {
        event.preventDefault()
        setIsOver(true)
      },
      onDragLeave: (event) => {
        if (event.target === event.currentTarget) setIsOver(false)
      },
      onDrop: (event) => {
        event.preventDefault()
        setIsOver(false)
        void take(filesOfTransfer(event.dataTransfer))
      },
    },
  }
}

/** Files that are pasted anywhere on the page, except into a field. */
function usePastedFiles(take: (dropped: Promise<DroppedFiles>) => Promise<void>): void {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (isField || !event.clipboardData || event.clipboardData.files.length === 0) return
      event.preventDefault()
      void latest.current(filesOfTransfer(event.clipboardData))
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}

/** Data packages that were chosen, one after the other. */
function usePackages() {
  const { lang, words, announce } = useAtlas()
  const local = useLocalData()
  const [packages, setPackages] = useState<readonly PackageResult[]>([])
  const put = (result: PackageResult): void => setPackages((before) => [...before.filter(({ name }) => name !== result.name), result])
  const openOne = async ({ files }: ChosenPackage): Promise<PackageResult['outcome']> => {
    try {
      const bytes = new Map<string, Uint8Array>()
      for (const [path, file] of files) bytes.set(path, new Uint8Array(await file.arrayBuffer()))
      const opened = await local.openPackage(bytes)
      return 'id' in opened ? { kind: 'opened', id: opened.id } : { kind: 'rejected', rejects: opened.rejects }
    } catch (error) {
      if (error instanceof LocalDataError) return { kind: 'failed', said: error.said[lang] }
      // A file that was moved or may not be read.
      if (error instanceof DOMException) return { kind: 'failed', said: words.import.packageUnread }
      throw error
    }
  }
  const openPackages = async (chosen: readonly ChosenPackage[]): Promise<void> => {
    for (const one of chosen) {
      put({ name: one.name, outcome: { kind: 'opening' } })
      const outcome = await openOne(one)
      put({ name: one.name, outcome })
      announce(outcome.kind === 'opened' ? words.import.packageOpened(one.name) : words.import.packageFailed(one.name))
    }
  }
  return {
    packages,
    openPackages,
    forgetPackage: (name: string) => setPackages((before) => before.filter((result) => result.name !== name)),
  }
}
