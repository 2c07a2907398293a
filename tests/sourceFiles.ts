import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

export const projectRoot = path.resolve(import.meta.dirname, '..')

/** What `npm run build` made, or a site of the same make that OGI_SITE names. */
export const builtSite = process.env.OGI_SITE ?? path.join(projectRoot, 'dist')

/** Anything in a syntax tree: `type` says what, the other fields are its parts. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [part: string]: unknown
}

/** One module that a file names. `isType`: nothing of it is left at run time. `isLazy`: loaded when it is needed. */
export interface Import {
  readonly from: string
  readonly isType: boolean
  readonly isLazy: boolean
}

export interface SourceFile {
  /** Inside the project, e.g. `src/text/zh.ts`. */
  readonly name: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly tree: SyntaxNode
}

/** Every TypeScript file below a folder of the project, parsed. */
export function readSources(folder: string): SourceFile[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => parseSource(path.posix.join(folder, file.split(path.sep).join('/'))))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function parseSource(name: string): SourceFile {
  const text = readFileSync(path.join(projectRoot, name), 'utf8')
  return { name, text, ...parseText(name, text) }
}

/** @throws {Error} when the text is no TypeScript. */
export function parseText(name: string, text: string): Pick<SourceFile, 'imports' | 'tree'> {
  const { module, program, errors } = parseSync(name, text)
  if (errors.length > 0) throw new Error(`${name} cannot be parsed: ${errors[0]?.message ?? ''}`)
  const named = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
    isLazy: false,
  }))
  const handedOn = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.moduleRequest ? [{ from: entry.moduleRequest.value, isType: entry.isType, isLazy: false }] : []))
  const lazy = module.dynamicImports.map(({ moduleRequest }) => ({
    from: text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    isType: false,
    isLazy: true,
  }))
  return { imports: [...named, ...handedOn, ...lazy], tree: program as unknown as SyntaxNode }
}

/** Calls `visit` for every node of a tree, parents first. */
export function walk(node: SyntaxNode, visit: (node: SyntaxNode) => void): void {
  visit(node)
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? (part as unknown[]) : [part]) if (isNode(child)) walk(child, visit)
  }
}

export const isNode = (part: unknown): part is SyntaxNode =>
  typeof part === 'object' && part !== null && typeof (part as { type?: unknown }).type === 'string'

/** The file that a relative import names. */
export const targetOf = (file: SourceFile, from: string): string =>
  path.posix.join(path.posix.dirname(file.name), from.replace(/\?.*$/, ''))

/** `src/x.ts:12`, for messages. */
export const placeOf = (file: SourceFile, node: SyntaxNode): string => `${file.name}:${file.text.slice(0, node.start).split('\n').length}`
