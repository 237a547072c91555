@echo off
rem Builds tlslift on first use, or when a source is newer than the build, and runs it.
rem Needs a JDK 17 or later in JAVA_HOME or on PATH and, for the build, Maven 3.8 or later on PATH.
setlocal
set "ROOT=%~dp0"
set "JAR=%ROOT%cli\target\tlslift.jar"
set "ARCHIVE=%ROOT%cli\target\tlslift.jsa"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
where /q "%JAVA%" 2>nul || if not exist "%JAVA%" (
  echo tlslift needs a JDK 17 or later: install one and set JAVA_HOME 1>&2
  exit /b 2
)

rem The answer is the first thing under the sources that is newer than the jar.
set "STALE="
if not exist "%JAR%" set "STALE=1"
if not defined STALE for /f "delims=" %%n in ('powershell -NoProfile -Command "$b = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; Get-ChildItem -LiteralPath $env:ROOT -Directory | ForEach-Object { if ($_.Name -eq 'docs') { $_.FullName } else { Join-Path $_.FullName 'src\main'; Join-Path $_.FullName 'pom.xml' } } | Where-Object { Test-Path -LiteralPath $_ } | ForEach-Object { Get-ChildItem -LiteralPath $_ -Recurse } | Where-Object { $_.LastWriteTimeUtc -gt $b } | Select-Object -First 1 -ExpandProperty Name"') do set "STALE=1"
if not defined STALE goto run

where /q mvn || (
  echo tlslift needs Maven 3.8 or later on PATH for its build 1>&2
  exit /b 2
)
echo tlslift: building (once) 1>&2
call mvn -q -B -f "%ROOT%pom.xml" package -Dmaven.test.skip=true -Dquick 1>&2
if errorlevel 1 exit /b 4
if exist "%ARCHIVE%" del /q "%ARCHIVE%"

:run
rem The archive is made on the first run, and one that does not fit the JVM is ignored.
set "SHARE=-XX:SharedArchiveFile="%ARCHIVE%""
if not exist "%ARCHIVE%" set "SHARE=-XX:ArchiveClassesAtExit="%ARCHIVE%""
if not defined TLSLIFT_HEAP set "TLSLIFT_HEAP=512m"
"%JAVA%" -Xshare:auto %SHARE% -Xlog:disable -XX:+UseG1GC -Xmx%TLSLIFT_HEAP% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
