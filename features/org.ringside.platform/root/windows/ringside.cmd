@echo off
rem Starts Ringside with a Java of 21 or newer: %JAVA_HOME%'s, or the one on the PATH.
setlocal
set "java=javaw"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\javaw"
for %%l in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do (
	start "Ringside" "%java%" -Xmx2g --enable-native-access=ALL-UNNAMED -jar "%%l" -name Ringside %*
	exit /b
)
