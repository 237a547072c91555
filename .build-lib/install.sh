# Sourced. install_package NAME WHAT: installs a Debian package when it may, else prints the one line that does, and stops.
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_package() {
  local name="$1" what="$2"
  if command -v apt-get >/dev/null 2>&1 && as_root true 2>/dev/null; then
    echo "installing Debian's $name ($what)" >&2
    as_root apt-get update -qq >&2 || true
    DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "$name" >/dev/null && return 0
  fi
  echo "tlslift needs $what. Run this once:  sudo apt-get install -y $name" >&2
  exit 2
}

java_major() { "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1; }

# Sets JAVA to a java of version 17 or later, installing one where there is none.
find_java() {
  local candidate
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
    [ -n "$candidate" ] && [ -x "$candidate" ] || continue
    [ "$(java_major "$candidate")" -ge 17 ] 2>/dev/null && { JAVA="$candidate"; return 0; }
  done
  install_package openjdk-17-jdk-headless "a JDK 17"
  JAVA="$(command -v java || ls /usr/lib/jvm/*17*/bin/java | head -1)"
}
