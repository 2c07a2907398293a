@echo off
rem Opens OGI Atlas on this computer with what is there: Python 3, Node, or the PowerShell of Windows.
cd /d "%~dp0"
where py >nul 2>nul && (
  py -3 servers\serve.py
  goto :end
)
where node >nul 2>nul && (
  node servers\serve.mjs --open
  goto :end
)
powershell -NoProfile -ExecutionPolicy Bypass -File servers\serve.ps1
:end
if errorlevel 1 pause
