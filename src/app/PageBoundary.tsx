import { Component, type ReactNode } from 'react'
import type { Lang } from '../text/label.ts'
import { OpeningFailed } from './OpeningFailed.tsx'
import { noteTrouble } from './release.ts'

/** A page whose file does not come, or that breaks, ends in a sentence and a button; the pages beside it still open. */
export class PageBoundary extends Component<{ readonly lang: Lang; readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }
  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error }
  }
  override componentDidCatch(error: Error): void {
    console.error('a page could not be shown', error)
    noteTrouble(error)
  }
  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return <OpeningFailed lang={this.props.lang} retry={() => window.location.reload()} />
  }
}
