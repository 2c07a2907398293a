export type Lang = 'zh' | 'en'

/** A name or a sentence in every language the atlas speaks. Official terms stay in Chinese inside the English text. */
export type Label = Readonly<Record<Lang, string>>
