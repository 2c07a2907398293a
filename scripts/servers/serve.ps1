# Serves the folder of OGI Atlas to this computer alone, with nothing but the PowerShell of Windows, and opens the browser.
# 用 Windows 自带的 PowerShell 在本机打开 OGI Atlas，只有本机能访问。
param([int]$Port = 4173, [switch]$NoOpen)
$ErrorActionPreference = 'Stop'
$site = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '..'))
$rules = [IO.File]::ReadAllText((Join-Path $PSScriptRoot 'headers.json'), [Text.Encoding]::UTF8) | ConvertFrom-Json

function Get-Rule([string]$name) {
  foreach ($pair in $rules.files) { if ($pair[0] -ceq $name) { return $pair[1] } }
  $chosen = $null
  foreach ($pair in $rules.folders) { if ($name.StartsWith($pair[0], [StringComparison]::Ordinal)) { $chosen = $pair[1] } }
  return $chosen
}

function Set-Headers($response, [string]$name) {
  $rule = Get-Rule $name
  foreach ($header in $rules.everywhere.PSObject.Properties) { $response.Headers.Set($header.Name, $header.Value) }
  $ending = [IO.Path]::GetExtension($name).TrimStart('.').ToLowerInvariant()
  $type = $rules.types.PSObject.Properties[$ending]
  $response.ContentType = if ($type) { $type.Value } else { $rules.otherType }
  $policy = if ($rule.policy) { $rule.policy } else { $rules.folders[0][1].policy }
  $response.Headers.Set('Content-Security-Policy', $policy)
  $kept = $rule.keep -or ($name -cmatch ('(^|/)' + $rules.keptDataFile + '$'))
  $response.Headers.Set('Cache-Control', $(if ($kept) { $rules.cache.keep } else { $rules.cache.ask }))
  if ($rule.open) { foreach ($header in $rules.open.PSObject.Properties) { $response.Headers.Set($header.Name, $header.Value) } }
}

# The name of a file in the folder, or nothing when the address cannot be one.
function Get-Name([string]$address) {
  $name = [Uri]::UnescapeDataString(($address -split '[?#]')[0]).Substring(1)
  if ($name -eq '' -or $name.EndsWith('/')) { $name += 'index.html' }
  foreach ($part in $name.Split('/')) { if ($part -eq '' -or $part.StartsWith('.') -or $part -match '[\\:\x00-\x1f]') { return $null } }
  return $name
}

function Find-File([string]$name) {
  $path = [IO.Path]::GetFullPath((Join-Path $site ($name.Replace('/', '\'))))
  if ($path.StartsWith($site.TrimEnd('\') + '\') -and [IO.File]::Exists($path)) { return $path }
  return $null
}

function Send-Answer($request, $response) {
  if ($request.HttpMethod -ne 'GET' -and $request.HttpMethod -ne 'HEAD') {
    $response.StatusCode = 405
    $response.Headers.Set('Allow', 'GET, HEAD')
    return
  }
  $name = Get-Name $request.RawUrl
  $path = if ($name) { Find-File $name } else { $null }
  if (-not $path) {
    Set-Headers $response 'nothing.txt'
    $response.StatusCode = 404
    return
  }
  Set-Headers $response $name
  $response.Headers.Set('Vary', 'Accept-Encoding')
  $accepted = [string]$request.Headers['Accept-Encoding']
  foreach ($pair in @(@('br', '.br'), @('gzip', '.gz'))) {
    $packed = Find-File ($name + $pair[1])
    if ($packed -and $accepted -match ('(^|[ ,])' + $pair[0] + '\s*(,|$)')) {
      $path = $packed
      $response.Headers.Set('Content-Encoding', $pair[0])
      break
    }
  }
  $about = [IO.FileInfo]$path
  $tag = '"{0:x}-{1:x}"' -f $about.Length, $about.LastWriteTimeUtc.Ticks
  $response.Headers.Set('ETag', $tag)
  if ($request.Headers['If-None-Match'] -eq $tag) {
    $response.StatusCode = 304
    return
  }
  $response.ContentLength64 = $about.Length
  if ($request.HttpMethod -eq 'HEAD') { return }
  $file = [IO.File]::OpenRead($path)
  try { $file.CopyTo($response.OutputStream) } finally { $file.Dispose() }
}

$listener = $null
foreach ($candidate in $Port..($Port + 9)) {
  # A name that is this computer needs no administrator.
  $tried = New-Object Net.HttpListener
  $tried.Prefixes.Add("http://localhost:$candidate/")
  try { $tried.Start(); $listener = $tried; $Port = $candidate; break } catch { $tried.Close() }
}
if (-not $listener) { Write-Error "端口都被占用。 / The ports from $Port on are all in use." }
Write-Host "OGI Atlas: http://localhost:$Port/"
Write-Host '关闭这个窗口即停止。 / Close this window to stop.'
if (-not $NoOpen) { Start-Process "http://localhost:$Port/" }
while ($listener.IsListening) {
  $context = $listener.GetContext()
  try { Send-Answer $context.Request $context.Response } catch { Write-Host $_ }
  # Whoever asks may leave before the end.
  try { $context.Response.Close() } catch { $context.Response.Abort() }
}
