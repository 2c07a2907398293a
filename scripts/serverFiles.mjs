import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { cacheRules, everywhere, folders, keptDataFile, openHeaders, policyText, singleFiles, typeOf, types } from './delivery.mjs'
import { root } from './commands.mjs'

/** What stands beside the site as it is in the project. @type {Readonly<Record<string, string>>} */
const copied = {
  'DEPLOYMENT.md': 'docs/deployment.md',
  'servers/serve.mjs': 'scripts/serve.mjs',
  'servers/delivery.mjs': 'scripts/delivery.mjs',
  'servers/place.mjs': 'scripts/place.mjs',
  'servers/serve.py': 'scripts/servers/serve.py',
  'servers/serve.ps1': 'scripts/servers/serve.ps1',
  'start.sh': 'scripts/servers/start.sh',
  'start-windows.cmd': 'scripts/servers/start-windows.cmd',
}

/** Writes what servers of other makers need to know, and small servers of our own, into the folder of the site. @param {string} folder */
export async function writeServerFiles(folder) {
  for (const [name, text] of Object.entries(listServerFiles())) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  for (const [name, source] of Object.entries(copied)) await copyFile(path.join(root, source), path.join(folder, name))
}

/**
 * The files for servers of other makers, by their place in the site; all say what `delivery.mjs` says.
 * @returns {Record<string, string>}
 */
export function listServerFiles() {
  const apache = apacheFolders()
  const hidden = Object.entries(apache).map(([folder, lines]) => [`${folder}.htaccess`, `${madeBy('#')}${lines.join('\n')}\n`])
  return {
    ...Object.fromEntries(hidden),
    'web.config': iisConfig(),
    'servers/apache.conf': apacheConfig(apache),
    'servers/nginx-maps.conf': nginxMaps(),
    'servers/nginx-location.conf': nginxLocation(),
    'servers/headers.json': `${JSON.stringify(plainRules(), null, 2)}\n`,
  }
}

/** @param {string} mark that begins a comment */
const madeBy = (mark) =>
  [
    `${mark} OGI Atlas：由构建写出，说明见 DEPLOYMENT.md。`,
    `${mark} OGI Atlas: written by the build, explained in DEPLOYMENT.md.`,
    '',
  ].join('\n')

/** @param {string} text */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Folders and files as one regular expression over a path in the site. @param {(rule: import('./delivery.mjs').Rule) => unknown} wanted */
function patternOf(wanted) {
  const places = folders.filter(([folder, rule]) => folder !== '' && wanted(rule)).map(([folder]) => escape(folder))
  // A folder within one that is listed already adds nothing.
  const outer = places.filter((place) => !places.some((other) => other !== place && place.startsWith(other)))
  return [...outer, ...singleFiles.filter(([, rule]) => wanted(rule)).map(([file]) => `${escape(file)}$`)].join('|')
}

/** `folder/dataset.….duckdb` in the words of every server. */
const dataFile = keptDataFile.source.replace(/^\(\^\|\\\/\)/, '').replace(/\$$/, '')

/** Endings by type, `['text/javascript; charset=utf-8', ['js', 'mjs']]`. */
function endingsByType() {
  /** @type {Map<string, string[]>} */
  const all = new Map()
  for (const [ending, type] of Object.entries(types)) all.set(type, [...(all.get(type) ?? []), ending])
  return [...all]
}

const ownFrames = "frame-ancestors 'self'"

function nginxMaps() {
  /** @param {import('./delivery.mjs').Rule['policy']} kind */
  const policyLine = (kind) => `  "~^(${patternOf((rule) => rule.policy === kind)})" "${policyText(kind)}";`
  const embed = policyLine('embed').replace(ownFrames, 'frame-ancestors $ogi_frames')
  return `${madeBy('#')}# 放进 /etc/nginx/conf.d/（http 层）。 / Put into /etc/nginx/conf.d/ (level http).

# 只需改这一处：哪些来源的网页可以用框架显示嵌入图表，例如 "'self' http://portal.intranet"。
# The one thing to edit: origins whose pages may show embedded charts in a frame, for example "'self' http://portal.intranet".
map $host $ogi_frames {
  default "'self'";
}

map $ogi_file $ogi_policy {
  default "${policyText('page')}";
${policyLine('engine')}
${policyLine('parser')}
${embed}
}

# 出错的回答从不长期保存。 / An error is never kept.
map "$status $ogi_file" $ogi_cache {
  default "${cacheRules.ask}";
  "~^(200|206|304) (${patternOf((rule) => rule.keep)}|(.*/)?${dataFile}$)" "${cacheRules.keep}";
}

map $ogi_file $ogi_open {
  default "";
  "~^(${patternOf((rule) => rule.open)})" "1";
}

${Object.entries(openHeaders)
  .map(([header, value]) => `map $ogi_open ${nginxName(header)} {\n  default "";\n  "1" "${value}";\n}`)
  .join('\n')}
`
}

/** @param {string} header */
const nginxName = (header) => `$ogi_${header.toLowerCase().replace(/-/g, '_')}`

function nginxLocation() {
  const [withCharset, without] = [true, false].map((wanted) => endingsByType().filter(([type]) => type.includes('charset') === wanted))
  const plain = (/** @type {string} */ type) => type.split(';')[0] ?? type
  return `${madeBy('#')}# 在 server { } 里 include 本文件。两处 /ogi 是网址中的路径，/srv/ogi-atlas/ 是文件夹；放在根路径时用 ^/(?<ogi_file>.*)$，并删去第一段。
# Include this file inside of server { }. The two /ogi are the path in the address, /srv/ogi-atlas/ is the folder; for the root of a host
# write ^/(?<ogi_file>.*)$ and remove the first block.
location = /ogi {
  absolute_redirect off;
  return 308 /ogi/;
}

location ~ ^/ogi/(?<ogi_file>.*)$ {
  alias /srv/ogi-atlas/$ogi_file;
  index index.html;
  absolute_redirect off;

  types {
${[...(withCharset ?? []), ...(without ?? [])].map(([type, endings]) => `    ${plain(type)} ${endings.join(' ')};`).join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${(withCharset ?? [])
    .map(([type]) => plain(type))
    .filter((type) => type !== 'text/html')
    .join(' ')};

  # 先发送事先压缩好的文件。 / Files that are packed already.
  gzip_static on;
  gzip_vary on;
  # 装有 ngx_brotli 模块时打开下一行。 / With the module ngx_brotli, open the next line.
  # brotli_static on;

${Object.entries(everywhere)
  .map(([header, value]) => `  add_header ${header} "${value}" always;`)
  .join('\n')}
  add_header Content-Security-Policy $ogi_policy always;
  add_header Cache-Control $ogi_cache always;
${Object.keys(openHeaders)
  .map((header) => `  add_header ${header} ${nginxName(header)} always;`)
  .join('\n')}

  location ~ /\\. {
    return 404;
  }
}
`
}

/**
 * The lines for each folder of the site: the same in `.htaccess` as in the server's own configuration.
 * @returns {Record<string, string[]>}
 */
function apacheFolders() {
  const rest = folders.filter(([folder]) => folder !== '')
  return { '': apacheRoot(), ...Object.fromEntries(rest.map(([folder, rule]) => [folder, apacheRule(rule)])) }
}

/** @param {import('./delivery.mjs').Rule} rule */
function apacheRule({ policy, keep, open }) {
  return [
    ...(policy ? [`Header always set Content-Security-Policy "${policyText(policy)}"`] : []),
    ...(keep ? [`Header set Cache-Control "${cacheRules.keep}"`] : []),
    ...(open ? Object.entries(openHeaders).map(([header, value]) => `Header always set ${header} "${value}"`) : []),
  ]
}

/** @param {string} pattern @param {readonly string[]} lines */
const apacheFiles = (pattern, lines) => [`<FilesMatch "^${pattern}(\\.br|\\.gz)?$">`, ...lines.map((line) => `  ${line}`), '</FilesMatch>']

function apacheRoot() {
  return [
    'DirectoryIndex index.html',
    'AddDefaultCharset Off',
    ...endingsByType().map(([type, endings]) => `AddType "${type}" ${endings.map((ending) => `.${ending}`).join(' ')}`),
    '',
    ...Object.entries(everywhere).map(([header, value]) => `Header always set ${header} "${value}"`),
    ...apacheRule({ policy: 'page' }),
    `Header set Cache-Control "${cacheRules.ask}"`,
    '# 出错的回答从不长期保存。 / An error is never kept.',
    `Header always set Cache-Control "${cacheRules.ask}" "expr=%{REQUEST_STATUS} -ge 400"`,
    'Header set Vary "Accept-Encoding"',
    '',
    '# 只需改 embed.html 的 frame-ancestors：哪些来源的网页可以用框架显示嵌入图表。',
    '# The one thing to edit is frame-ancestors of embed.html: origins whose pages may show embedded charts in a frame.',
    ...singleFiles.flatMap(([file, rule]) => apacheFiles(escape(file), apacheRule(rule))),
    ...apacheFiles(dataFile, apacheRule({ keep: true })),
    '',
    '# 先发送事先压缩好的文件。 / Files that are packed already.',
    '<IfModule mod_rewrite.c>',
    '  RewriteEngine On',
    ...apachePackedTypes(),
    ...apachePacked('br', '.br'),
    ...apachePacked('gzip', '.gz'),
    '  Header set Content-Encoding "%{REDIRECT_OGI_PACKED}e" env=REDIRECT_OGI_PACKED',
    '</IfModule>',
  ]
}

/** A packed file keeps the type of the file that it stands for, and is not packed again. */
const apachePackedTypes = () =>
  endingsByType()
    .filter(([type]) => !/gzip|zip|png|icon/.test(type))
    .flatMap(([type, endings]) => [
      '  RewriteCond %{ENV:REDIRECT_OGI_PACKED} .',
      `  RewriteRule "\\.(${endings.join('|')})\\.(br|gz)$" "-" "[T=${type},E=no-gzip:1,E=no-brotli:1,L]"`,
    ])

/** @param {string} encoding @param {string} ending */
const apachePacked = (encoding, ending) => [
  '  RewriteCond %{ENV:REDIRECT_OGI_PACKED} =""',
  '  RewriteCond %{HTTP:Range} =""',
  `  RewriteCond %{HTTP:Accept-Encoding} "(^|[ ,])${encoding}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))\\s*([;,]|$)" [NC]`,
  `  RewriteCond %{REQUEST_FILENAME}${ending} -f`,
  `  RewriteRule "." "%{REQUEST_URI}${ending}" [E=OGI_PACKED:${encoding},L]`,
]

/** @param {Record<string, string[]>} apache */
function apacheConfig(apache) {
  const blocks = Object.entries(apache).map(([folder, lines]) =>
    [
      `<Directory "\${OGI_FOLDER}/${folder}">`,
      ...(folder === ''
        ? [
            'AllowOverride None',
            'Options -Indexes',
            'Require all granted',
            '',
            '<FilesMatch "^\\.">',
            '  Require all denied',
            '</FilesMatch>',
          ]
        : []),
      ...lines,
    ]
      .map((line, at) => (at === 0 || line === '' ? line : `  ${line}`))
      .concat('</Directory>')
      .join('\n'),
  )
  return `${madeBy('#')}# 需要 mod_headers、mod_rewrite、mod_mime、mod_dir、mod_alias。用了本文件就不必理会各文件夹里的 .htaccess。
# Needs mod_headers, mod_rewrite, mod_mime, mod_dir, mod_alias. With this file the .htaccess in the folders are not needed.

# 文件夹和网址中的路径。 / The folder, and the path in the address.
Define OGI_FOLDER "/srv/ogi-atlas"
Alias "/ogi" "\${OGI_FOLDER}"

${blocks.join('\n\n')}
`
}

/** @param {string} text */
const xml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/**
 * @param {Record<string, string>} headers
 * @param {string} indent
 */
function iisHeaders(headers, indent) {
  const lines = Object.entries(headers).flatMap(([name, value]) => [
    `${indent}  <remove name="${name}" />`,
    `${indent}  <add name="${name}" value="${xml(value)}" />`,
  ])
  return [`${indent}<httpProtocol><customHeaders>`, ...lines, `${indent}</customHeaders></httpProtocol>`].join('\n')
}

/** Said of files alone: a header of our own would also be sent, and kept for a year, with an error. */
const iisKept =
  '      <staticContent><clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" /></staticContent>'

/** @param {import('./delivery.mjs').Rule} rule @returns {Record<string, string>} */
const iisRule = ({ policy, open }) => ({
  ...(policy && { 'Content-Security-Policy': policyText(policy) }),
  ...(open && openHeaders),
})

/** Links that name many bodies are longer than the 2,048 characters that IIS takes. Windows itself refuses more than this. */
const longestQuery = 16_384

function iisConfig() {
  const maps = Object.entries(types).flatMap(([ending, type]) => [
    `      <remove fileExtension=".${ending}" />`,
    `      <mimeMap fileExtension=".${ending}" mimeType="${type}" />`,
  ])
  const first = { ...everywhere, ...iisRule({ policy: 'page' }), Vary: 'Accept-Encoding' }
  const places = [...folders.filter(([folder]) => folder !== ''), ...singleFiles].map(([place, rule]) =>
    [
      `  <location path="${place.replace(/\/$/, '')}">`,
      '    <system.webServer>',
      ...(rule.keep ? [iisKept] : []),
      ...(rule.policy || rule.open ? [iisHeaders(iisRule(rule), '      ')] : []),
      '    </system.webServer>',
      '  </location>',
    ].join('\n'),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- OGI Atlas：由构建写出，说明见 DEPLOYMENT.md。 / Written by the build, explained in DEPLOYMENT.md. -->
<!-- 只需改 embed.html 的 frame-ancestors（文件末尾）。 / The one thing to edit is frame-ancestors of embed.html, near the end. -->
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
${maps.join('\n')}
    </staticContent>
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
    <security>
      <requestFiltering>
        <requestLimits maxQueryString="${longestQuery}" />
      </requestFiltering>
    </security>
${iisHeaders(first, '    ')}
  </system.webServer>
${places.join('\n')}
</configuration>
`
}

/** The rules as plain data, for the small servers in other languages. */
function plainRules() {
  const plain = (/** @type {import('./delivery.mjs').Rule} */ { policy, ...rule }) => ({
    ...rule,
    ...(policy && { policy: policyText(policy) }),
  })
  return {
    types,
    otherType: typeOf(''),
    everywhere,
    open: openHeaders,
    cache: cacheRules,
    folders: folders.map(([folder, rule]) => [folder, plain(rule)]),
    files: singleFiles.map(([file, rule]) => [file, plain(rule)]),
    keptDataFile: dataFile,
  }
}
