# Sourced after install.sh, claims.sh and sources.sh: fix --apply and undo, killed while they write.

# kill_writers TIMES: every file is its old or its new bytes, and undo puts all of them back.
kill_writers() {
  local times="$1" round part none=0 some=0 all=0
  find_java
  killed="$lab/killed"
  rm -rf "$killed"
  scripts_with_pins 80
  cp -r "$killed/old" "$killed/new"
  whole_write "$killed/new"
  rm -rf "$killed/new/.tlslift"
  sums "$killed/old" >"$killed/old.sums"
  sums "$killed/new" >"$killed/new.sums"
  claim "the scripts differ once they are mended" 80 "$(differing "$killed/new" "$killed/old")"
  for round in $(seq "$times"); do
    rm -rf "$killed/now"
    cp -r "$killed/old" "$killed/now"
    kill_within apply_to "$killed/now" 
    part="$(differing "$killed/now" "$killed/old")"
    case "$part" in 0) none=$((none + 1)) ;; 80) all=$((all + 1)) ;; *) some=$((some + 1)) ;; esac
    claim "kill $round: no file is neither old nor new" "" "$(neither)"
    [ $((round % 2)) = 0 ] && [ -d "$killed/now/.tlslift" ] && kill_within undo_in "$killed/now"
    undo_in "$killed/now"
    claim "kill $round: undo puts every byte back, and leaves nothing behind" "" "$(diff -r "$killed/old" "$killed/now" | head -3)"
  done
  echo "killed $times times while writing 80 files over $took s: before the first in $none, in the middle in $some, after the last in $all"
}

scripts_with_pins() {
  local i
  mkdir -p "$killed/old"
  for i in $(seq "$1"); do
    printf '# Script %s.\r\n[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls\r\nInvoke-WebRequest https://server.example/%s\r\n' \
      "$i" "$i" >"$killed/old/größe $i.ps1"
  done
}

apply_to() { "$JAVA" -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 -jar "$root/cli/target/tlslift.jar" fix "$1" --apply >"$killed/log" 2>&1; }
undo_in() { "$JAVA" -Dsun.jnu.encoding=UTF-8 -jar "$root/cli/target/tlslift.jar" undo "$1" >"$killed/log" 2>&1; }

sums() { (cd "$1" && sha256sum ./*.ps1 | LC_ALL=C sort); }

differing() { LC_ALL=C comm -13 <(sums "$1") <(sums "$2") | wc -l; }

neither() { sums "$killed/now" | LC_ALL=C sort -u | LC_ALL=C comm -23 - <(LC_ALL=C sort -u "$killed/old.sums" "$killed/new.sums"); }

# whole_write FOLDER: applies undisturbed; sets took to the seconds from the first write to the last rename, and renames to
# those of them in which files of the tree change.
whole_write() {
  apply_to "$1"
  local written first last
  written="$(find "$1/.tlslift" -type f -printf '%C@\n' | sort | head -1)"
  first="$(find "$1" -name '*.ps1' -printf '%C@\n' | sort | head -1)"
  last="$(find "$1" -name '*.ps1' -printf '%C@\n' | sort | tail -1)"
  took="$(awk -v a="$written" -v b="$last" 'BEGIN { print b - a }')"
  renames="$(awk -v a="$first" -v b="$last" 'BEGIN { print b - a }')"
}

# kill_within COMMAND FOLDER: kills it at a random moment after its first write; of those that apply, every other one while
# files of the tree change.
kill_within() {
  local pid before most="$took" temporary="$2/.größe 1.ps1.tlslift-new"
  before="$(stamp "$2")"
  ("$1" "$2") &
  pid=$!
  while [ "$(stamp "$2")" = "$before" ] && kill -0 "$pid" 2>/dev/null; do sleep 0.002; done
  if [ "$1" = apply_to ] && [ $((round % 2)) = 0 ]; then
    most="$renames"
    while [ ! -e "$temporary" ] && kill -0 "$pid" 2>/dev/null; do :; done
    while [ -e "$temporary" ] && kill -0 "$pid" 2>/dev/null; do :; done
  fi
  sleep "$(awk -v most="$most" -v seed="$RANDOM$RANDOM" 'BEGIN { srand(seed); printf "%.3f", rand() * most * 1.1 }')"
  pkill_children "$pid"
  wait "$pid" 2>/dev/null
  return 0
}

pkill_children() {
  local child
  for child in $(pgrep -P "$1") "$1"; do kill -9 "$child" 2>/dev/null; done
}

stamp() { ls -a "$1" "$1/.tlslift" 2>/dev/null | wc -l; }
