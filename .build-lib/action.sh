#!/usr/bin/env bash
# The step of action.yml: its inputs come as variables, so that no word of theirs is run.
set -uo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

args=(check "$TLSLIFT_PATH" --fail-on "$TLSLIFT_FAIL_ON" --format "$TLSLIFT_FORMAT" --output "$TLSLIFT_OUTPUT")
each() { # OPTION WORDS
  local word words
  read -r -a words <<<"$2"
  for word in ${words[@]+"${words[@]}"}; do args+=("$1" "$word"); done
}
each --to "$TLSLIFT_TO"
each --windows "$TLSLIFT_WINDOWS"
[ -z "$TLSLIFT_BASELINE" ] || args+=(--baseline "$TLSLIFT_BASELINE")

"$root/tlslift" "${args[@]}"
code=$?
if [ -s "$TLSLIFT_OUTPUT" ] && [ "$TLSLIFT_FORMAT" = text ]; then cat "$TLSLIFT_OUTPUT"; fi
{
  echo "exit-code=$code"
  echo "output=$TLSLIFT_OUTPUT"
} >>"$GITHUB_OUTPUT"
exit "$code"
