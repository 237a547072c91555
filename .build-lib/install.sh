# Sourced by tlslift, dev, mvnw, lab and bench: finds a JDK, and installs Debian packages when it may.

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

may_install() { command -v apt-get >/dev/null 2>&1 && as_root true 2>/dev/null; }

# try_install PACKAGE WHAT: installs a Debian package; fails where it may not or cannot.
try_install() {
  may_install || return 1
  echo "installing Debian's $1 ($2)" >&2
  local quiet=(-qq -o Dpkg::Use-Pty=0 --no-install-recommends)
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y "${quiet[@]}" "$1" >/dev/null 2>&1 && return 0
  as_root apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y "${quiet[@]}" "$1" >/dev/null
}

# install_package PACKAGE WHAT: the same, or prints the one line that does it and stops.
install_package() {
  try_install "$1" "$2" && return 0
  echo "tlslift needs $2. Run this once:  sudo apt-get install -y $1" >&2
  exit 2
}

# java_version JAVA: such as 17.0.15. The file "release" beside it answers without starting it.
java_version() {
  local home="${1%/bin/java}" key value
  if [ -r "$home/release" ]; then
    while IFS='=' read -r key value; do
      [ "$key" = JAVA_VERSION ] && { value="${value//\"/}"; echo "${value//[$'\r']/}"; return 0; }
    done <"$home/release"
  fi
  "$1" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -1
}

java_major() {
  local version
  version="$(java_version "$1")"
  echo "${version%%[.+-]*}"
}

# Sets JAVA to the first java of version 17 or later; with "javac", to one with a compiler beside it.
# Fails where there is none.
look_for_java() {
  local candidate compiler="${1:-}"
  for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" \
    /usr/lib/jvm/*17*/bin/java /usr/lib/jvm/*/bin/java; do
    [ -n "$candidate" ] && [ -x "$candidate" ] || continue
    candidate="$(readlink -f "$candidate")"
    [ -z "$compiler" ] || [ -x "${candidate%java}javac" ] || continue
    [ "$(java_major "$candidate")" -ge 17 ] 2>/dev/null && { JAVA="$candidate"; return 0; }
  done
  return 1
}

# The same, but installs a JDK where there is none. A newer Debian has no 17 but a default that is later.
find_java() {
  look_for_java "$@" && return 0
  if ! try_install openjdk-17-jdk-headless "a JDK 17" && ! try_install default-jdk-headless "a JDK"; then
    echo "tlslift needs a JDK 17 or later. Run this once:  sudo apt-get install -y openjdk-17-jdk-headless" >&2
    exit 2
  fi
  look_for_java "$@" && return 0
  echo "tlslift needs a JDK 17 or later, and the one just installed was not found; set JAVA_HOME" >&2
  exit 2
}
