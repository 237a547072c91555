@echo off
rem Builds tlslift on first use and runs it.
setlocal
set "ROOT=%~dp0"
set "JAR=%ROOT%cli\target\tlslift.jar"
if not exist "%JAR%" (
  echo tlslift: building ^(once^) 1>&2
  call mvn -q -B -f "%ROOT%pom.xml" package -Dmaven.test.skip=true -Dquick 1>&2 || exit /b 4
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -Xshare:auto -XX:+UseParallelGC -Xmx512m -jar "%JAR%" %*
