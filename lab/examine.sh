# Sourced after claims.sh and sources.sh: checks a Debian source package and holds the reports against what must hold for any input.
reports="$lab/reports"
rm -rf "$reports"
mkdir -p "$reports"

# examine PACKAGE HEAP
examine() {
  local package="$1" folder out="$reports/$1" format code began="$SECONDS"
  folder="$(sources_of "$package")" || { skip "$package" "its sources could not be fetched"; return 0; }
  for format in json sarif text; do
    TLSLIFT_HEAP="$2" "$root/tlslift" check "$folder" --to contoso.sharepoint.com --format "$format" \
      >"$out.$format" 2>"$out.stderr"
    code=$?
    claim "$package as $format ends with 0, 1 or 3" yes \
      "$(case "$code" in 0 | 1 | 3) echo yes ;; *) echo "$code, $(head -2 "$out.stderr" | tr '\n' ' ')" ;; esac)"
    claim "$package as $format prints nothing beside the report" "" "$(head -3 "$out.stderr")"
  done
  echo "$package: exit code $code, three formats in $((SECONDS - began)) s, heap $2"
  sed -n '/^[0-9,]* files* read/,$p' "$out.text" | sed 's/^/  /' | head -12
}

# The reports against their schemas and against each other; prints what they hold in numbers.
validate() {
  ls "$reports"/*.json >/dev/null 2>&1 || { skip "the reports" "there are none"; return 0; }
  (cd "$root" && ./mvnw -q -B -Dquick test -Dtest=LabReportsTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest.groups=lab -Dtest.excludedGroups=fuzz,bench -Dlab.reports="$reports" >"$lab/validate.log" 2>&1)
  local code=$?
  [ "$code" = 0 ] || grep -E '^\[ERROR\]' "$lab/validate.log" | head -20
  claim "the reports pass their schemas, and every gap has its reason" 0 "$code"
}
