/** The parts of the XML parser that are used; the package declares no types. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', call: (name: string, attributes: () => Readonly<Record<string, string>>) => void): this
    on(event: 'closeTag', call: (name: string) => void): this
    on(event: 'text' | 'cdata' | 'attention', call: (text: string) => void): this
    on(event: 'error', call: (error: Error) => void): this
    write(text: string): this
    end(): Error | null | undefined
  }
}
