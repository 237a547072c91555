# Sourced after .build-lib/install.sh: fetches Debian source packages without touching the system's lists.
lab="$root/.build/lab"

# sources_of PACKAGE: prints the folder with its sources, fetched once; says why on stderr where it cannot be had.
sources_of() {
  local package="$1" folder="$lab/sources/$1"
  if [ ! -f "$folder/.complete" ]; then
    fetch_sources "$package" "$folder" >&2 || return 1
    touch "$folder/.complete"
  fi
  find "$folder" -mindepth 1 -maxdepth 1 -type d -name "$package-*" | head -1
}

fetch_sources() {
  local package="$1" folder="$2"
  command -v apt-get >/dev/null || { echo "apt-get is not here"; return 1; }
  command -v dpkg-source >/dev/null || try_install dpkg-dev "the tool that unpacks source packages" || return 1
  rm -rf "$folder"
  mkdir -p "$folder" "$lab/apt/lists/partial" "$lab/apt/archives/partial"
  deb_src | sort -u >"$lab/apt/sources.list"
  local apt=(-qq -o Dir::Etc::sourcelist="$lab/apt/sources.list" -o Dir::Etc::sourceparts=-
    -o Dir::State::lists="$lab/apt/lists" -o Dir::Cache="$lab/apt" -o APT::Sandbox::User= -o APT::Get::List-Cleanup=0 -o Acquire::Languages=none)
  echo "fetching Debian's source package $package"
  apt-get "${apt[@]}" update || echo "some package lists could not be had"
  (cd "$folder" && apt-get "${apt[@]}" source --download-only "$package") || return 1
  (cd "$folder" && dpkg-source --no-check -x ./*.dsc >/dev/null) || return 1
}

# Where the system gets its packages from, with deb-src in place of deb.
deb_src() {
  local file
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$file" ] && sed -n 's/^deb \(.*\)/deb-src \1/p' "$file"
  done
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] && one_line "$file"
  done
  return 0
}

# The paragraphs of a .sources file as lines.
one_line() {
  awk '
    function flush(   i, u, s) {
      if (uris != "") { u = split(uris, uri, " "); s = split(suites, suite, " ")
        for (i = 1; i <= u; i++) for (j = 1; j <= s; j++)
          print "deb-src " (key != "" ? "[signed-by=" key "] " : "") uri[i] " " suite[j] " " components }
      uris = suites = components = key = ""
    }
    /^[[:space:]]*$/ { flush(); next }
    tolower($1) == "uris:" { $1 = ""; uris = $0 }
    tolower($1) == "suites:" { $1 = ""; suites = $0 }
    tolower($1) == "components:" { $1 = ""; components = $0 }
    tolower($1) == "signed-by:" { key = $2 }
    END { flush() }' "$1"
}
