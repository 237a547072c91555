# Sourced after claims.sh: compiled programs, read beside what Mono's own tools say of them.
packages=(mono-devel keepass2 nuget gbrainy bless repetier-host monodoc-http)

# has_tools: whether monodis and mcs are here, or could be installed.
has_tools() {
  command -v monodis >/dev/null || try_install mono-utils "monodis, which reads assemblies" || return 1
  command -v mcs >/dev/null || try_install mono-devel "mcs, which compiles C#" || return 1
}

# assemblies_of PACKAGES: every assembly they and what they depend on bring, of those that are installed.
assemblies_of() {
  apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances --installed "$@" 2>/dev/null |
    grep -E '^[a-z]' | sort -u | xargs -r dpkg -L 2>/dev/null | grep -E '\.(dll|exe)$' | sort -u |
    while read -r file; do [ -f "$file" ] && [ ! -L "$file" ] && [ -s "$file" ] && echo "$file"; done || true
}

# counts FILE: its path, and how many types, methods and member references monodis prints.
counts() {
  echo "$1 $(monodis --typedef "$1" 2>/dev/null | grep -caE '^[0-9]+: ')" \
    "$(last_row Method "$(monodis --method "$1" 2>/dev/null | head -5)")" \
    "$(last_row MemberRef "$(monodis --memberref "$1" 2>/dev/null | head -5)")"
}

# last_row TABLE HEADING: the N of "TABLE Table (1..N)".
last_row() {
  local of
  of="$(sed -n "s/^$1 Table (1\.\.\([0-9]*\)).*/\1/p" <<<"$2" | head -1)"
  echo "${of:-0}"
}

# examine_assemblies MOST: as many of the packages' assemblies, spread over all of them.
examine_assemblies() {
  local folder="$lab/binaries" package list every
  has_tools || { skip "assemblies beside monodis" "neither mono-utils and mono-devel are here nor could they be installed"; return 0; }
  for package in "${packages[@]}"; do
    [ "$1" = all ] || break
    dpkg -s "$package" >/dev/null 2>&1 || try_install "$package" "assemblies to read" || skip "the assemblies of $package" "it could not be installed"
  done
  mkdir -p "$folder"
  list="$(assemblies_of "${packages[@]}")"
  every=1
  [ "$1" = all ] || every=$(($(wc -l <<<"$list") / $1 + 1))
  awk -v every="$every" 'NR % every == 0' <<<"$list" | while read -r file; do counts "$file"; done >"$folder/counts"
  echo "assemblies: $(wc -l <"$folder/counts") compared with monodis"
  (cd "$root" && ./mvnw -q -B -Dquick test -pl core -Dtest=AssembliesLabTest#saysOfEveryAssemblyWhatMonodisSays -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest.groups=lab -Dtest.excludedGroups=fuzz,bench -Dtest.heap=512m -Dlab.counts="$folder/counts" >"$folder/counts.log" 2>&1)
  claim "types, methods and member references are as many as monodis prints" 0 "$(code_of $? "$folder/counts.log")"
}

# examine_programs: every client program and form of code, its source beside what Mono's compiler made of it.
examine_programs() {
  local folder="$lab/programs"
  has_tools || { skip "programs beside their source" "mono-devel is not here"; return 0; }
  rm -rf "$folder"
  "$root/lab/assemblies" "$folder"
  claim "the client programs compile" 0 "$?"
  (cd "$root" && ./mvnw -q -B -Dquick test -pl core '-Dtest=AssembliesLabTest#showsInIlWhat*' -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest.groups=lab -Dtest.excludedGroups=fuzz,bench -Dlab.programs="$folder" >"$folder/il.log" 2>&1)
  claim "the IL of every client program shows what its source says" 0 "$(code_of $? "$folder/il.log")"
}

# code_of CODE LOG: the code; where it is not 0, the errors of the log as well, on stderr.
code_of() {
  [ "$1" = 0 ] || grep -E '^\[ERROR\]|Expecting|element' "$2" | head -20 >&2
  echo "$1"
}
