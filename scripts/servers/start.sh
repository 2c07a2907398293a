#!/bin/sh
# 在本机打开 OGI Atlas：需要 Python 3 或 Node。 / Opens OGI Atlas on this computer: needs Python 3 or Node.
cd "$(dirname "$0")" || exit 1
if command -v python3 >/dev/null 2>&1; then exec python3 servers/serve.py "$@"; fi
if command -v node >/dev/null 2>&1; then exec node servers/serve.mjs --open; fi
echo '这台电脑上没有 Python 3，也没有 Node。 / There is neither Python 3 nor Node on this computer.' >&2
exit 1
